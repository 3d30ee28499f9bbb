package io.genai.sessions.warehouse.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.genai.sessions.warehouse.WarehouseException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SemanticModelTest {
  @TempDir Path directory;

  @Test
  void everyDefinitionBindsToThePublishedSchema() throws Exception {
    try (Connection connection = published()) {
      SemanticModel.load().validate(connection);
    }
  }

  @Test
  void everyMeasureCanBeSplitByEveryDimension() throws Exception {
    SemanticModel model = SemanticModel.load();
    QueryRenderer renderer = new QueryRenderer(model);
    List<Dimension> dimensions = new ArrayList<>(model.dimensions());
    dimensions.addAll(model.timeGrains());
    try (Connection connection = published();
        Statement statement = connection.createStatement()) {
      for (Measure measure : model.measures()) {
        for (Dimension dimension : dimensions) {
          if (!measure.name().equals(dimension.name())) {
            statement.execute(
                "EXPLAIN " + renderer.render(MetricQuery.of(measure).by(dimension)).sql());
          }
        }
      }
    }
  }

  @Test
  void aMeasureOfSessionsIsNotMultipliedByTheirGenerations() throws Exception {
    SemanticModel model = SemanticModel.load();
    try (Connection connection = published();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO dim_users VALUES ('u1', 'free', '2022-01-03', '2022-01-03', 'Europe', 'api')");
      statement.execute(
          """
          INSERT INTO fct_generations VALUES
            (1, 'u1', 1, 's1', '2022-08-01 10:00:00', 100, 'success', 1, 'sd-1', 0),
            (2, 'u1', 2, 's1', '2022-08-01 10:01:00', 100, 'timeout', 1, 'sd-1', 0),
            (3, 'u1', 3, 's1', '2022-08-01 10:02:00', 100, 'success', 1, 'sd-2', 0),
            (4, 'u1', 4, 's2', '2022-08-02 10:00:00', 100, 'success', 1, 'sd-1', 0)
          """);
      statement.execute(
          """
          INSERT INTO fct_sessions VALUES
            ('s1', 'u1', '2022-08-01 10:00:00', '2022-08-01 10:02:00', 3, 0.67, 100, 3, 5, false),
            ('s2', 'u1', '2022-08-02 10:00:00', '2022-08-02 10:00:00', 1, 1, 100, 1, 1, true)
          """);
      MetricQuery friction = MetricQuery.of(model.measure("average_friction"));
      assertThat(rows(statement, model, friction.by(model.dimension("model_version"))))
          .containsExactly("sd-1|3.0", "sd-2|5.0");
      assertThat(
              rows(
                  statement,
                  model,
                  friction.where(Filter.equal(model.dimension("status"), "timeout"))))
          .containsExactly("5.0");
      assertThat(
              rows(
                  statement,
                  model,
                  MetricQuery.of(
                          model.measure("generations"),
                          model.measure("sessions"),
                          model.measure("users"))
                      .by(model.dimension("user_tier"))))
          .containsExactly("free|4|2|1");
    }
  }

  @Test
  void aDuplicateNameIsNamedWithFileAndLine() throws Exception {
    copyModel();
    append("measures.yaml", duplicateMeasure("sessions", "count(*)"));
    assertThatThrownBy(() -> SemanticModel.load(directory))
        .isInstanceOf(WarehouseException.class)
        .hasMessageMatching("measures.yaml:\\d+: duplicate measure 'sessions'.*");
  }

  @Test
  void aDuplicateSynonymIsNamedWithFileAndLine() throws Exception {
    copyModel();
    append("measures.yaml", duplicateMeasure("another", "count(*)"));
    assertThatThrownBy(() -> SemanticModel.load(directory))
        .hasMessageMatching("measures.yaml:\\d+: duplicate synonym 'churn'.*");
  }

  @Test
  void aMeasureThatWouldMultiplyItsRowsIsRefused() throws Exception {
    copyModel();
    append("measures.yaml", duplicateMeasure("another", "avg(g.latency_ms)").replace("churn", "x"));
    assertThatThrownBy(() -> SemanticModel.load(directory))
        .hasMessageMatching("measures.yaml:\\d+: broken join.*");
  }

  @Test
  void anUnknownColumnAndAnUnboundVerifiedQuestionAreNamedWithFileAndLine() throws Exception {
    copyModel();
    append("measures.yaml", duplicateMeasure("another", "avg(s.nothing)").replace("churn", "x"));
    append("verified_questions.yaml", "  - {question: Huh, sql: SELECT a FROM nowhere}\n");
    SemanticModel model = SemanticModel.load(directory);
    try (Connection connection = published()) {
      assertThatThrownBy(() -> model.validate(connection))
          .hasMessageMatching("(?s).*measures.yaml:\\d+: .*nothing.*")
          .hasMessageMatching("(?s).*verified_questions.yaml:\\d+: .*nowhere.*");
    }
  }

  @Test
  void anUnknownKeyIsNamedWithFileAndLine() throws Exception {
    copyModel();
    append("segments.yaml", "  - {nane: typo}\n");
    assertThatThrownBy(() -> SemanticModel.load(directory))
        .hasMessageMatching("segments.yaml:\\d+: unknown key 'nane'.*");
  }

  @Test
  void aQuoteInAValueStaysInsideItsLiteral() {
    SemanticModel model = SemanticModel.load();
    assertThat(Filter.equal(model.dimension("region"), "O'Hare'; DROP").condition())
        .isEqualTo("u.region = 'O''Hare''; DROP'");
    assertThat(Filter.contains(model.dimension("prompt_text"), "100%").condition())
        .isEqualTo("p.prompt_text ILIKE '%100\\%%' ESCAPE '\\'");
    assertThatThrownBy(() -> Filter.equal(model.dimension("complexity_score"), "1 OR 1=1"))
        .hasMessageContaining("complexity_score must be of type INTEGER");
  }

  private static String duplicateMeasure(String name, String expression) {
    return """
      - name: %s
        label: Another
        synonyms: [churn]
        entity: session
        expression: %s
        unit: count
        format: integer
        definition: For the test.
    """
        .formatted(name, expression);
  }

  private void copyModel() throws Exception {
    for (String file : SemanticReader.FILES) {
      Files.copy(Path.of("semantic", file), directory.resolve(file));
    }
  }

  private void append(String file, String text) throws Exception {
    Path path = directory.resolve(file);
    Files.writeString(path, Files.readString(path) + text);
  }

  private static List<String> rows(Statement statement, SemanticModel model, MetricQuery query)
      throws SQLException {
    List<String> rows = new ArrayList<>();
    try (ResultSet result = statement.executeQuery(new QueryRenderer(model).render(query).sql())) {
      while (result.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          cells.add(result.getString(i));
        }
        rows.add(String.join("|", cells));
      }
    }
    return rows;
  }

  private static Connection published() throws Exception {
    Path schema = Path.of(System.getProperty("shared.directory", "none"), "design/warehouse.sql");
    assumeTrue(Files.exists(schema), "the published schema is not at " + schema);
    Connection connection = DriverManager.getConnection("jdbc:duckdb:");
    try (Statement statement = connection.createStatement()) {
      statement.execute(Files.readString(schema));
    }
    return connection;
  }
}
