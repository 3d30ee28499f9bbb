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
   * @param skipped why it is not part of this run; empty where it is
   */
  public record Step(String name, List<String> upstream, String skipped) {}

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
    return steps.stream().filter(step -> step.skipped().isEmpty()).map(Step::name).toList();
  }

  /** The steps with what they did. */
  public List<StepReport> report(Map<String, StepActivity> activity, boolean succeeded) {
    List<StepReport> report = new ArrayList<>();
    for (Step step : steps) {
      StepActivity done = activity.getOrDefault(step.name(), StepActivity.NONE);
      String state = !step.skipped().isEmpty() ? "skipped" : succeeded ? "succeeded" : "failed";
      report.add(
          new StepReport(
              step.name(),
              report.size() + 1,
              step.upstream(),
              state,
              done.seconds(),
              done.rowsIn(),
              done.rowsOut(),
              done.badRecords(),
              step.skipped()));
    }
    return report;
  }
}
