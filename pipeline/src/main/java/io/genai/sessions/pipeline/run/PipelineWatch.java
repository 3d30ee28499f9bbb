package io.genai.sessions.pipeline.run;

import io.genai.sessions.pipeline.PipelineFailure;
import io.genai.sessions.pipeline.PipelineFailure.Code;
import java.io.PrintStream;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.joda.time.Duration;

/** Runs a pipeline, shows how far it is, and says in words why it failed. */
public final class PipelineWatch {
  private static final Duration LOOK_EVERY = Duration.millis(500);

  /** A failure that came as text: the name of its class, then what it said. */
  private static final Pattern SENT_BY_A_CLUSTER =
      Pattern.compile("(?:[a-z][\\w$]*\\.)+(?<name>[A-Z]\\w*): (?<message>.*)", Pattern.DOTALL);

  private final StepGraph graph;
  private final PrintStream out;

  private PipelineWatch(StepGraph graph, PrintStream out) {
    this.graph = graph;
    this.out = out;
  }

  /** Shows the steps of {@code graph} on {@code out}. */
  public static PipelineWatch of(StepGraph graph, PrintStream out) {
    return new PipelineWatch(graph, out);
  }

  /**
   * Runs to the end.
   *
   * @return what each step did, by its name
   * @throws PipelineFailure where the pipeline did not succeed
   */
  public Map<String, StepActivity> run(Pipeline pipeline) {
    try (Progress progress = new Progress(out, isTerminal(), graph.running())) {
      PipelineResult result = start(pipeline, progress);
      PipelineResult.State state = result.getState();
      while (!state.isTerminal()) {
        PipelineResult.State reached = result.waitUntilFinish(LOOK_EVERY);
        state = reached == null ? result.getState() : reached;
        progress.show(StepActivity.of(result.metrics()), OptionalLong.empty());
      }
      if (state != PipelineResult.State.DONE) {
        throw new PipelineFailure(Code.INTERNAL, "The pipeline ended as " + state + ".");
      }
      return StepActivity.of(result.metrics());
    } catch (PipelineFailure e) {
      throw e;
    } catch (RuntimeException e) {
      throw inWords(e);
    }
  }

  /** Some runners return only at the end, and tell nothing before. */
  private static PipelineResult start(Pipeline pipeline, Progress progress) {
    ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor();
    try {
      ScheduledFuture<?> unused =
          ticker.scheduleAtFixedRate(
              progress::waiting,
              LOOK_EVERY.getMillis(),
              LOOK_EVERY.getMillis(),
              TimeUnit.MILLISECONDS);
      return pipeline.run();
    } finally {
      ticker.shutdownNow();
    }
  }

  @SuppressWarnings("SystemConsoleNull") // The build and the run both need Java 17.
  private static boolean isTerminal() {
    return System.console() != null;
  }

  /** The deepest cause says what happened; what is around it is Beam's. */
  private static PipelineFailure inWords(RuntimeException failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && !(cause instanceof PipelineFailure)) {
      cause = cause.getCause();
    }
    if (cause instanceof PipelineFailure known) {
      return known;
    }
    String message = String.valueOf(cause.getMessage());
    if (message.contains("No space left on device")) {
      return new PipelineFailure(
          Code.RESOURCE,
          "The disk is full (%s). Free some space or name another --data; finished shards of the caches are kept, the warehouse was left as it is."
              .formatted(message),
          failure);
    }
    Matcher sent = SENT_BY_A_CLUSTER.matcher(message);
    if (!sent.matches()) {
      return new PipelineFailure(
          Code.INTERNAL,
          "The pipeline failed: %s: %s".formatted(cause.getClass().getSimpleName(), message),
          failure);
    }
    return sent.group("name").equals(PipelineFailure.class.getSimpleName())
        ? new PipelineFailure(Code.RESOURCE, sent.group("message"), failure)
        : new PipelineFailure(
            Code.INTERNAL,
            "The pipeline failed: %s: %s".formatted(sent.group("name"), sent.group("message")),
            failure);
  }
}
