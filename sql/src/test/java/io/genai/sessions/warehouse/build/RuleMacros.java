package io.genai.sessions.warehouse.build;

/** The SQL macros, for tests that hold them against their twins in Java. */
public final class RuleMacros {
  private static final BuildDatabase DATABASE = BuildDatabase.inMemory();

  static {
    new WarehouseModels(DATABASE).createRules();
  }

  private RuleMacros() {}

  public static double friction(double errorRate, double latencyMs, double retryRate) {
    return DATABASE
        .query(
            "friction",
            "SELECT friction_score(%s::DOUBLE, %s::DOUBLE, %s::DOUBLE)"
                .formatted(errorRate, latencyMs, retryRate),
            row -> row.getDouble(1))
        .get(0);
  }

  public static int words(String text) {
    return DATABASE
        .query(
            "words",
            "SELECT count_words(%s)".formatted(BuildDatabase.quote(text)),
            row -> row.getInt(1))
        .get(0);
  }
}
