package io.genai.sessions.pipeline.download;

import io.genai.sessions.models.hub.DownloadListener;
import io.genai.sessions.models.hub.HubFile;
import java.io.PrintStream;

/** Says which file is being fetched, a line each. */
final class DownloadLines implements DownloadListener {
  private static final long MEGABYTE = 1_000_000;

  private final PrintStream out;

  DownloadLines(PrintStream out) {
    this.out = out;
  }

  @Override
  public void started(HubFile file, long size, long alreadyThere) {
    String resumed =
        alreadyThere > 0 ? ", %,d MB of them are there".formatted(alreadyThere / MEGABYTE) : "";
    out.println("fetching %s: %,d MB%s".formatted(file.path(), size / MEGABYTE, resumed));
  }

  @Override
  public void received(HubFile file, long bytes) {}

  @Override
  public void finished(HubFile file) {}
}
