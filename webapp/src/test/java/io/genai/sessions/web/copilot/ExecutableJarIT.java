package io.genai.sessions.web.copilot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.genai.sessions.warehouse.guard.SafetyEvaluation;
import io.genai.sessions.web.SmallWarehouse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Query processes start from the executable jar too, whose classes lie in jars within it. */
class ExecutableJarIT {
  private static final String LAUNCHER =
      "org.springframework.boot.loader.launch.PropertiesLauncher";

  @TempDir Path directory;

  @Test
  void aQueryRunsInAChildOfTheExecutableJar() throws Exception {
    Optional<Path> jar = executableJar();
    assumeTrue(jar.isPresent(), "no executable jar below target: it is made by the package phase");
    Path attacks = directory.resolve("attacks.jsonl");
    Files.writeString(
        attacks,
        """
        {"id": "a1", "sql": "SELECT count(*) FROM dim_users", "must": "allow"}
        {"id": "r1", "sql": "SELECT * FROM read_text('/etc/passwd')", "must": "reject"}
        """);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                jar.get().toString(),
                "-Dloader.main=" + SafetyEvaluation.class.getName(),
                LAUNCHER,
                attacks.toString(),
                SmallWarehouse.shared().file().toAbsolutePath().toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains("allow: 1 of 1 right", "reject: 1 of 1 right");
  }

  private static Optional<Path> executableJar() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target"))) {
      return files.filter(file -> file.toString().endsWith("-exec.jar")).findFirst();
    }
  }
}
