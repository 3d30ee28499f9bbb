package io.genai.sessions.models.generate;

import ai.onnxruntime.OnnxTensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The keys and values of past tokens for each row of a batch, as the tensors that ONNX Runtime gave
 * out. Rows may have holes, where padding was fed; {@code real} says which columns count.
 */
final class KeyValueCache implements AutoCloseable {
  private final List<OnnxTensor> tensors;
  private final boolean[][] real;
  private final int length;

  /**
   * @param tensors owned from now on
   * @param real [rows][length], false at holes
   */
  KeyValueCache(List<OnnxTensor> tensors, boolean[][] real, int length) {
    this.tensors = List.copyOf(tensors);
    this.real = real;
    this.length = length;
  }

  List<OnnxTensor> tensors() {
    return tensors;
  }

  int rows() {
    return real.length;
  }

  /** Columns, holes included. */
  int length() {
    return length;
  }

  boolean[][] real() {
    return real;
  }

  /** Tokens of a row, which is the position of its next one. */
  int position(int row) {
    int position = 0;
    for (boolean column : real[row]) {
      position += column ? 1 : 0;
    }
    return position;
  }

  /** Which columns count, for the chosen rows. */
  boolean[][] real(long[] rows) {
    return Arrays.stream(rows).mapToObj(row -> real[(int) row]).toArray(boolean[][]::new);
  }

  /** Which columns count, for these rows and then the other's, all ending in the same column. */
  boolean[][] realWith(KeyValueCache other) {
    int longest = Math.max(length, other.length);
    return Stream.concat(Arrays.stream(real), Arrays.stream(other.real))
        .map(
            row -> {
              boolean[] widened = new boolean[longest];
              System.arraycopy(row, 0, widened, longest - row.length, row.length);
              return widened;
            })
        .toArray(boolean[][]::new);
  }

  @Override
  public void close() {
    tensors.forEach(OnnxTensor::close);
  }
}
