package io.genai.sessions.models.generate;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.genai.sessions.models.runtime.OnnxSessions;
import java.io.IOException;
import java.nio.file.Path;

/** Opens a decoder's graph, rid of the copies that its attention makes. */
final class DecoderSession {
  private static final String DIRECTORY_OF_WEIGHTS =
      "session.model_external_initializers_file_folder_path";

  private DecoderSession() {}

  static OrtSession open(Path file, OrtSession.SessionOptions options) throws OrtException {
    OrtEnvironment environment = OnnxSessions.environment();
    try {
      GraphFile graph = GraphFile.read(file);
      options.addConfigEntry(DIRECTORY_OF_WEIGHTS, graph.directory().toString());
      return environment.createSession(withoutCopies(graph.model()).toByteArray(), options);
    } catch (IOException e) {
      // Too large a file, or none: ONNX Runtime opens it, or says what is wrong with it.
      return environment.createSession(file.toString(), options);
    }
  }

  private static ModelProto withoutCopies(ModelProto model) {
    return GroupedHeads.of(model.getGraph())
        .map(graph -> model.toBuilder().setGraph(graph).build())
        .orElse(model);
  }
}
