package io.genai.sessions.pipeline;

import io.genai.sessions.pipeline.PipelineFailure.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Flink is told, when it runs in this process, that Beam has no option for. */
final class FlinkSettings {
  private static final String FILE = "config.yaml";

  /**
   * A job that names no class path of its own is loaded by the JVM's class loader, which does not
   * know the job where Maven runs it. Any directory will do: this one has no classes. The job's
   * many shuffles need more network buffers than Flink gives a process by itself.
   */
  private static final String SETTINGS =
      """
      pipeline.classpaths: ["%s"]
      classloader.check-leaked-classloader: false
      taskmanager.memory.network.min: 256m
      taskmanager.memory.network.max: 256m
      """;

  private FlinkSettings() {}

  /** Writes the settings to a directory that goes with this process. */
  static Path directory() {
    try {
      Path directory = Files.createTempDirectory("flink-settings");
      directory.toFile().deleteOnExit();
      Path file = directory.resolve(FILE);
      file.toFile().deleteOnExit();
      Files.writeString(file, SETTINGS.formatted(directory.toUri()));
      return directory;
    } catch (IOException e) {
      throw new PipelineFailure(
          Code.RESOURCE,
          "Cannot write Flink's settings to the directory for temporary files (%s). Free some space there, or name settings of your own with --flinkConfDir."
              .formatted(e),
          e);
    }
  }
}
