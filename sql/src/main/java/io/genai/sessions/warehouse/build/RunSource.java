package io.genai.sessions.warehouse.build;

import io.genai.sessions.warehouse.WarehouseException;
import io.genai.sessions.warehouse.WarehouseException.Code;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Makes a run's files readable for the staging models: views run_users, run_prompts and
 * run_generations over its Parquet files, tables run_documents and run_bad_record_lines.
 */
final class RunSource {
  private final BuildDatabase database;
  private final RunDirectory run;

  RunSource(BuildDatabase database, RunDirectory run) {
    this.database = database;
    this.run = run;
  }

  void attach() {
    for (String part : RunDirectory.PARTS) {
      database.execute(
          "Reading " + run.path().resolve(part),
          "CREATE TEMP VIEW run_%s AS SELECT * FROM read_parquet([%s])"
              .formatted(
                  part,
                  run.parquetFiles(part).stream()
                      .map(RunSource::literal)
                      .collect(Collectors.joining(", "))));
    }
    requireColumns();
    loadDocuments();
    loadBadRecords();
  }

  private void loadDocuments() {
    database.execute(
        "Reading run.json",
        "CREATE TEMP TABLE run_documents"
            + " (directory_name VARCHAR, is_published BOOLEAN, document VARCHAR)");
    database.insert(
        "run_documents",
        run.siblings().stream()
            .map(
                sibling -> List.<Object>of(sibling.name(), sibling.equals(run), sibling.document()))
            .toList());
  }

  private void loadBadRecords() {
    database.execute(
        "Reading bad_records.jsonl",
        "CREATE TEMP TABLE run_bad_record_lines (line_number BIGINT, line VARCHAR)");
    List<List<Object>> rows = new ArrayList<>();
    for (String line : run.badRecordLines()) {
      rows.add(List.of(rows.size() + 1L, line));
    }
    database.insert("run_bad_record_lines", rows);
  }

  /** The columns that a staging model needs are those that its SQL names. */
  private void requireColumns() {
    List<String> faults = new ArrayList<>();
    for (SqlScript model : SqlLibrary.scriptsIn("staging")) {
      String part = model.name().substring("stg_".length());
      if (RunDirectory.PARTS.contains(part)) {
        List<String> present =
            database.query(
                "Reading the columns of " + run.path().resolve(part),
                "DESCRIBE run_" + part,
                row -> row.getString("column_name"));
        List<String> missing = new ArrayList<>(columnsReadBy(model));
        missing.removeAll(present);
        if (!missing.isEmpty()) {
          faults.add("%s/ lacks %s".formatted(part, String.join(", ", missing)));
        }
      }
    }
    if (!faults.isEmpty()) {
      throw new WarehouseException(
          Code.DATA,
          "The Parquet files of %s lack columns: %s. They come from another version; run the"
                  .formatted(run.path(), String.join("; ", faults))
              + " pipeline again.");
    }
  }

  private List<String> columnsReadBy(SqlScript model) {
    return database.query(
        "Reading the columns of " + model.name(),
        """
        SELECT DISTINCT unnest(
            json_extract_string(json_serialize_sql(%s), '$..column_names[0]')) AS column_name
        ORDER BY column_name
        """
            .formatted(BuildDatabase.quote(model.text())),
        row -> row.getString("column_name"));
  }

  /** A path as a literal in which read_parquet finds no pattern. */
  private static String literal(Path file) {
    return BuildDatabase.quote(file.toString().replaceAll("([\\[*?])", "[$1]"));
  }
}
