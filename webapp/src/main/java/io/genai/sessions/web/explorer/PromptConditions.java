package io.genai.sessions.web.explorer;

import io.genai.sessions.web.data.Figures;
import io.genai.sessions.web.data.Sensitive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What prompts must pass to be found at all.
 *
 * @param sql a condition on {@code dim_prompts AS p} with a {@code ?} for each parameter
 */
record PromptConditions(String sql, List<Object> parameters) {
  PromptConditions {
    parameters = List.copyOf(parameters);
  }

  static PromptConditions of(SearchRequest request, Figures figures) {
    List<String> conditions = new ArrayList<>(List.of("true"));
    List<Object> parameters = new ArrayList<>();
    if (!request.sensitiveShown()) {
      conditions.add("NOT (" + Sensitive.CONDITION + ")");
    }
    request
        .leastAlignment()
        .ifPresent(
            least -> {
              conditions.add("p.alignment_score >= ?");
              parameters.add(least);
            });
    request
        .mostAlignment()
        .ifPresent(
            most -> {
              conditions.add("p.alignment_score <= ?");
              parameters.add(most);
            });
    if (!request.filters().isEmpty()) {
      conditions.add(
          "p.prompt_id IN (SELECT prompt_id FROM (%s))"
              .formatted(
                  figures.sql(
                      figures.query(request.filters(), "prompts").by(figures.by("prompt_id")))));
    }
    return new PromptConditions(String.join(" AND ", conditions), parameters);
  }

  /** These and that prompt's number excluded. */
  PromptConditions without(long promptId) {
    List<Object> more = new ArrayList<>(parameters);
    more.add(promptId);
    return new PromptConditions(sql + " AND p.prompt_id <> ?", more);
  }

  /** Those numbers of prompts and no others. */
  static PromptConditions among(long[] promptIds) {
    // A list that is joined is looked up by the primary key; IN with its values scans the table. As
    // one parameter it leaves the statement as it was, so that it need not be planned again.
    return new PromptConditions(
        "p.prompt_id IN (SELECT unnest(?::VARCHAR::BIGINT[]))",
        List.of(Arrays.toString(promptIds)));
  }
}
