package io.genai.sessions.warehouse.guard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** How much memory a process holds. */
final class ResidentMemory {
  private final Path status;
  private final long pid;
  private final boolean linux;

  ResidentMemory(long pid) {
    this.pid = pid;
    this.status = Path.of("/proc", Long.toString(pid), "status");
    this.linux = Files.exists(Path.of("/proc/self/status"));
  }

  /** Bytes, or 0 when the process has ended or the system does not tell. */
  long bytes() {
    try {
      return linux ? fromProc() : fromPs();
    } catch (IOException | NumberFormatException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private long fromProc() throws IOException {
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) << 10;
      }
    }
    return 0;
  }

  private long fromPs() throws IOException, InterruptedException {
    Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
    String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    ps.waitFor(1, TimeUnit.SECONDS);
    return answer.isEmpty() ? 0 : Long.parseLong(answer) << 10;
  }
}
