package io.genai.sessions.warehouse.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A small run that keeps every rule, written as the pipeline writes it. Tests change its rows by
 * SQL before it is written: tables {@code users}, {@code prompts} and {@code generations}.
 */
public final class RunDirectoryFixture {
  private static final String TABLES =
      """
      CREATE TABLE users (
          user_id VARCHAR, user_tier VARCHAR, signup_date DATE, region VARCHAR,
          device_type VARCHAR);
      INSERT INTO users VALUES
          ('u1', 'free', '2022-08-01', 'Europe', 'desktop'),
          ('u2', 'pro', '2022-08-03', 'Asia Pacific', 'mobile');
      CREATE TABLE prompts AS
      SELECT
          id AS prompt_id,
          'image' || id || '.png' AS image_name,
          'a castle in the sky' AS prompt_text,
          5::INTEGER AS word_count,
          'images/generations/image' || id || '.png' AS image_path,
          'images/thumbnails/image' || id || '.jpg' AS thumbnail_path,
          512::INTEGER AS width,
          512::INTEGER AS height,
          id * 1000 AS seed,
          50::INTEGER AS step,
          7.0::DOUBLE AS cfg,
          'k_euler' AS sampler,
          0.1::DOUBLE AS image_nsfw,
          0.2::DOUBLE AS prompt_nsfw,
          'architecture' AS subject,
          'concept art' AS art_style,
          'epic' AS mood,
          'castle' AS setting,
          'cinematic' AS lighting,
          3::INTEGER AS complexity_score,
          FALSE AS has_nsfw_intent,
          'test-labels' AS label_model,
          [1::FLOAT] || list_transform(range(511), lambda x: 0::FLOAT) AS image_embedding,
          [1::FLOAT] || list_transform(range(511), lambda x: 0::FLOAT) AS text_embedding,
          1.0::DOUBLE AS alignment_score,
          0::INTEGER AS style_cluster,
          'test-clip' AS clip_model,
          [1::FLOAT] || list_transform(range(383), lambda x: 0::FLOAT) AS text_embedding_mini,
          'test-embedder' AS embedding_model
      FROM range(1, 7) AS ids(id);
      CREATE TABLE generations (
          generation_id BIGINT, user_id VARCHAR, prompt_id BIGINT, timestamp TIMESTAMP,
          latency_ms INTEGER, status VARCHAR, cost_credits DECIMAL(12, 4), model_version VARCHAR,
          retry_count INTEGER);
      INSERT INTO generations VALUES
          (1, 'u1', 1, '2022-08-06 10:00:00', 250, 'success', 0.0750, 'sd-v1.4', 0),
          (2, 'u1', 2, '2022-08-06 10:30:00', 500, 'rate_limited', 0.0501, 'sd-v1.4', 2),
          (3, 'u1', 3, '2022-08-06 11:00:01', 250, 'success', 0.0750, 'sd-v1.4', 0),
          (4, 'u2', 4, '2022-08-06 10:00:00', 30000, 'timeout', 3.0500, 'sd-v1.5', 1),
          (5, 'u2', 5, '2022-08-14 10:00:00', 250, 'success', 0.0750, 'sd-v1.5', 0),
          (6, 'u2', 6, '2022-08-21 09:00:00', 250, 'success', 0.0750, 'sd-v1.5', 0);
      """;

  private final List<String> changes = new ArrayList<>();
  private final List<String> badRecords = new ArrayList<>();
  private String status = "succeeded";
  private String rows = "";

  private RunDirectoryFixture() {}

  /** Six generations of two users, in five sessions. */
  public static RunDirectoryFixture valid() {
    return new RunDirectoryFixture();
  }

  /** Changes the rows before they are written. */
  public RunDirectoryFixture with(String sql) {
    changes.add(sql);
    return this;
  }

  /** Replaces the generations by one user's at the given times (UTC), a prompt and a row each. */
  public RunDirectoryFixture withTimesOfOneUser(String... times) {
    List<String> values = new ArrayList<>();
    for (String time : times) {
      values.add(
          "(%d, 'u1', 1, TIMESTAMP '%s', 250, 'success', 0.0750, 'sd-v1.4', 0)"
              .formatted(values.size() + 1, time));
    }
    return with("DELETE FROM generations")
        .with("INSERT INTO generations VALUES " + String.join(", ", values));
  }

  public RunDirectoryFixture withStatus(String newStatus) {
    status = newStatus;
    return this;
  }

  /** What run.json says about rows, instead of the truth. */
  public RunDirectoryFixture withAnnouncedRows(String json) {
    rows = json;
    return this;
  }

  public RunDirectoryFixture withBadRecord(String line) {
    badRecords.add(line);
    return this;
  }

  /** Writes the run into a directory of its own below the given one, and returns it. */
  public Path writeTo(Path runs, String runId) {
    Path run = runs.resolve(runId);
    try (BuildDatabase database = BuildDatabase.inMemory()) {
      for (String part : RunDirectory.PARTS) {
        Files.createDirectories(run.resolve(part));
      }
      database.execute("fixture", TABLES);
      changes.forEach(sql -> database.execute("fixture", sql));
      copy(database, "users", "SELECT * FROM users", run);
      copy(database, "prompts", "SELECT * FROM prompts", run);
      copy(
          database,
          "generations",
          """
          SELECT
              * EXCLUDE (timestamp),
              -- Adjusted to UTC, as the pipeline writes it.
              make_timestamptz(epoch_us(timestamp)) AS timestamp
          FROM generations
          """,
          run);
      String counted =
          RunDirectory.PARTS.stream()
              .map(part -> "\"%s\":%d".formatted(part, database.count(part)))
              .collect(Collectors.joining(",", "{", "}"));
      Files.writeString(run.resolve("run.json"), document(runId, rows.isEmpty() ? counted : rows));
      Files.write(run.resolve("bad_records.jsonl"), badRecords);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return run;
  }

  private static void copy(BuildDatabase database, String part, String sql, Path run) {
    database.execute(
        "fixture",
        "COPY (%s) TO %s (FORMAT PARQUET)"
            .formatted(
                sql, BuildDatabase.quote(run.resolve(part).resolve("part-0.parquet").toString())));
  }

  private String document(String runId, String announced) {
    return """
    {"run_id":"%s","status":"%s","started_at":"2026-11-22T08:15:00Z",\
    "finished_at":"2026-11-22T08:15:10.500Z","command":"--seed 42","input":"fixture",\
    "runner":"DirectRunner","seed":42,"users":"simulated","analyzer_version":"0.1.0","rows":%s,\
    "bad_records":%d,"simulated_columns":["fct_generations.latency_ms"],\
    "steps":[{"name":"EmbedText","ordinal":3,"upstream":["ReadDiffusionDb"],"state":"succeeded",\
    "seconds":3.2,"rows_in":6,"rows_out":6,"bad_records":0,"note":""}],\
    "models":[{"role":"text-embedder","model_id":"test-embedder","embedded":true,\
    "dimensions":384,"licence":"Apache-2.0","rows":6,"state":"used","note":""}]}
    """
        .formatted(runId, status, announced, badRecords.size());
  }
}
