package io.genai.sessions.models.command;

import io.genai.sessions.models.hub.DownloadListener;
import io.genai.sessions.models.hub.HubFile;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows a download as a bar with megabytes, rate and time left, on the error stream. */
final class ProgressBars implements DownloadListener {
  private ProgressBar bar;

  @Override
  public void started(HubFile file, long size, long alreadyThere) {
    stop();
    bar =
        new ProgressBarBuilder()
            .setTaskName(file.path())
            .setInitialMax(size)
            .setStyle(ProgressBarStyle.ASCII)
            .setUnit(" MB", 1_000_000)
            .setUpdateIntervalMillis(500)
            .showSpeed()
            .startsFrom(alreadyThere, Duration.ZERO)
            .build();
  }

  @Override
  public void received(HubFile file, long bytes) {
    bar.stepBy(bytes);
  }

  @Override
  public void finished(HubFile file) {
    stop();
  }

  private void stop() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
