package io.genai.sessions.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The warehouse of an engine beside that of the DirectRunner, table by table.
 *
 * @param input what both read, such as {@code --sampleRows=120}
 * @param directory below which both have their data
 */
record Comparison(Path directory, String input) {
  /** The sample that the engines are compared on. */
  static final String SAMPLE = "--sampleRows=" + Integer.getInteger("engine.rows");

  /** Runs the DirectRunner, once for all that is compared with it. */
  static Comparison with(Path directory, String input) {
    Comparison comparison = new Comparison(directory, input);
    AnalyzerRun direct = AnalyzerRun.in(comparison.direct(), input);
    assertThat(direct.exitCode()).as(direct.err()).isZero();
    return comparison;
  }

  /** A new place for the data of a run that is compared. */
  Path data(String name) {
    return directory.resolve(name);
  }

  /** Runs an engine. */
  AnalyzerRun run(Path data, String... arguments) {
    List<String> all = new ArrayList<>(List.of(input));
    all.addAll(Stream.of(arguments).toList());
    return AnalyzerRun.in(data, all.toArray(String[]::new));
  }

  /** Fails where the run did, or where a row differs. */
  void assertSame(AnalyzerRun run, Path data) {
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(AnalyzerRun.fingerprints(data)).isEqualTo(AnalyzerRun.fingerprints(direct()));
  }

  private Path direct() {
    return directory.resolve("direct");
  }
}
