package io.genai.sessions.pipeline;

import io.genai.sessions.pipeline.enrich.ModelOpener;
import io.genai.sessions.pipeline.run.RunReport.ModelReport;
import io.genai.sessions.pipeline.run.StepActivity;
import io.genai.sessions.pipeline.run.StepGraph.Step;
import java.util.List;
import java.util.Optional;

/**
 * The model that a step of this run uses, or why it uses none.
 *
 * @param role what the model is for
 * @param id the model's; empty where none was asked for
 * @param dimensions of its vectors; 0 where it makes none
 * @param opener empty where the step is left out
 * @param note why the step is left out, or what to know of its results; may be empty
 */
record ModelChoice<M extends AutoCloseable>(
    String role,
    String id,
    boolean embedded,
    int dimensions,
    String licence,
    Optional<ModelOpener<M>> opener,
    String note) {

  /** A model that comes with the program. */
  static <M extends AutoCloseable> ModelChoice<M> embedded(
      String role, String id, int dimensions, ModelOpener<M> opener) {
    return new ModelChoice<>(role, id, true, dimensions, "Apache-2.0", Optional.of(opener), "");
  }

  /** None, because an option such as {@code --clip=none} says so. */
  static <M extends AutoCloseable> ModelChoice<M> none(String role, String option) {
    return new ModelChoice<>(role, "", false, 0, "", Optional.empty(), option);
  }

  boolean isUsed() {
    return opener.isPresent();
  }

  /** How a worker opens it; only where it is used. */
  ModelOpener<M> open() {
    return opener.orElseThrow();
  }

  /** The same with something to know of its results. */
  ModelChoice<M> noting(String remark) {
    return new ModelChoice<>(role, id, embedded, dimensions, licence, opener, remark);
  }

  /** The step that uses it. */
  Step step(String name, String... upstream) {
    return new Step(name, List.of(upstream), isUsed(), note);
  }

  /** What {@code run.json} says of it after its step did {@code activity}. */
  ModelReport report(StepActivity activity) {
    boolean failed = !activity.failures().isEmpty();
    return new ModelReport(
        role,
        id,
        embedded,
        dimensions,
        licence,
        activity.rowsDone(),
        !isUsed() ? "skipped" : failed ? "failed" : "used",
        failed ? activity.failures().iterator().next() : note);
  }
}
