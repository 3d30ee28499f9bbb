package io.genai.sessions.pipeline.run;

import io.genai.sessions.pipeline.run.RunReport.StepReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * What the person who started a run reads at its end.
 *
 * @param errorRate share of generations that did not succeed, 0..1
 */
public record RunSummary(
    RunReport report, long sessions, double errorRate, Duration wallTime, Path warehouse) {

  /** Several lines, for a terminal. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "%nRun %s: %s%n", report.runId(), report.input()));
    line(text, "rows", "%,d".formatted(report.rows().getOrDefault("prompts", 0L)));
    line(
        text,
        "users",
        "%,d (%s)".formatted(report.rows().getOrDefault("users", 0L), report.users()));
    line(text, "sessions", "%,d".formatted(sessions));
    line(text, "error rate", String.format(Locale.ROOT, "%.1f %% (simulated)", 100 * errorRate));
    line(text, "bad records", "%,d".formatted(report.badRecords()));
    text.append(String.format("%n  %-24s %10s %10s %8s%n", "step", "rows", "seconds", ""));
    for (StepReport step : report.steps()) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %-24s %,10d %10.1f %8s %s%n",
              step.name(),
              step.rowsOut(),
              step.seconds(),
              step.state().equals("succeeded") ? "" : step.state(),
              step.note()));
    }
    text.append(
        String.format(
            Locale.ROOT,
            "%n  %.1f s in all (steps overlap). Warehouse: %s%n  Open it: mvn -q spring-boot:run -pl webapp -am%n",
            wallTime.toMillis() / 1000.0,
            warehouse));
    return text.toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(String.format("  %-12s %s%n", name, value));
  }
}
