package io.genai.sessions.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genai.sessions.pipeline.simulate.UserSource;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalyzerCommandTest {

  @Test
  void withoutArgumentsTheSampleIsRead() {
    AnalyzerOptions options = AnalyzerCommand.parse().orElseThrow();

    assertThat(options.isSample()).isTrue();
    assertThat(options.limit()).isEmpty();
    assertThat(options.users()).isEmpty();
    assertThat(options.seed()).isEqualTo(42);
    assertThat(options.warehouse()).hasToString("data/warehouse.duckdb");
  }

  @Test
  void valuesMayFollowABlankOrAnEqualsSign() {
    AnalyzerOptions options =
        AnalyzerCommand.parse("--limit", "10", "--users=simulated", "--data", "elsewhere")
            .orElseThrow();

    assertThat(options.limit()).isEqualTo(OptionalLong.of(10));
    assertThat(options.users()).contains(UserSource.SIMULATED);
    assertThat(options.blob().local()).isEqualTo(Path.of("elsewhere/blob").toAbsolutePath());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--limit=0|--limit must be at least 1, but was: 0",
        "--limit=-3|--limit must be at least 1, but was: -3",
        "--limit=many|Invalid value for option '--limit'",
        "--shards=0|--shards must be at least 1, but was: 0",
        "--sampleRows=0|--sampleRows must be at least 1, but was: 0",
        "--maxBadRecordShare=2|--maxBadRecordShare must be between 0 and 1, but was: 2.0",
        "--users=nobody|must be 'observed' or 'simulated', but was: nobody",
        "--inptu=x|Unknown option: --inptu=x. Did you mean --input",
        "--textEmbedder=bert|--textEmbedder must be",
        "--input=hf:2m_first_3k|--input hf: must name a subset (text_only, or 2m_ or large_",
        "--input=synthetic:0|--input=synthetic:ROWS must have 1 to 100,000,000 rows, but was: 0",
        "--input=synthetic:many|--input=synthetic:ROWS must have 1 to 100,000,000 rows",
        "--clusters=0|--clusters must be at least 1, but was: 0",
        "--labels=server|--labels=server needs --server and --serverModel",
        "--runner=NoRunner|--runner must be one of",
        "--data=s3://bucket/data|--warehouse must be a file on this machine's disk",
        "--warehouse=s3://bucket/w|but was: s3://bucket/w. Name one, such as"
      })
  void aMistakeIsSaidInWords(String argument, String message) {
    assertThatThrownBy(() -> AnalyzerCommand.parse(argument))
        .isInstanceOfSatisfying(
            PipelineFailure.class,
            failure -> assertThat(failure.code()).isEqualTo(PipelineFailure.Code.USER))
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({"FlinkRunner,-Pflink", "SparkRunner,-Pspark", "DataflowRunner,-Pdataflow"})
  void aRunnerThatIsNotPartOfTheBuildNamesItsProfile(String runner, String profile) {
    assertThatThrownBy(() -> AnalyzerCommand.parse("--runner=" + runner))
        .isInstanceOf(PipelineFailure.class)
        .hasMessageContainingAll("--runner=" + runner, profile);
  }

  @Test
  void whatBeamKnowsIsPassedOn() {
    AnalyzerOptions options = AnalyzerCommand.parse("--targetParallelism=3").orElseThrow();

    assertThat(options.toBeam().toString()).contains("targetParallelism");
  }

  @Test
  void helpListsEveryOptionWithItsDefault() {
    assertThat(AnalyzerCommand.parse("--help")).isEmpty();
    assertThat(AnalyzerCommand.usage())
        .contains("--input", "--limit", "--data", "--blob", "--warehouse", "--users", "--seed")
        .contains(
            "--textEmbedder",
            "--labels",
            "--clip",
            "--clusters",
            "--shards",
            "--maxBadRecordShare",
            "--runner")
        .contains("default: 42", "default: 0.01", "default: all");
  }
}
