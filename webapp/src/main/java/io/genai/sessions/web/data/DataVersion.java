package io.genai.sessions.web.data;

import io.genai.sessions.warehouse.WarehouseInfo;
import java.time.LocalDate;
import java.util.List;

/**
 * Which data a page shows.
 *
 * @param info the published warehouse
 * @param firstDay day of the first generation, in UTC
 * @param lastDay day of the last generation, in UTC
 * @param embeddedModels ids of the built-in models whose results are in the data
 */
public record DataVersion(
    WarehouseInfo info, LocalDate firstDay, LocalDate lastDay, List<String> embeddedModels) {
  public DataVersion {
    embeddedModels = List.copyOf(embeddedModels);
  }
}
