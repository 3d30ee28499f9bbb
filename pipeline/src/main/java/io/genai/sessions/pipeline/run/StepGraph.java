package io.genai.sessions.pipeline.run;

import io.genai.sessions.pipeline.run.RunReport.StepReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The steps of the graph as the Pipeline view draws them. */
public final class StepGraph {

  /**
   * A step of the graph.
   *
   * @param name as in the metrics
   * @param upstream names of the steps that feed it
   * @param isRun whether it is part of this run
   * @param note why it is not, or what to know of its results; may be empty
   */
  public record Step(String name, List<String> upstream, boolean isRun, String note) {
    /** A step of every run. */
    public static Step of(String name, String... upstream) {
      return new Step(name, List.of(upstream), true, "");
    }
  }

  private final List<Step> steps;

  private StepGraph(List<Step> steps) {
    this.steps = steps;
  }

  /** The graph with these steps, each after those that feed it. */
  public static StepGraph of(List<Step> steps) {
    return new StepGraph(List.copyOf(steps));
  }

  /** Names of the steps that run. */
  List<String> running() {
    return steps.stream().filter(Step::isRun).map(Step::name).toList();
  }

  /** The steps with what they did. */
  public List<StepReport> report(Map<String, StepActivity> activity, boolean succeeded) {
    List<StepReport> report = new ArrayList<>();
    for (Step step : steps) {
      StepActivity done = activity.getOrDefault(step.name(), StepActivity.NONE);
      Outcome outcome = Outcome.of(step, done, succeeded);
      report.add(
          new StepReport(
              step.name(),
              report.size() + 1,
              step.upstream(),
              outcome.state(),
              done.seconds(),
              done.rowsIn(),
              done.rowsOut(),
              done.badRecords(),
              outcome.note()));
    }
    return report;
  }

  private record Outcome(String state, String note) {
    static Outcome of(Step step, StepActivity done, boolean succeeded) {
      if (!step.isRun()) {
        return new Outcome("skipped", step.note());
      }
      if (!done.failures().isEmpty()) {
        return new Outcome(
            "failed",
            "%,d of %,d rows go without: %s"
                .formatted(done.rowsMissed(), done.rowsOut(), done.failures().iterator().next()));
      }
      if (!done.idle().isEmpty()) {
        return new Outcome("skipped", String.join("; ", done.idle()));
      }
      return new Outcome(succeeded ? "succeeded" : "failed", step.note());
    }
  }
}
