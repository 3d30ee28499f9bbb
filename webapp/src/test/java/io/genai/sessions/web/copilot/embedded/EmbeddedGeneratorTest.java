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
  private static final DataProfile DATA =
      new DataProfile(
          LocalDateTime.of(2022, 8, 1, 0, 0),
          LocalDateTime.of(2022, 10, 1, 0, 0),
          Map.of("model_version", List.of("sd-v1.4", "sdxl-0.9")));

  private final EmbeddedGenerator generator = new EmbeddedGenerator(SemanticModel.load(), DATA);

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
  void anAnswerThatTheWarehouseCouldNotRunIsARefusal() {
    EmbeddedGenerator checking =
        new EmbeddedGenerator(SemanticModel.load(), DATA, sql -> !sql.contains("region"));
    assertThat(checking.generate("error rate by tier")).isInstanceOf(Generated.Query.class);
    assertThat(checking.generate("error rate by region"))
        .isInstanceOfSatisfying(
            Generated.Refused.class, refused -> assertThat(refused.suggestions()).isNotEmpty());
  }

  @Test
  void clockRangesMayPassMidnight() {
    assertThat(sql("requests between 22:00 and 06:00 by tier"))
        .contains(
            "(extract(hour FROM g.timestamp) >= 22 OR extract(hour FROM g.timestamp) < 6)",
            "u.user_tier");
  }

  @Test
  void oneFigureMayBeDividedByAnother() {
    assertThat(sql("p99 latency divided by median latency per sampler"))
        .contains("(quantile_cont(g.latency_ms, 0.99))::DOUBLE / (median(g.latency_ms))");
  }

  @Test
  void aRunOfFailuresIsLookedForInOrder() {
    assertThat(sql("how many users had three failed requests in a row?"))
        .contains("PARTITION BY g.user_id", "ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) >= 3");
  }

  @Test
  void theFewestThatMakeUpAPartOfTheWholeAreCounted() {
    assertThat(sql("How many users make up half of all requests?"))
        .contains("sum(generations) OVER (ORDER BY generations DESC, user_id)", "< 0.5 * whole");
  }

  @Test
  void ratesOfEachUserAreSummedUpOverUsers() {
    assertThat(sql("median of each user's own error rate"))
        .contains("avg((g.status <> 'success')::INT) AS error_rate", "median(error_rate)");
  }

  @Test
  void aConditionBesideItsOppositeSplits() {
    assertThat(
            sql(
                "Mean alignment of short prompts (up to 15 words) and of long ones (more than 15 words)"))
        .contains("p.word_count")
        .doesNotContain("WHERE");
  }

  @Test
  void whatIsRankedWithinAGroupMustBeNamed() {
    assertThat(sql("For each region, the three users who spent the most"))
        .contains("u.user_id", "PARTITION BY region", "<= 3");
  }

  @Test
  void typingErrorsAreMended() {
    assertThat(sql("avarage latancy by regoin")).contains("avg(g.latency_ms)", "u.region");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What's our error rate across the board, roughly speaking?",
        "kindly work out the error rate, broadly considered",
        "the overall rate of failing requests"
      })
  void wordsThatOnlyCarryTheQuestionAreReadOver(String question) {
    assertThat(sql(question)).contains("avg((g.status <> 'success')::INT)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "how many users switched from free to pro",
        "how many requests were repeated by the same user",
        "average cost of requests on rainy days",
        "how many users are married"
      })
  void wordsThatCouldNameDataAreNotReadOver(String question) {
    assertThat(refusal(question)).startsWith("Not sure what is meant by");
  }

  @Test
  void numbersInWordsAreRead() {
    assertThat(sql("how many sessions have more than twenty five requests")).contains("25");
    assertThat(sql("how many prompts have at least two hundred and fifty words")).contains("250");
  }

  @Test
  void aFormOfAKnownWordIsThatWord() {
    assertThat(sql("share of requests succeeding, by region")).contains("g.status = 'success'");
  }

  @Test
  void aMentionRunsToTheEndOfThePhrase() {
    assertThat(sql("how many prompts mention red hair?")).contains("ILIKE '%red hair%'");
  }

  @Test
  void theFirstAndTheLastEventAreMomentsOfTheRowsThatWereMeant() {
    assertThat(sql("when did the earliest and the latest timeout happen?"))
        .contains("min(g.timestamp)", "max(g.timestamp)", "g.status = 'timeout'");
  }

  @Test
  void aRankSaysWhatComesFirst() {
    String ranked = "rank the regions by average latency for each tier (1 = %s)";
    assertThat(sql(ranked.formatted("slowest"))).contains("ORDER BY average_latency DESC)");
    assertThat(sql(ranked.formatted("fastest"))).contains("ORDER BY average_latency)");
  }

  @Test
  void theFirstOfEachIsRankedByAColumnThatTheQueryHas() {
    assertThat(
            sql(
                "for every region, the subject that gets retried the most in relative terms and"
                    + " its retry rate"))
        .contains("ORDER BY retry_rate DESC, subject) <= 1");
  }

  @Test
  void howOftenRequestsAfterATimeoutFailIsAShareOfThoseRequests() {
    assertThat(sql("how often does a request that comes straight after a timeout fail?"))
        .contains("avg((g.status <> 'success')::INT)", "WHERE seq.previous_status = 'timeout'");
  }

  @Test
  void anAnswerThatDoesNotBindIsNotShown() {
    EmbeddedGenerator strict =
        new EmbeddedGenerator(
            SemanticModel.load(),
            new DataProfile(
                LocalDateTime.of(2022, 8, 1, 0, 0), LocalDateTime.of(2022, 10, 1, 0, 0), Map.of()),
            sql -> !sql.contains("error_rate"));
    assertThat(strict.generate("error rate by tier")).isInstanceOf(Generated.Refused.class);
    assertThat(strict.generate("churn rate by tier")).isInstanceOf(Generated.Query.class);
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
