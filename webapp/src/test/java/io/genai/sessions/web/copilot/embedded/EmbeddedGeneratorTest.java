package io.genai.sessions.web.copilot.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.Generated;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedGeneratorTest {
  private final EmbeddedGenerator generator =
      new EmbeddedGenerator(
          SemanticModel.load(),
          new DataProfile(
              LocalDateTime.of(2022, 8, 1, 0, 0),
              LocalDateTime.of(2022, 10, 1, 0, 0),
              Map.of("model_version", List.of("sd-v1.4", "sdxl-0.9"))));

  @Test
  void theSqlIsWhatAPersonWouldWrite() {
    assertThat(sql("error rate by tier"))
        .isEqualTo(
            """
            SELECT
              u.user_tier,
              avg((g.status <> 'success')::INT) AS error_rate
            FROM fct_generations AS g
            JOIN dim_users AS u ON u.user_id = g.user_id
            GROUP BY ALL
            ORDER BY user_tier""");
  }

  @Test
  void theExplanationIsBuiltFromTheQuery() {
    Generated.Query query = (Generated.Query) generator.generate("top 3 regions by churn rate");
    assertThat(query.explanation())
        .anyMatch(line -> line.startsWith("Shows Churn rate"))
        .contains("For each Region", "First 3 only");
  }

  @Test
  void typingErrorsAreMended() {
    assertThat(sql("avarage latancy by regoin")).contains("avg(g.latency_ms)", "u.region");
  }

  @Test
  void aQuoteInAQuestionStaysInsideItsLiteral() {
    assertThat(sql("how many prompts contain \"cat's eye\"?")).contains("ILIKE '%cat''s eye%'");
  }

  @Test
  void aQuestionAboutYesterdayNamesTheDataRange() {
    assertThat(refusal("error rate yesterday")).contains("2022-08-01", "2022-10-01");
  }

  @Test
  void aYearWithoutDataIsSaid() {
    assertThat(refusal("error rate in 2021")).contains("There is no data");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "delete all failed generations",
        "please drop table dim_users",
        "what is the weather in Paris",
        "average age of our users",
        "wie hoch ist die Fehlerrate nach Tarif und Region bitte",
        "какова доля ошибок",
        "ошибки",
        "asdf qwer zxcv"
      })
  void whatItCannotAnswerItRefuses(String question) {
    assertThat(generator.generate(question)).isInstanceOf(Generated.Refused.class);
  }

  @Test
  void tenThousandCharactersAreRefusedAtOnce() {
    assertThat(refusal("error rate by tier ".repeat(530))).contains("at most");
  }

  @Test
  void bracketsAndSignsDoNotBreakIt() {
    for (String noise :
        List.of("(((", "M:0 D:99999 <M>", "$1 {time} ${x}", "' OR 1=1 --", "\\E\\Q")) {
      assertThat(generator.generate("error rate by tier " + noise)).isNotNull();
    }
  }

  private String sql(String question) {
    Generated generated = generator.generate(question);
    assertThat(generated).isInstanceOf(Generated.Query.class);
    return ((Generated.Query) generated).sql();
  }

  private String refusal(String question) {
    Generated generated = generator.generate(question);
    assertThat(generated).isInstanceOf(Generated.Refused.class);
    return ((Generated.Refused) generated).reason();
  }
}
