package io.genai.sessions.warehouse.guard;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A database with the warehouse's tables and columns that the tests name, and few rows. */
final class SmallWarehouse {
  private SmallWarehouse() {}

  static Path create(Path file, int users) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE dim_users AS
          SELECT 'u' || i AS user_id, 'free' AS user_tier, DATE '2022-01-03' AS signup_date,
            DATE '2022-01-03' AS cohort_week, 'Europe' AS region, 'api' AS device_type
          FROM range(%d) AS t(i);
          CREATE TABLE dim_prompts (
            prompt_id BIGINT, prompt_text VARCHAR, image_path VARCHAR, width INTEGER,
            image_embedding FLOAT[512], text_embedding_mini FLOAT[384]);
          CREATE TABLE fct_generations (
            generation_id BIGINT, user_id VARCHAR, prompt_id BIGINT, session_id VARCHAR,
            timestamp TIMESTAMP, latency_ms INTEGER, status VARCHAR, cost_credits DECIMAL(12,4),
            model_version VARCHAR, retry_count INTEGER);
          CREATE TABLE fct_sessions (
            session_id VARCHAR, user_id VARCHAR, session_start TIMESTAMP, churned_after BOOLEAN);
          INSERT INTO fct_generations
          SELECT i, 'u0', i, 's0', TIMESTAMP '2022-08-01', 100, 'success', 1, 'sd', 0
          FROM range(10) AS t(i);
          """
              .formatted(users));
    }
    return file;
  }
}
