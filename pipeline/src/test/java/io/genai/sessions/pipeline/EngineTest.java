package io.genai.sessions.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineTest {

  @ParameterizedTest
  @ValueSource(strings = {"FlinkRunner", "flinkrunner", "Flink"})
  void anEngineIsNamedAsBeamLetsOneNameIt(String runner) {
    assertThat(Engine.of(runner)).contains(Engine.FLINK);
  }

  @Test
  void whatTheUserSaysStandsBeforeTheDefault() {
    assertThat(Engine.DIRECT.defaults(List.of("--blockOnRun=true")))
        .doesNotContain("--blockOnRun=false")
        .contains("--enforceImmutability=false");
  }

  @Test
  void flinkHasSettingsOfItsOwnInThisProcessOnly() throws Exception {
    String settings = Engine.FLINK.defaults(List.of("--flinkMaster=[local]")).get(1);

    assertThat(Files.readString(Path.of(settings.replaceFirst("^.*=", ""), "config.yaml")))
        .contains("pipeline.classpaths");
    assertThat(Engine.FLINK.defaults(List.of("--flinkMaster=jobs:8081")))
        .containsExactly("--fasterCopy=true");
    assertThat(Engine.FLINK.defaults(List.of("--flinkConfDir=own")))
        .containsExactly("--fasterCopy=true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--flinkMaster=[auto]", "--flinkMaster=[local]", "--parallelism=2"})
  void withoutAnAddressTheJobRunsInThisProcess(String argument) {
    assertThat(Engine.FLINK.cluster(List.of(argument))).isEmpty();
  }

  @Test
  void addressesHaveTheirEnginesPort() {
    assertThat(ClusterAddress.ofFlink("https://jobs.example").orElseThrow().hosts())
        .containsExactly("jobs.example:8081");
    assertThat(ClusterAddress.ofSpark("spark://one:7000,two").orElseThrow().hosts())
        .containsExactly("one:7000", "two:7077");
    assertThat(ClusterAddress.ofSpark("local[2]")).isEmpty();
  }

  @Test
  void aClusterThatNobodyAnswersAtIsSaidAtOnce() {
    ClusterAddress nowhere = ClusterAddress.ofFlink("127.0.0.1:1").orElseThrow();

    assertThatThrownBy(nowhere::requireAnswer)
        .isInstanceOfSatisfying(
            PipelineFailure.class, failure -> assertThat(failure.code().exitCode()).isEqualTo(1))
        .hasMessageContainingAll("--flinkMaster", "127.0.0.1:1", "Check that it runs");
  }
}
