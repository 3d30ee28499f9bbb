package io.genai.sessions.warehouse.build;

import java.util.List;

/**
 * What became of one model.
 *
 * @param name name of the table or staging model, that of its file
 * @param layer {@code staging}, {@code marts} or {@code ops}
 * @param grain what one row is
 * @param upstream what it was made from
 * @param rows number of its rows
 * @param seconds how long it took
 */
public record TableReport(
    String name, String layer, String grain, List<String> upstream, long rows, double seconds) {

  /** Copies the list. */
  public TableReport {
    upstream = List.copyOf(upstream);
  }
}
