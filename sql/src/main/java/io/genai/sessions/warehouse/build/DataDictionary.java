package io.genai.sessions.warehouse.build;

import io.genai.sessions.warehouse.TableDescription;
import io.genai.sessions.warehouse.TableDescription.ColumnDescription;
import io.genai.sessions.warehouse.WarehouseRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes the data dictionary, a page of Markdown made from the comments in the SQL. */
public final class DataDictionary {
  private static final Path DEFAULT_PAGE = Path.of("docs", "data-dictionary.md");
  private static final String COMMAND =
      "mvn -q compile exec:java -pl sql -Dexec.skip=false -Dexec.mainClass="
          + DataDictionary.class.getName();

  private DataDictionary() {}

  /**
   * Writes the page.
   *
   * @param arguments where to write it; {@code docs/data-dictionary.md} if empty
   * @throws IOException if it can't be written
   */
  public static void main(String[] arguments) throws IOException {
    Path page = arguments.length == 0 ? DEFAULT_PAGE : Path.of(arguments[0]);
    Files.createDirectories(page.toAbsolutePath().getParent());
    Files.writeString(page, render());
  }

  /** The page as it should be. */
  static String render() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Data dictionary

        Made from the comments in `sql/` by `%s`; edit those, not this page.

        The warehouse is one DuckDB file. Keys are bold; a column without "may be NULL" never is. \
        **Simulated** values are made up by the pipeline; **simulated unless observed** ones only \
        where the input has no users and times. The same comments stand in the file itself \
        (`duckdb_tables()`, `duckdb_columns()`).
        """
            .formatted(COMMAND));
    try (BuildDatabase database = BuildDatabase.inMemory()) {
      WarehouseModels models = new WarehouseModels(database);
      models.createRules();
      models.createEmptyTables();
      appendTables(page, "What the web app and the copilot read", "^(dim|fct)_.*", database);
      appendTables(page, "What makes the web app quick", "^idx_.*", database);
      appendTables(page, "About runs and builds", "^ops_.*", database);
    }
    appendRules(page, WarehouseRules.load());
    appendChecks(page);
    return page.toString();
  }

  private static void appendTables(
      StringBuilder page, String title, String names, BuildDatabase database) {
    page.append("\n## ").append(title).append('\n');
    for (TableDescription table : database.describeTables()) {
      if (table.name().matches(names)) {
        page.append("\n### ").append(table.name()).append("\n\n").append(table.comment());
        page.append("\n\n| column | type | | what |\n|---|---|---|---|\n");
        table.columns().forEach(column -> page.append(line(column)));
      }
    }
  }

  private static String line(ColumnDescription column) {
    String name = column.isKey() ? "**%s**".formatted(column.name()) : column.name();
    return "| %s | %s | %s | %s |\n"
        .formatted(
            name,
            // Values of an ENUM come with the rows; here there are none.
            column.type().replace("ENUM()", "ENUM"),
            column.isNullable() ? "may be NULL" : "",
            column.comment().replace("|", "\\|"));
  }

  private static void appendRules(StringBuilder page, WarehouseRules rules) {
    page.append(
        """

        ## Rules

        Defined in `sql/rules/`; each constant is also a macro of its name in the warehouse, beside \
        `friction_score(error_rate, average_latency_ms, retry_rate)`, `session_gap()`, \
        `churn_window()` and `count_words(text)`.

        | constant | value |
        |---|---|
        """);
    page.append("| schema_version | %d |\n".formatted(rules.schemaVersion()));
    rules
        .constants()
        .forEach((name, value) -> page.append("| %s | %,d |\n".formatted(name, value)));
    page.append("\n| vocabulary | values |\n|---|---|\n");
    for (Map.Entry<String, List<String>> vocabulary : rules.vocabularies().entrySet()) {
      page.append(
          "| %s | %s |\n".formatted(vocabulary.getKey(), String.join(", ", vocabulary.getValue())));
    }
  }

  private static void appendChecks(StringBuilder page) {
    page.append(
        """

        ## Checks

        Each is a query in `sql/checks/` that returns the rows that break it. One of severity error \
        keeps the warehouse from being published; one of severity warn is shown.

        | check | severity | what holds |
        |---|---|---|
        """);
    for (String stage : List.of("staging", "marts")) {
      for (SqlScript check : SqlLibrary.scriptsIn("checks/" + stage)) {
        page.append(
            "| %s | %s | %s |\n"
                .formatted(check.name(), check.header("severity"), check.header("description")));
      }
    }
  }
}
