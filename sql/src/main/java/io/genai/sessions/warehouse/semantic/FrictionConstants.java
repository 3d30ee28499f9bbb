package io.genai.sessions.warehouse.semantic;

import java.util.Map;

/** The constants of the friction score, by the placeholder that stands for them in YAML. */
final class FrictionConstants {
  static final Map<String, String> BY_PLACEHOLDER =
      Map.of(
          "friction_error_weight", "3",
          "friction_latency_weight", "2",
          "friction_retry_weight", "1",
          "friction_latency_ceiling_ms", "30000");

  private FrictionConstants() {}
}
