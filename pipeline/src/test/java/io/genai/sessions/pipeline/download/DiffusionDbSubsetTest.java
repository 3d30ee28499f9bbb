package io.genai.sessions.pipeline.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genai.sessions.pipeline.PipelineFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiffusionDbSubsetTest {

  @ParameterizedTest
  @CsvSource({
    "2m_first_1k, 1",
    "2m_random_5k, 5",
    "2m_first_1m, 1000",
    "2m_all, 2000",
    "large_random_500k, 500",
    "large_first_10m, 10000",
    "large_all, 14000",
    "text_only, 0",
    "2m_text_only, 0",
    "large_text_only, 0"
  })
  void aNameSaysHowManyParts(String name, int parts) {
    assertThat(DiffusionDbSubset.of(name, 42).parts()).hasSize(parts).doesNotHaveDuplicates();
  }

  @Test
  void theFirstPartsAreTheFirst() {
    assertThat(DiffusionDbSubset.of("2m_first_5k", 42).parts()).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void theSeedDrawsTheSamePartsAgain() {
    DiffusionDbSubset drawn = DiffusionDbSubset.of("2m_random_10k", 42);

    assertThat(drawn.parts()).isSorted().allMatch(part -> part >= 1 && part <= 2000);
    assertThat(DiffusionDbSubset.of("2m_random_10k", 42)).isEqualTo(drawn);
    assertThat(DiffusionDbSubset.of("2m_random_10k", 43)).isNotEqualTo(drawn);
  }

  @Test
  void filesLieWhereTheDatasetHasThem() {
    DiffusionDbSubset small = DiffusionDbSubset.of("2m_first_1k", 42);
    DiffusionDbSubset large = DiffusionDbSubset.of("large_first_1k", 42);

    assertThat(small.partFile(1)).isEqualTo("images/part-000001.zip");
    assertThat(small.metadataFile()).isEqualTo("metadata.parquet");
    assertThat(large.partFile(10_000)).isEqualTo("diffusiondb-large-part-1/part-010000.zip");
    assertThat(large.partFile(10_001)).isEqualTo("diffusiondb-large-part-2/part-010001.zip");
    assertThat(large.metadataFile()).isEqualTo("metadata-large.parquet");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2m", "2m_first_3k", "2m_first_5m", "large_last_1k", "2M_FIRST_1K"})
  void otherNamesAreRefused(String name) {
    assertThatThrownBy(() -> DiffusionDbSubset.of(name, 42))
        .isInstanceOfSatisfying(
            PipelineFailure.class,
            failure -> assertThat(failure.code()).isEqualTo(PipelineFailure.Code.USER))
        .hasMessageContaining("must name a subset")
        .hasMessageEndingWith("but was: hf:" + name);
  }
}
