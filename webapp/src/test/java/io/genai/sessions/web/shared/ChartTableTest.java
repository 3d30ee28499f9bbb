package io.genai.sessions.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.genai.sessions.warehouse.semantic.Format;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChartTableTest {
  private static final ChartSpec SPEC =
      ChartSpec.of(ChartSpec.Kind.BAR, "Error rate, by tier", Format.PERCENT)
          .categories("Tier", List.of("free", "pro \"plus\""))
          .series("Error rate", "accent", List.of(Optional.of(0.125), Optional.empty()))
          .build()
          .withNote("Region: Europe");

  @Test
  void csvHasTitleFiltersHeaderAndUnroundedValues() {
    assertThat(ChartTable.csv(SPEC))
        .isEqualTo(
            "\"# Error rate, by tier\"\r\n# Region: Europe\r\nTier,Error rate\r\nfree,0.125\r\n"
                + "\"pro \"\"plus\"\"\",\r\n");
  }

  @Test
  void theTableIsFormattedForPeople() {
    assertThat(ChartTable.formatted(SPEC).rows())
        .containsExactly(List.of("free", "12.5%"), List.of("pro \"plus\"", ""));
  }
}
