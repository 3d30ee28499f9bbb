package io.genai.sessions.models.generate;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An ONNX model without its weights, which stay where they are: a large tensor becomes a reference
 * to its bytes in the file, as ONNX writes external data. So a model of gigabytes takes a few
 * hundred kilobytes here, whether its weights stand inside its file or beside it.
 *
 * @param directory where the files lie to which the model refers
 */
record GraphFile(ModelProto model, Path directory) {

  /**
   * Reads a model.
   *
   * @param file may be a link, and the files of weights beside it too, as in the hub's cache
   * @throws InvalidProtocolBufferException if it is no ONNX model, or one of 2 GiB and more
   * @throws IOException if it, or a file of weights beside it, cannot be read
   */
  static GraphFile read(Path file) throws IOException {
    Path real = file.toRealPath();
    try (InputStream stream = Files.newInputStream(real)) {
      CodedInputStream input = CodedInputStream.newInstance(stream, Reader.BUFFER);
      input.setSizeLimit(Integer.MAX_VALUE);
      return new GraphFile(new Reader(file, real).model(input), real.getParent());
    }
  }

  /** Goes through the file once, skipping what is large. */
  private static final class Reader {
    static final int BUFFER = 1 << 16;

    /** Shapes, scales and the like stay inline, where ONNX Runtime's optimisers read them. */
    private static final int SMALL = 1 << 16;

    private static final String LOCATION = "location";

    private final Path file;
    private final Path real;

    Reader(Path file, Path real) {
      this.file = file;
      this.real = real;
    }

    private ModelProto model(CodedInputStream input) throws IOException {
      UnknownFieldSet.Builder others = UnknownFieldSet.newBuilder();
      GraphProto graph = GraphProto.getDefaultInstance();
      for (int tag = input.readTag(); tag != 0; tag = input.readTag()) {
        if (WireFormat.getTagFieldNumber(tag) == ModelProto.GRAPH_FIELD_NUMBER) {
          int outer = input.pushLimit(input.readRawVarint32());
          graph = graph(input);
          input.popLimit(outer);
        } else {
          others.mergeFieldFrom(tag, input);
        }
      }
      return ModelProto.parseFrom(others.build().toByteString()).toBuilder()
          .setGraph(graph)
          .build();
    }

    private GraphProto graph(CodedInputStream input) throws IOException {
      UnknownFieldSet.Builder others = UnknownFieldSet.newBuilder();
      GraphProto.Builder weights = GraphProto.newBuilder();
      for (int tag = input.readTag(); tag != 0; tag = input.readTag()) {
        if (WireFormat.getTagFieldNumber(tag) == GraphProto.INITIALIZER_FIELD_NUMBER) {
          int outer = input.pushLimit(input.readRawVarint32());
          weights.addInitializer(tensor(input));
          input.popLimit(outer);
        } else {
          others.mergeFieldFrom(tag, input);
        }
      }
      return weights.mergeFrom(others.build().toByteString()).build();
    }

    private TensorProto tensor(CodedInputStream input) throws IOException {
      UnknownFieldSet.Builder others = UnknownFieldSet.newBuilder();
      TensorProto.Builder raw = TensorProto.newBuilder();
      for (int tag = input.readTag(); tag != 0; tag = input.readTag()) {
        if (WireFormat.getTagFieldNumber(tag) == TensorProto.RAW_DATA_FIELD_NUMBER) {
          int size = input.readRawVarint32();
          if (size <= SMALL) {
            raw.setRawData(ByteString.copyFrom(input.readRawBytes(size)));
          } else {
            raw.setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(entry(LOCATION, real.getFileName().toString()))
                .addExternalData(entry("offset", Integer.toString(input.getTotalBytesRead())))
                .addExternalData(entry("length", Integer.toString(size)));
            input.skipRawBytes(size);
          }
        } else {
          others.mergeFieldFrom(tag, input);
        }
      }
      return followed(raw.mergeFrom(others.build().toByteString()).build());
    }

    /** Names the real file of weights: ONNX Runtime takes none from outside the directory. */
    private TensorProto followed(TensorProto tensor) throws IOException {
      TensorProto.Builder followed = tensor.toBuilder();
      for (StringStringEntryProto.Builder entry : followed.getExternalDataBuilderList()) {
        if (entry.getKey().equals(LOCATION)) {
          Path weights = file.resolveSibling(entry.getValue());
          entry.setValue(real.getParent().relativize(weights.toRealPath()).toString());
        }
      }
      return followed.build();
    }

    private static StringStringEntryProto entry(String key, String value) {
      return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
    }
  }
}
