package io.genai.sessions.web.copilot.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.Generated;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One question of each kind, over nine requests whose figures a person can work out. */
class KindsOfQuestionsTest {
  private static final EmbeddedGenerator GENERATOR =
      new EmbeddedGenerator(
          SemanticModel.load(),
          new DataProfile(
              LocalDateTime.of(2022, 8, 1, 9, 0),
              LocalDateTime.of(2022, 8, 20, 22, 0),
              Map.of(
                  "model_version", List.of("sd-1.4", "sd-1.5", "sd-2.0"),
                  "sampler", List.of("ddim", "plms"))));

  private static Connection warehouse;

  @BeforeAll
  static void fill() throws Exception {
    warehouse = DriverManager.getConnection("jdbc:duckdb:");
    try (Statement statement = warehouse.createStatement()) {
      statement.execute(text("kinds.sql"));
    }
  }

  @AfterAll
  static void close() throws SQLException {
    warehouse.close();
  }

  static Stream<String[]> questions() throws IOException {
    return text("kinds.txt")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" => ", 2));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("questions")
  void eachKindGivesTheFiguresOfTheRows(String question, String rows) throws SQLException {
    Generated generated = GENERATOR.generate(question);
    assertThat(generated).isInstanceOf(Generated.Query.class);
    assertThat(rows(((Generated.Query) generated).sql())).isEqualTo(rows);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "active users each day who had been active the day before",
        "users whose error rate is more than twice the average of their tier",
        "How many users only ever used the mobile... I mean made a single request?",
        "error rate of failed requests",
        "failure types by count with their share of all failures",
        "Break all requests down by how they felt",
        "what share of users has more failed than successful requests?",
        "Do pro users have a higher success rate?",
        "who made the most requests in a single day?",
        "which status occurs most often after success?",
        "anything odd about Sundays? error rate per weekday please",
        "what kind of images do Europeans mostly ask for?",
        "Which prompts longer than 3 words failed?",
        "only weekends: credits per day",
        "which art style has neither nsfw nor dark images?",
        "are retries rising?",
        "cheapest and most expensive request",
        "New versus returning users per week",
        "What is the average alignment of the 100 longest prompts?",
        "which users only ever used sd-1.5",
        "biggest session by number of requests",
        "Which samplers beat the overall success rate on at least two model versions?"
      })
  void whatCannotBeKeptToIsRefused(String question) {
    assertThat(GENERATOR.generate(question)).isInstanceOf(Generated.Refused.class);
  }

  private static String rows(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = warehouse.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(plain(result.getObject(i)));
        }
        rows.add(String.join(", ", row));
      }
    }
    return String.join("; ", rows);
  }

  private static String plain(Object value) {
    return value instanceof Number number
        ? new BigDecimal(number.toString())
            .setScale(4, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString()
        : value instanceof java.sql.Timestamp moment
            ? moment.toLocalDateTime().toString()
            : String.valueOf(value);
  }

  private static String text(String name) throws IOException {
    try (InputStream stream = KindsOfQuestionsTest.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
