package io.genai.sessions.pipeline.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDatasetIT {
  @TempDir private Path directory;

  /** Makes a large sample in a process of its own and says when the first image is there. */
  static final class Child {
    private Child() {}

    public static void main(String[] arguments) {
      SampleDataset.create(Path.of(arguments[0]), 5_000, 5, () -> System.out.println("image"));
    }
  }

  @Test
  void interruptedFromTheKeyboardItLeavesNothing() throws Exception {
    Process child = start();
    awaitFirstImage(child);
    // What Ctrl-C does, as far as the JVM sees it.
    child.destroy();
    assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(left()).isEmpty();
  }

  @Test
  void killedOutrightItLeavesNothingThatPassesForASample() throws Exception {
    Process child = start();
    awaitFirstImage(child);
    child.destroyForcibly();
    assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(directory.resolve("sample")).doesNotExist();

    SampleDataset.create(directory.resolve("sample"), 3, 5);
    assertThat(left()).containsExactly("sample");
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Child.class.getName(),
            directory.resolve("sample").toString())
        .redirectErrorStream(true)
        .start();
  }

  private static void awaitFirstImage(Process child) throws IOException {
    // Left open: the child must be able to write until it is stopped.
    BufferedReader output =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
    String line = output.readLine();
    while (line != null && !line.equals("image")) {
      line = output.readLine();
    }
    assertThat(line).isEqualTo("image");
  }

  private String[] left() throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.map(entry -> entry.getFileName().toString()).toArray(String[]::new);
    }
  }
}
