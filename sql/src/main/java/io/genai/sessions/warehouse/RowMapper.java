package io.genai.sessions.warehouse;

/**
 * Makes a value of one row of a result.
 *
 * @param <T> what it makes
 */
@FunctionalInterface
public interface RowMapper<T> {

  /**
   * Makes the value.
   *
   * @param row the current row; not to be kept beyond this call
   */
  T map(Row row);
}
