package io.genai.sessions.warehouse.build;

import io.genai.sessions.warehouse.WarehouseRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Builds the tables from the staged run, each by its file of SQL. */
final class WarehouseModels {
  private final BuildDatabase database;
  private final List<TableReport> reports = new ArrayList<>();

  WarehouseModels(BuildDatabase database) {
    this.database = database;
  }

  /** What was built so far, in order. */
  List<TableReport> reports() {
    return List.copyOf(reports);
  }

  /** Constants and formulas as macros, which stay in the warehouse; vocabularies for the checks. */
  void createRules() {
    WarehouseRules rules = WarehouseRules.load();
    createConstant("schema_version", rules.schemaVersion());
    rules.constants().forEach(this::createConstant);
    for (SqlScript script : SqlLibrary.scriptsIn("rules")) {
      script.statements().forEach(sql -> database.execute("Defining " + script.name(), sql));
    }
    database.execute(
        "Listing the vocabularies",
        "CREATE TEMP TABLE rule_vocabularies (vocabulary VARCHAR, value VARCHAR)");
    List<List<Object>> values = new ArrayList<>();
    rules
        .vocabularies()
        .forEach((name, words) -> words.forEach(word -> values.add(List.of(name, word))));
    database.insert("rule_vocabularies", values);
  }

  /** Staging models read the run's files anew each time: they are views, gone with the build. */
  void createStaging() {
    for (SqlScript script : SqlLibrary.scriptsIn("staging")) {
      Stopwatch stopwatch = Stopwatch.start();
      database.execute(
          "Staging " + script.name(),
          "CREATE TEMP VIEW %s AS %s".formatted(script.name(), script.text()));
      report(script, "staging", stopwatch);
    }
  }

  void buildMarts() {
    build("marts");
  }

  /** Tables about the run and this build, from its reports so far. */
  void buildOps(List<CheckResult> checks) {
    database.execute(
        "Keeping the checks",
        """
        CREATE TEMP TABLE check_results (
            name VARCHAR, stage VARCHAR, severity VARCHAR, description VARCHAR, state VARCHAR,
            offending_rows BIGINT, sample_rows VARCHAR[], seconds DOUBLE
        )
        """);
    database.insert("check_results", checks.stream().map(WarehouseModels::row).toList());
    database.execute(
        "Keeping the row counts",
        """
        CREATE TEMP TABLE model_results (
            name VARCHAR, layer VARCHAR, grain VARCHAR, upstream VARCHAR[], row_count BIGINT,
            seconds DOUBLE
        )
        """);
    database.insert("model_results", reports.stream().map(WarehouseModels::row).toList());
    build("ops");
  }

  /** Tables and their comments without any row. */
  void createEmptyTables() {
    for (String layer : List.of("marts", "ops")) {
      for (SqlScript script : SqlLibrary.scriptsIn(layer)) {
        script.statements().stream()
            .filter(sql -> !sql.startsWith("INSERT"))
            .forEach(sql -> database.execute("Creating " + script.name(), sql));
      }
    }
  }

  private void build(String layer) {
    for (SqlScript script : SqlLibrary.scriptsIn(layer)) {
      Stopwatch stopwatch = Stopwatch.start();
      AbsentVectors.leaveOut(database, script)
          .statements()
          .forEach(sql -> database.execute("Building " + script.name(), sql));
      report(script, layer, stopwatch);
    }
  }

  private void report(SqlScript script, String layer, Stopwatch stopwatch) {
    reports.add(
        new TableReport(
            script.name(),
            layer,
            script.header("grain"),
            script.upstream(),
            database.count(script.name()),
            stopwatch.seconds()));
  }

  private void createConstant(String name, int value) {
    database.execute("Defining " + name, "CREATE MACRO %s() AS %d".formatted(name, value));
  }

  private static List<Object> row(CheckResult check) {
    return List.of(
        check.name(),
        check.stage().name().toLowerCase(Locale.ROOT),
        check.severity().name().toLowerCase(Locale.ROOT),
        check.description(),
        check.passed() ? "passed" : "failed",
        check.offendingRows(),
        check.sampleRows(),
        check.seconds());
  }

  private static List<Object> row(TableReport table) {
    return List.of(
        table.name(),
        table.layer(),
        table.grain(),
        table.upstream(),
        table.rows(),
        table.seconds());
  }
}
