package io.genai.sessions.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job on Spark, in this process: {@code -Pspark}. */
@Tag("spark")
class SparkRunnerIT {
  @TempDir private static Path temporary;
  private static Comparison comparison;

  @BeforeAll
  static void runDirectly() {
    comparison = Comparison.with(temporary, Comparison.SAMPLE);
  }

  @Test
  void itGivesTheSameWarehouse() {
    Path data = comparison.data("spark");

    AnalyzerRun run = comparison.run(data, "--runner=SparkRunner", "--sparkMaster=local[2]");

    comparison.assertSame(run, data);
    assertThat(run.out()).contains("EmbedText", "WriteParquet prompts", "bad records  0");
  }

  @Test
  void aClusterThatDoesNotAnswerEndsTheRunAtOnce() {
    AnalyzerRun run =
        AnalyzerRun.in(
            temporary.resolve("nowhere"),
            "--runner=SparkRunner",
            "--sparkMaster=spark://127.0.0.1:1");

    assertThat(run.err()).contains("The cluster of --sparkMaster cannot be reached: 127.0.0.1:1");
    assertThat(run.exitCode()).isEqualTo(1);
  }
}
