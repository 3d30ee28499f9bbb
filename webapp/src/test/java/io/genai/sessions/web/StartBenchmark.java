package io.genai.sessions.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long the executable jar takes to its first page, as one file and extracted by its own tools,
 * and the memory it holds when a search has loaded the text embedder.
 *
 * <p>{@code mvn verify -pl webapp -am -Pbenchmarks -Dit.test=StartBenchmark
 * -Dfailsafe.failIfNoSpecifiedTests=false [-Dbenchmark.warehouse=FILE]}
 */
class StartBenchmark {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @TempDir private Path directory;

  @Test
  void oneFile() throws Exception {
    firstPageAndMemory("executable jar", executableJar());
  }

  @Test
  void extracted() throws Exception {
    Path jar = executableJar();
    Path extracted = directory.resolve("extracted");
    Process extraction =
        new ProcessBuilder(
                JAVA,
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--destination",
                extracted.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("extraction").toFile())
            .start();
    assertThat(extraction.waitFor()).isZero();
    firstPageAndMemory("extracted jar", extracted.resolve(jar.getFileName()));
  }

  private void firstPageAndMemory(String what, Path jar) throws Exception {
    Path warehouse = BenchmarkWarehouse.file();
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    long start = System.nanoTime();
    Process app =
        new ProcessBuilder(
                JAVA,
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-jar",
                jar.toString(),
                "--server.port=" + port,
                "--warehouse=" + warehouse)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log").toFile())
            .start();
    try {
      BrowserlessSession session = firstPage(app, "http://127.0.0.1:" + port + "/");
      double seconds = (System.nanoTime() - start) / 1e9;
      assertThat(session.open("explorer", "q=a+castle")).startsWith("for(;;);");
      System.out.printf("| P11 | %s, start to first page | %.1f s | ≤ 6 s |%n", what, seconds);
      System.out.printf(
          "| P11 | %s, resident after a search | %.0f MiB | ≤ 600 MiB |%n",
          what, resident(app.pid()));
    } finally {
      app.destroyForcibly().onExit().join();
    }
  }

  private BrowserlessSession firstPage(Process app, String url)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (true) {
      assertThat(app.isAlive()).as(Files.readString(directory.resolve("log"))).isTrue();
      try {
        return new BrowserlessSession(url);
      } catch (RuntimeException notYet) {
        assertThat(System.nanoTime()).as("not up: %s", notYet).isLessThan(deadline);
        app.waitFor(50, TimeUnit.MILLISECONDS);
      }
    }
  }

  private static Path executableJar() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target"))) {
      return files
          .filter(file -> file.toString().endsWith("-exec.jar"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("target has no -exec.jar: mvn package"));
    }
  }

  /** MiB. */
  private static double resident(long process) throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(process), "status")).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .findFirst()
            .orElseThrow()
        / 1024.0;
  }
}
