package io.genai.sessions.web.copilot;

import java.util.List;

/** What became of a question. */
public sealed interface Generated {

  /**
   * SQL that answers it.
   *
   * @param explanation what the SQL does, a line each
   * @param generator who wrote it
   */
  record Query(String sql, List<String> explanation, String generator) implements Generated {}

  /**
   * A refusal.
   *
   * @param reason why there is no answer, for the user
   * @param suggestions verified questions that come nearest
   */
  record Refused(String reason, List<String> suggestions) implements Generated {}
}
