package io.genai.sessions.pipeline.sample.clip;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.genai.sessions.models.clip.ClipImages;
import io.genai.sessions.models.runtime.OnnxSessions;
import java.awt.image.BufferedImage;
import java.nio.FloatBuffer;
import java.util.Map;

/**
 * Runs {@link ImageFeatures} on images prepared as {@code ClipModel} prepares them. Thread-safe.
 */
final class FeatureExtractor implements AutoCloseable {

  private final OrtSession session;

  FeatureExtractor() {
    OnnxGraph graph = new OnnxGraph();
    String features =
        ImageFeatures.add(
            graph, graph.floatInput("pixel_values", -1, 3, ImageFeatures.SIDE, ImageFeatures.SIDE));
    graph.output(features, "features", -1, ImageFeatures.size());
    this.session = OnnxSessions.open("sample-clip-features", graph.bytes(), 1);
  }

  /** The features of one image. */
  float[] features(BufferedImage image) {
    try (OnnxTensor pixels =
            OnnxTensor.createTensor(
                OnnxSessions.environment(),
                FloatBuffer.wrap(ClipImages.pixelValues(image)),
                new long[] {1, 3, ImageFeatures.SIDE, ImageFeatures.SIDE});
        OrtSession.Result result = session.run(Map.of("pixel_values", pixels))) {
      return ((float[][]) result.get(0).getValue())[0];
    } catch (OrtException e) {
      throw new IllegalStateException("The features of an image cannot be computed", e);
    }
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
