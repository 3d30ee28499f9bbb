package io.genai.sessions.pipeline;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job on Spark in one process.
 *
 * <p>{@code mvn verify -pl pipeline -am -Pbenchmarks,spark -Dit.test=SparkJobBenchmark
 * -Dfailsafe.failIfNoSpecifiedTests=false}
 */
class SparkJobBenchmark {
  @TempDir private Path data;

  @BeforeAll
  static void needsTheProfile() {
    MeasuredJob.assumeEngine("SparkRunner");
  }

  @Test
  void sample() throws Exception {
    MeasuredJob.run(
            data.resolve("sample"), List.of(), "--runner=SparkRunner", "--sparkMaster=local[2]")
        .print("P1", "embedded sample, 1,000 rows, everything embedded, on Spark", "–");
  }
}
