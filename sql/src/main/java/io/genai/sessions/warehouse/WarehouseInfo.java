package io.genai.sessions.warehouse;

import java.time.Instant;
import java.util.Set;

/**
 * What a published warehouse holds.
 *
 * @param runId run whose rows it holds
 * @param builtAt when it was built
 * @param schemaVersion shape of its tables
 * @param input what the run read, in words
 * @param usersAreSimulated whether users and times were made up rather than observed
 * @param simulatedColumns columns ({@code table.column}) whose values the run made up
 * @param users rows of {@code dim_users}
 * @param prompts rows of {@code dim_prompts}
 * @param generations rows of {@code fct_generations}
 * @param sessions rows of {@code fct_sessions}
 */
public record WarehouseInfo(
    String runId,
    Instant builtAt,
    int schemaVersion,
    String input,
    boolean usersAreSimulated,
    Set<String> simulatedColumns,
    long users,
    long prompts,
    long generations,
    long sessions) {

  /** Copies the set. */
  public WarehouseInfo {
    simulatedColumns = Set.copyOf(simulatedColumns);
  }
}
