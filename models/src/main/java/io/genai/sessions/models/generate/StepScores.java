package io.genai.sessions.models.generate;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import io.genai.sessions.models.runtime.OnnxSessions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * The scores that one step after another writes, in one buffer that grows to the largest of them.
 * For one thread.
 */
final class StepScores {
  private final int vocabularySize;
  private ByteBuffer buffer = ByteBuffer.allocateDirect(0);

  StepScores(int vocabularySize) {
    this.vocabularySize = vocabularySize;
  }

  /**
   * A tensor [rows, width, vocabulary] over the buffer for a step to write into, so that reading a
   * few scores copies none of the others; the caller closes it.
   */
  OnnxTensor tensor(int rows, int width) throws OrtException {
    int bytes = Math.multiplyExact(Math.multiplyExact(rows * width, vocabularySize), Float.BYTES);
    if (buffer.capacity() < bytes) {
      buffer = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }
    return OnnxTensor.createTensor(
        OnnxSessions.environment(),
        buffer.asFloatBuffer().slice(0, bytes / Float.BYTES),
        new long[] {rows, width, vocabularySize});
  }

  /**
   * The scores of the last step at one place. The next step overwrites them.
   *
   * @param place row × width + column of the input
   */
  FloatBuffer at(int place) {
    return buffer.asFloatBuffer().slice(Math.multiplyExact(place, vocabularySize), vocabularySize);
  }
}
