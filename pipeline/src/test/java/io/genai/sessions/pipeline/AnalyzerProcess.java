package io.genai.sessions.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The job in a process of its own, which a test may end. */
final class AnalyzerProcess implements AutoCloseable {
  private final Process process;
  private final Path log;

  private AnalyzerProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts the job below {@code data}; what it says goes to {@code log}. */
  static AnalyzerProcess start(Path data, Path log, String... arguments) throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process =
        new ProcessBuilder(
                Stream.concat(
                        Stream.of(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-Xmx1g",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            classPath,
                            AnalyzerPipeline.class.getName(),
                            "--data=" + data),
                        Stream.of(arguments))
                    .toList())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    return new AnalyzerProcess(process, log);
  }

  /** Waits until the condition holds; fails where the process ends first. */
  void waitUntil(BooleanSupplier condition) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
    while (!condition.getAsBoolean()) {
      assertThat(process.isAlive()).as(log()).isTrue();
      assertThat(System.nanoTime()).as(log()).isLessThan(deadline);
      process.waitFor(10, TimeUnit.MILLISECONDS);
    }
  }

  /** As Ctrl-C, but not ignored by what a build in the background starts. */
  void interrupt() throws InterruptedException {
    process.destroy();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  /** Ends it without a chance to tidy up. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  int exitCode() throws InterruptedException {
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  String log() throws IOException {
    return Files.readString(log);
  }

  /** All files below a directory; none where there is no such directory. */
  static Set<Path> filesBelow(Path directory) {
    if (!Files.exists(directory)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).collect(Collectors.toSet());
    } catch (IOException | UncheckedIOException e) {
      return Set.of(); // A file went away meanwhile: look again.
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
