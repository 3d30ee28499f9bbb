package io.genai.sessions.pipeline.run;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Shows how far each step is: on a terminal a bar a step with rate and time left, elsewhere a line
 * every ten seconds.
 */
final class Progress implements AutoCloseable {
  private static final Duration LINE_EVERY = Duration.ofSeconds(10);

  private final PrintStream out;
  private final boolean terminal;
  private final List<String> steps;
  private final Map<String, ProgressBar> bars = new LinkedHashMap<>();
  private final Instant started = Instant.now();
  private Instant lastLine = started;

  /**
   * @param terminal whether {@code out} is one
   * @param steps names of the steps to show, in their order
   */
  Progress(PrintStream out, boolean terminal, List<String> steps) {
    this.out = out;
    this.terminal = terminal;
    this.steps = steps;
  }

  /**
   * Shows the steps' activity.
   *
   * @param total rows that each step will see, as far as known
   */
  synchronized void show(Map<String, StepActivity> activity, OptionalLong total) {
    if (terminal) {
      showBars(activity, total);
    } else if (Duration.between(lastLine, Instant.now()).compareTo(LINE_EVERY) >= 0) {
      lastLine = Instant.now();
      out.println(line(activity));
    }
  }

  /** Shows that a runner is at work which does not say how far it is. */
  synchronized void waiting() {
    if (Duration.between(lastLine, Instant.now()).compareTo(LINE_EVERY) >= 0) {
      lastLine = Instant.now();
      out.printf(
          Locale.ROOT, "at work for %,d s%n", Duration.between(started, lastLine).toSeconds());
    }
  }

  private void showBars(Map<String, StepActivity> activity, OptionalLong total) {
    for (String step : steps) {
      StepActivity done = activity.get(step);
      if (done != null && done.rowsOut() > 0) {
        ProgressBar bar = bars.computeIfAbsent(step, Progress::bar);
        bar.maxHint(total.orElse(-1));
        bar.stepTo(done.rowsOut());
      }
    }
  }

  private static ProgressBar bar(String step) {
    return new ProgressBarBuilder()
        .setTaskName("%-24s".formatted(step))
        .setUnit(" rows", 1)
        .setStyle(ProgressBarStyle.UNICODE_BLOCK)
        .setUpdateIntervalMillis(200)
        .showSpeed()
        .continuousUpdate()
        .build();
  }

  private String line(Map<String, StepActivity> activity) {
    StringBuilder line = new StringBuilder();
    for (String step : steps) {
      StepActivity done = activity.getOrDefault(step, StepActivity.NONE);
      if (done.rowsOut() > 0) {
        line.append(line.isEmpty() ? "" : " · ")
            .append("%s %,d rows".formatted(step, done.rowsOut()));
      }
    }
    return line.isEmpty() ? "starting" : line.toString();
  }

  @Override
  public void close() {
    bars.values().forEach(ProgressBar::close);
  }
}
