package io.genai.sessions.pipeline;

import io.genai.sessions.pipeline.simulate.UserSource;
import java.util.List;
import java.util.stream.Stream;

/** Which of the warehouse's columns are made up. */
final class SimulatedColumns {
  private static final List<String> ALWAYS =
      List.of(
          "dim_users.user_tier",
          "dim_users.signup_date",
          "dim_users.cohort_week",
          "dim_users.region",
          "dim_users.device_type",
          "fct_generations.latency_ms",
          "fct_generations.status",
          "fct_generations.cost_credits",
          "fct_generations.model_version",
          "fct_generations.retry_count",
          "fct_sessions.success_rate",
          "fct_sessions.avg_latency_ms",
          "fct_sessions.total_cost_credits",
          "fct_sessions.friction_score");

  private static final List<String> WITH_USERS =
      List.of(
          "dim_users.user_id",
          "fct_generations.user_id",
          "fct_generations.timestamp",
          "fct_sessions.user_id",
          "fct_sessions.session_start",
          "fct_sessions.session_end",
          "fct_sessions.churned_after");

  private SimulatedColumns() {}

  static List<String> of(UserSource users) {
    return switch (users) {
      case OBSERVED -> ALWAYS;
      case SIMULATED -> Stream.concat(ALWAYS.stream(), WITH_USERS.stream()).toList();
    };
  }
}
