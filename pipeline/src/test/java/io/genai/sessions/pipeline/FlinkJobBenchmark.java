package io.genai.sessions.pipeline;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job on Flink in one process.
 *
 * <p>{@code mvn verify -pl pipeline -am -Pbenchmarks,flink -Dit.test=FlinkJobBenchmark
 * -Dfailsafe.failIfNoSpecifiedTests=false}
 */
class FlinkJobBenchmark {
  @TempDir private Path data;

  @BeforeAll
  static void needsTheProfile() {
    MeasuredJob.assumeEngine("FlinkRunner");
  }

  @Test
  void sample() throws Exception {
    MeasuredJob.run(data.resolve("sample"), List.of(), "--runner=FlinkRunner")
        .print("P1", "embedded sample, 1,000 rows, everything embedded, on Flink", "–");
  }

  @Test
  void madeUpRows() throws Exception {
    MeasuredJob.run(
            data.resolve("made-up"),
            MeasuredJob.FOR_LARGE_INPUTS,
            MeasuredJob.madeUp(2_000_000, "--runner=FlinkRunner"))
        .print("P4", "2,000,000 made-up rows without models, on Flink", "≤ 300 s, heap 4 GiB");
  }
}
