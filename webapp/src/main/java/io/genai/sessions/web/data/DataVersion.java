package io.genai.sessions.web.data;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Which data a page shows.
 *
 * @param runId the pipeline run that it comes from
 * @param generations rows of the fact table
 * @param firstDay day of the first generation, in UTC
 * @param lastDay day of the last generation, in UTC
 * @param simulatedColumns columns that the pipeline made up, as table.column
 * @param embeddedModels ids of the built-in models whose results are in the data
 */
public record DataVersion(
    String runId,
    Instant builtAt,
    long generations,
    LocalDate firstDay,
    LocalDate lastDay,
    List<String> simulatedColumns,
    List<String> embeddedModels) {
  public DataVersion {
    simulatedColumns = List.copyOf(simulatedColumns);
    embeddedModels = List.copyOf(embeddedModels);
  }
}
