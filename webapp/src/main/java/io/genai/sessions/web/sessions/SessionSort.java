package io.genai.sessions.web.sessions;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the list of sessions can be sorted by. */
enum SessionSort {
  START("session_start"),
  TIER("user_tier"),
  SIZE("total_generations"),
  SUCCESS("success_rate"),
  LATENCY("avg_latency_ms"),
  COST("total_cost_credits"),
  FRICTION("friction_score"),
  CHURN("churned_after");

  private final String column;

  SessionSort(String column) {
    this.column = column;
  }

  String column() {
    return column;
  }

  /** Its name in a URL. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<SessionSort> ofId(String id) {
    return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
  }
}
