package io.genai.sessions.warehouse.guard;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a query.
 *
 * @param columns names and types, in order
 * @param rows one list per row, one value per column: null for SQL's NULL, otherwise Boolean, Long,
 *     Double, BigDecimal, LocalDate, LocalDateTime, or String for every other type (a long vector
 *     shortened)
 * @param cutOff why rows are missing at the end; empty: all are there
 * @param time from request to last row
 */
public record QueryResult(
    List<Column> columns, List<List<Object>> rows, Optional<String> cutOff, Duration time) {

  /**
   * A column of the result.
   *
   * @param type DuckDB's name of its type
   */
  public record Column(String name, String type) {}
}
