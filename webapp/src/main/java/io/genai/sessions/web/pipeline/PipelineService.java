package io.genai.sessions.web.pipeline;

import io.genai.sessions.warehouse.Row;
import io.genai.sessions.warehouse.Warehouse;
import io.genai.sessions.warehouse.WarehouseLease;
import java.util.List;
import org.springframework.stereotype.Service;

/** Reads how the data came to be from the warehouse's own records. */
@Service
class PipelineService {
  private static final int MOST_RUNS = 50;
  private static final int MOST_BAD_RECORDS = 200;

  private final Warehouse warehouse;

  PipelineService(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /** All of one published warehouse, even if the next one is published meanwhile. */
  PipelineHealth load() {
    try (WarehouseLease lease = warehouse.lease()) {
      return new PipelineHealth(
          lease.query(
              "SELECT * FROM ops_steps WHERE run_id = ? ORDER BY ordinal, name",
              List.of(lease.info().runId()),
              PipelineService::step),
          lease.query(
              "SELECT * FROM ops_tables ORDER BY layer DESC, name",
              List.of(),
              PipelineService::table),
          lease.query(
              "SELECT * FROM ops_runs ORDER BY started_at DESC NULLS LAST, run_id DESC LIMIT ?",
              List.of(MOST_RUNS),
              PipelineService::run),
          lease.query(
              "SELECT * FROM ops_checks ORDER BY state = 'passed', severity, stage DESC, name",
              List.of(),
              PipelineService::check),
          lease.query(
              "SELECT * FROM ops_models WHERE run_id = ? ORDER BY role",
              List.of(lease.info().runId()),
              PipelineService::model),
          lease
              .queryOne(
                  "SELECT count(*) AS n FROM ops_bad_records", List.of(), row -> row.whole("n"))
              .orElse(0L),
          lease.query(
              "SELECT * FROM ops_bad_records ORDER BY line_number LIMIT ?",
              List.of(MOST_BAD_RECORDS),
              row ->
                  new PipelineHealth.BadRecord(
                      row.text("source"),
                      row.text("step"),
                      row.text("reason"),
                      row.text("attempted"))));
    }
  }

  /** The steps of one run, in order. */
  List<PipelineHealth.Step> steps(String runId) {
    return warehouse.query(
        "SELECT * FROM ops_steps WHERE run_id = ? ORDER BY ordinal, name",
        List.of(runId),
        PipelineService::step);
  }

  private static PipelineHealth.Step step(Row row) {
    return new PipelineHealth.Step(
        row.text("run_id"),
        row.text("name"),
        row.texts("upstream"),
        text(row, "state"),
        row.optional("seconds", row::number),
        row.optional("rows_in", row::whole),
        row.optional("rows_out", row::whole),
        row.optional("bad_records", row::whole),
        text(row, "note"));
  }

  private static PipelineHealth.Table table(Row row) {
    return new PipelineHealth.Table(
        row.text("name"),
        row.text("layer"),
        row.text("grain"),
        row.texts("upstream"),
        row.whole("row_count"),
        row.number("seconds"));
  }

  private static PipelineHealth.Run run(Row row) {
    return new PipelineHealth.Run(
        row.text("run_id"),
        row.bool("is_published"),
        row.text("status"),
        row.optional("started_at", row::instant),
        row.optional("seconds", row::number),
        text(row, "input"),
        text(row, "runner"),
        row.optional("seed", row::whole),
        row.optional("generation_rows", row::whole),
        row.optional("bad_records", row::whole),
        text(row, "command"));
  }

  private static PipelineHealth.Check check(Row row) {
    return new PipelineHealth.Check(
        row.text("name"),
        row.text("stage"),
        row.text("severity"),
        row.text("description"),
        row.text("state"),
        row.whole("offending_rows"),
        row.texts("sample_rows"),
        row.number("seconds"));
  }

  private static PipelineHealth.Model model(Row row) {
    return new PipelineHealth.Model(
        row.text("role"),
        text(row, "model_id"),
        row.optional("embedded", row::bool).orElse(false),
        row.optional("dimensions", row::whole),
        text(row, "licence"),
        row.optional("rows", row::whole),
        text(row, "state"),
        text(row, "note"));
  }

  private static String text(Row row, String column) {
    return row.optional(column, row::text).orElse("");
  }
}
