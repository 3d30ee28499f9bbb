package io.genai.sessions.warehouse.semantic;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks a database whether it can bind every definition (EXPLAIN reads no row). */
final class SemanticBinding {
  private final SemanticModel model;

  SemanticBinding(SemanticModel model) {
    this.model = model;
  }

  List<String> problems(Connection connection) {
    List<String> problems = new ArrayList<>();
    for (Entity entity : model.entities()) {
      Measure keys = count(entity.name(), entity.source());
      bind(connection, problems, entity.source(), render(keys.as("rows", "rows"), List.of()));
      entity.time().ifPresent(time -> bindScalar(connection, problems, entity, time));
      bindScalar(connection, problems, entity, entity.alias() + "." + entity.key());
    }
    for (Join join : model.joins()) {
      for (String side : List.of(join.from(), join.to())) {
        Entity entity = model.entity(side);
        String column = entity.alias() + "." + join.key();
        bind(
            connection,
            problems,
            join.source(),
            render(count(side, join.source()), List.of(condition(column + " IS NOT NULL"))));
      }
    }
    for (Measure measure : model.measures()) {
      bind(connection, problems, measure.source(), render(measure, List.of()));
    }
    for (Fact fact : model.facts()) {
      bindCondition(connection, problems, fact.source(), fact.entity(), fact.expression() + " > 0");
    }
    for (Dimension dimension : model.dimensions()) {
      bindCondition(
          connection,
          problems,
          dimension.source(),
          dimension.entity(),
          dimension.expression() + " IS NOT NULL");
    }
    for (Dimension grain : model.timeGrains()) {
      bindCondition(
          connection, problems, grain.source(), "generation", grain.expression() + " IS NOT NULL");
    }
    for (Segment segment : model.segments()) {
      String entity = segment.entity().equals(Dimension.TIME) ? "generation" : segment.entity();
      bindCondition(connection, problems, segment.source(), entity, segment.condition());
    }
    for (VerifiedQuestion question : model.verifiedQuestions()) {
      bind(connection, problems, question.source(), question.sql());
    }
    return problems;
  }

  private void bindScalar(
      Connection connection, List<String> problems, Entity entity, String expression) {
    bindCondition(
        connection, problems, entity.source(), entity.name(), expression + " IS NOT NULL");
  }

  private void bindCondition(
      Connection connection,
      List<String> problems,
      SourceLine source,
      String entity,
      String condition) {
    bind(
        connection, problems, source, render(count(entity, source), List.of(condition(condition))));
  }

  private String render(Measure measure, List<Filter> filters) {
    return new QueryRenderer(model)
        .render(new MetricQuery(List.of(measure), List.of(), filters, List.of(), Optional.empty()))
        .sql();
  }

  private static Filter condition(String sql) {
    return new Filter(sql, "condition");
  }

  private static Measure count(String entity, SourceLine source) {
    return new Measure(
        "row_count",
        "Rows",
        List.of(),
        entity,
        "count(*)",
        Unit.COUNT,
        Format.INTEGER,
        false,
        false,
        "Rows.",
        source);
  }

  private static void bind(
      Connection connection, List<String> problems, SourceLine source, String sql) {
    // A statement that failed is closed by the driver, so each gets its own.
    try (Statement statement = connection.createStatement()) {
      statement.execute("EXPLAIN " + sql);
    } catch (SQLException e) {
      String reason = e.getMessage().lines().findFirst().orElse("unknown error");
      String problem = source + ": " + reason;
      if (!problems.contains(problem)) {
        problems.add(problem);
      }
    }
  }
}
