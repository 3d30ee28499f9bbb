package io.genai.sessions.web.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.genai.sessions.web.WebServices;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FilterParametersTest {
  private static WebServices services;

  @BeforeAll
  static void open() {
    services = WebServices.overShared();
  }

  @AfterAll
  static void close() {
    services.close();
  }

  private static FilterParameters.Parsed parse(Map<String, List<String>> parameters) {
    return services.parameters().parse(parameters, Set.of());
  }

  @Test
  void printedFiltersReadBackTheSame() {
    Filters filters =
        Filters.NONE
            .between(Optional.of(LocalDate.of(2022, 8, 3)), Optional.of(LocalDate.of(2022, 8, 9)))
            .with("user_tier", Set.of("free", "pro"))
            .with("region", "Middle East & Africa")
            .with("friction_decile", "10")
            .with("churned_after", "true")
            .with("model_version", "sd-v1.5");

    FilterParameters.Parsed parsed = parse(FilterParameters.print(filters));

    assertThat(parsed.filters()).isEqualTo(filters);
    assertThat(parsed.notes()).isEmpty();
  }

  @Test
  void brokenAndHostileParametersAreLeftOutWithANote() {
    FilterParameters.Parsed parsed =
        parse(
            Map.of(
                "from", List.of("yesterday"),
                "to", List.of("99999-01-01"),
                "user_tier", List.of("gold", "pro", "' OR 1=1 --"),
                "friction_decile", List.of("many"),
                "no_such", List.of("x"),
                "prompt_text", List.of("%"),
                "user_id", List.of("u1"),
                "model_version", List.of("<script>alert(1)</script>")));

    assertThat(parsed.filters()).isEqualTo(Filters.NONE.with("user_tier", "pro"));
    assertThat(parsed.notes())
        .hasSize(9)
        .allMatch(note -> note.startsWith("Left out: "))
        .contains("Left out: there is no filter “no_such”.");
  }

  @Test
  void aLongValueIsShortenedInItsNote() {
    assertThat(parse(Map.of("mood", List.of("x".repeat(5000)))).notes())
        .singleElement()
        .satisfies(note -> assertThat(note).hasSizeLessThan(120));
  }

  @Test
  void daysInTheWrongOrderAreLeftOut() {
    FilterParameters.Parsed parsed =
        parse(Map.of("from", List.of("2022-08-09"), "to", List.of("2022-08-01")));

    assertThat(parsed.filters().isEmpty()).isTrue();
    assertThat(parsed.notes()).hasSize(1);
  }
}
