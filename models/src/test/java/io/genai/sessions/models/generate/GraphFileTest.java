package io.genai.sessions.models.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.genai.sessions.models.InferenceThreads;
import io.genai.sessions.models.ModelException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphFileTest {
  @TempDir Path directory;

  @Test
  void largeWeightsStayInTheFileAndSmallOnesComeAlong() throws IOException {
    byte[] large = new byte[100_000];
    new Random(1).nextBytes(large);
    ModelProto written =
        ModelProto.newBuilder()
            .setIrVersion(8)
            .setProducerName("test")
            .setGraph(
                GraphProto.newBuilder()
                    .setName("weights")
                    .addInitializer(tensor("large", large))
                    .addInitializer(tensor("small", new byte[] {1, 2, 3})))
            .build();
    Path file = directory.resolve("model.onnx");
    Files.write(file, written.toByteArray());

    ModelProto read = GraphFile.read(file).model();

    TensorProto reference = read.getGraph().getInitializer(0);
    assertThat(reference.getDataLocation()).isEqualTo(TensorProto.DataLocation.EXTERNAL);
    assertThat(reference.getExternalData(0).getValue()).isEqualTo("model.onnx");
    assertThat(reference.getExternalData(2).getValue()).isEqualTo("100000");
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      bytes.seek(Long.parseLong(reference.getExternalData(1).getValue()));
      byte[] found = new byte[large.length];
      bytes.readFully(found);
      assertThat(found).isEqualTo(large);
    }
    ModelProto.Builder restored = read.toBuilder();
    restored.getGraphBuilder().setInitializer(0, written.getGraph().getInitializer(0));
    assertThat(restored.build()).isEqualTo(written);
  }

  /** As the hub's cache keeps files: by their hash, with links that have their names. */
  @Test
  void aDecoderIsFoundThroughLinksToItsFiles() throws IOException {
    Path built = TinyModel.write(Files.createDirectories(directory.resolve("built")));
    Path blobs = Files.createDirectories(directory.resolve("blobs"));
    Path snapshot = Files.createDirectories(directory.resolve("snapshots/main"));
    for (String name : new String[] {"model.onnx", "model.onnx_data"}) {
      Path blob = Files.move(built.resolve(name), blobs.resolve(name.replace("model", "0")));
      Files.createSymbolicLink(snapshot.resolve(name), snapshot.relativize(blob));
    }
    try (CausalDecoder decoder =
        CausalDecoder.open(snapshot.resolve("model.onnx"), new InferenceThreads(1))) {
      assertThat(decoder.vocabularySize()).isPositive();
    }
  }

  @Test
  void whatIsNoModelIsNamedByTheRuntime() throws IOException {
    Path file = Files.writeString(directory.resolve("page.onnx"), "<html>not found</html>");
    assertThatThrownBy(() -> GraphFile.read(file))
        .isInstanceOf(InvalidProtocolBufferException.class);
    assertThatThrownBy(() -> CausalDecoder.open(file, new InferenceThreads(1)))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("cannot be loaded")
        .hasMessageContaining("page.onnx");
  }

  private static TensorProto tensor(String name, byte[] bytes) {
    return TensorProto.newBuilder()
        .setName(name)
        .setDataType(TensorProto.DataType.UINT8.getNumber())
        .addDims(bytes.length)
        .setRawData(ByteString.copyFrom(bytes))
        .build();
  }
}
