package io.genai.sessions.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.hub.ModelStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunModelsTest {

  @Test
  void everyRoleHasAnEmbeddedModel() {
    RunModels models = models();

    assertThat(models.textEmbedder().isUsed()).isTrue();
    assertThat(models.labeler().isUsed()).isTrue();
    assertThat(models.clip().isUsed()).isTrue();
    assertThat(models.clip().embedded()).isTrue();
    assertThat(models.clip().note()).isEmpty();
  }

  @Test
  void onOtherInputThanTheSampleTheEmbeddedClipSaysThatItsScoresMeanLittle() {
    assertThat(models("--input=elsewhere").clip().note())
        .contains("mean little", "pull clip-vit-b32-q", "--clip=clip-vit-b32-q");
  }

  @Test
  void aModelThatIsNotInstalledIsLeftOutAndSaysHowToFetchIt() {
    ModelStore store = CatalogModels.store();
    assumeFalse(
        store.isInstalled(store.model("clip-vit-b32")), "skipped: clip-vit-b32 is installed here");

    ModelChoice<?> clip = models("--clip=clip-vit-b32").clip();

    assertThat(clip.isUsed()).isFalse();
    assertThat(clip.id()).isEqualTo("clip-vit-b32");
    assertThat(clip.licence()).isEqualTo("MIT");
    assertThat(clip.note())
        .contains("clip-vit-b32 is not installed", ModelStore.pullCommand("clip-vit-b32"));
  }

  @Test
  void aServerIsNamedWithItsModel() {
    ModelChoice<?> labeler =
        models("--labels=server", "--server=http://localhost:8000", "--serverModel=qwen").labeler();

    assertThat(labeler.isUsed()).isTrue();
    assertThat(labeler.id()).isEqualTo("server:qwen");
    assertThat(labeler.note()).contains("http://localhost:8000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--clip=bert|--clip must be 'embedded', 'none' or a clip of the catalogue (clip-vit-b32, clip-vit-b32-q), but was: bert",
        "--labels=clip-vit-b32|--labels must be 'embedded', 'server', 'none' or a text-generator of the catalogue (",
        "--labels=clip-vit-b32|), but was: clip-vit-b32"
      })
  void aNameOfNoSuchModelIsAMistake(String argument, String message) {
    assertThatThrownBy(() -> models(argument))
        .isInstanceOfSatisfying(
            PipelineFailure.class,
            failure -> assertThat(failure.code()).isEqualTo(PipelineFailure.Code.USER))
        .hasMessageContaining(message);
  }

  @Test
  void anAddressThatIsNoneIsAMistake() {
    assertThatThrownBy(() -> models("--labels=server", "--server=ftp://host", "--serverModel=qwen"))
        .isInstanceOfSatisfying(
            ModelException.class,
            failure -> assertThat(failure.code()).isEqualTo(ModelException.Code.USER))
        .hasMessageContaining("ftp://host");
  }

  private static RunModels models(String... arguments) {
    return RunModels.of(AnalyzerCommand.parse(arguments).orElseThrow());
  }
}
