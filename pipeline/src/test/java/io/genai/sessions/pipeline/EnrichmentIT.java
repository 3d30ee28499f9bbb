package io.genai.sessions.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.genai.sessions.pipeline.TestInput.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What models add to a run, and what a run does without them. */
class EnrichmentIT {
  private static final int IMAGES = 12;
  private static final int SIZES = 3;

  @TempDir private Path temporary;
  private Path data;
  private Path input;

  @BeforeEach
  void makeInput() throws IOException {
    data = temporary.resolve("data");
    input = Files.createDirectories(temporary.resolve("input"));
    Part part = new Part();
    for (int i = 0; i < IMAGES; i++) {
      byte[] image = TestInput.png(8 + i % SIZES, 8);
      part.with("image-%02d.png".formatted(i), "a red fox, take " + i / 2, image);
    }
    part.named("lost.png", "a red fox, take 0").zipTo(input.resolve("part-000001.zip"));
  }

  @Test
  void everyColumnOfAModelIsFilled() {
    AnalyzerRun run = run(FakeModels.all());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(prompts("subject IS NOT NULL AND complexity_score = 2")).isEqualTo(IMAGES + 1);
    assertThat(prompts("label_model = 'same-labels' AND clip_model = 'sizes'"))
        .isEqualTo(IMAGES + 1);
    assertThat(prompts("text_embedding IS NOT NULL")).isEqualTo(IMAGES + 1);
    assertThat(
            prompts(
                "image_embedding IS NOT NULL AND alignment_score IS NOT NULL AND style_cluster IS NOT NULL"))
        .isEqualTo(IMAGES);
    assertThat(AnalyzerRun.count(data, "SELECT count(DISTINCT style_cluster) FROM dim_prompts"))
        .isEqualTo(SIZES);
    assertThat(
            AnalyzerRun.count(
                data, "SELECT count(*) FROM ops_models WHERE state = 'used' AND rows = 13"))
        .isEqualTo(2);
  }

  @Test
  void eachDistinctContentIsInferredOnceForAllRuns() {
    forgetCounts();

    run(FakeModels.all());

    assertThat(FakeModels.TEXTS_LABELLED).hasValue(IMAGES / 2);
    assertThat(FakeModels.TEXTS_ENCODED).hasValue(IMAGES / 2);
    assertThat(FakeModels.IMAGES_ENCODED.get()).isBetween(SIZES, IMAGES);
    forgetCounts();

    AnalyzerRun again = run(FakeModels.all());

    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(FakeModels.TEXTS_LABELLED).hasValue(0);
    assertThat(FakeModels.TEXTS_ENCODED).hasValue(0);
    assertThat(FakeModels.IMAGES_ENCODED).hasValue(0);
  }

  @Test
  void modelsThatFailCostTheirColumnsOnly() {
    AnalyzerRun run = run(FakeModels.failing());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("13 of 13 rows go without: the labeller broke down")
        .contains("13 of 13 rows go without: these weights are no CLIP model");
    assertThat(
            prompts(
                "subject IS NULL AND label_model IS NULL AND clip_model IS NULL AND style_cluster IS NULL"))
        .isEqualTo(IMAGES + 1);
    assertThat(steps("LabelPrompts", "failed") + steps("EncodeClip", "failed")).isEqualTo(2);
    assertThat(steps("AssignStyleClusters", "skipped")).isEqualTo(1);
    assertThat(
            AnalyzerRun.count(
                data, "SELECT count(*) FROM ops_models WHERE state = 'failed' AND rows = 0"))
        .isEqualTo(2);
  }

  @Test
  void modelsThatNobodyAsksForAreSkipped() {
    AnalyzerRun run =
        AnalyzerRun.in(
            data,
            "--input=" + input,
            "--maxBadRecordShare=0.5",
            "--textEmbedder=none",
            "--labels=none",
            "--clip=none");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("--labels=none", "--clip=none", "needs EncodeClip");
    assertThat(AnalyzerRun.count(data, "SELECT count(*) FROM ops_steps WHERE state = 'skipped'"))
        .isEqualTo(4);
    assertThat(data.resolve("cache")).doesNotExist();
  }

  private AnalyzerRun run(RunModels models) {
    return AnalyzerRun.with(models, data, "--input=" + input, "--maxBadRecordShare=0.5");
  }

  private long prompts(String condition) {
    return AnalyzerRun.count(data, "SELECT count(*) FROM dim_prompts WHERE " + condition);
  }

  private long steps(String name, String state) {
    return AnalyzerRun.count(
        data,
        "SELECT count(*) FROM ops_steps WHERE name = '%s' AND state = '%s'".formatted(name, state));
  }

  private static void forgetCounts() {
    FakeModels.TEXTS_LABELLED.set(0);
    FakeModels.TEXTS_ENCODED.set(0);
    FakeModels.IMAGES_ENCODED.set(0);
  }
}
