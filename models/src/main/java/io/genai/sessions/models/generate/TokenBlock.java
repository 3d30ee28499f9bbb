package io.genai.sessions.models.generate;

import java.util.List;

/** New tokens of each row, padded on the left to one width; a range of the columns of that. */
final class TokenBlock {
  private final List<List<Integer>> rows;
  private final int fullWidth;
  private final int from;
  private final int to;

  /**
   * @param rows tokens of each row
   * @param fullWidth columns of the longest row
   * @param from first column of this block
   * @param to column after its last
   */
  TokenBlock(List<List<Integer>> rows, int fullWidth, int from, int to) {
    this.rows = rows;
    this.fullWidth = fullWidth;
    this.from = from;
    this.to = to;
  }

  int rows() {
    return rows.size();
  }

  int width() {
    return to - from;
  }

  /** False where a row is padded. */
  boolean real(int row, int column) {
    return from + column >= padding(row);
  }

  /** The token id, 0 where the row is padded. */
  int token(int row, int column) {
    return real(row, column) ? rows.get(row).get(from + column - padding(row)) : 0;
  }

  private int padding(int row) {
    return fullWidth - rows.get(row).size();
  }
}
