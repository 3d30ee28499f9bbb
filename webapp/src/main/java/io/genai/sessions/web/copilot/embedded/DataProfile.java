package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.WarehouseException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * What the warehouse holds now, as far as questions are about it.
 *
 * @param first the first generation's moment (UTC)
 * @param last the last generation's moment (UTC)
 * @param openValues the values of dimensions whose vocabulary is open, by dimension
 */
public record DataProfile(
    LocalDateTime first, LocalDateTime last, Map<String, List<String>> openValues) {

  private static final Map<String, String> OPEN =
      Map.of(
          "model_version", "SELECT DISTINCT model_version FROM fct_generations ORDER BY 1",
          "sampler",
              "SELECT DISTINCT sampler FROM dim_prompts WHERE sampler IS NOT NULL ORDER BY 1");
  private static final String RANGE =
      "SELECT coalesce(min(timestamp), TIMESTAMP '1970-01-01'),"
          + " coalesce(max(timestamp), TIMESTAMP '1970-01-01') FROM fct_generations";

  /** Copies its map. */
  public DataProfile {
    openValues = Map.copyOf(openValues);
  }

  /**
   * Reads the profile from a warehouse file.
   *
   * @throws WarehouseException DATA if it cannot be read
   */
  public static DataProfile read(Path warehouse) {
    Properties readOnly = new Properties();
    readOnly.setProperty("duckdb.read_only", "true");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + warehouse, readOnly);
        Statement statement = connection.createStatement()) {
      Map<String, List<String>> values = new HashMap<>();
      for (Map.Entry<String, String> source : OPEN.entrySet()) {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(source.getValue())) {
          while (rows.next()) {
            found.add(rows.getString(1));
          }
        }
        values.put(source.getKey(), List.copyOf(found));
      }
      try (ResultSet rows = statement.executeQuery(RANGE)) {
        rows.next();
        return new DataProfile(
            rows.getObject(1, LocalDateTime.class), rows.getObject(2, LocalDateTime.class), values);
      }
    } catch (SQLException e) {
      throw WarehouseException.from("Reading what " + warehouse + " holds", e);
    }
  }

  List<String> values(String dimension) {
    return openValues.getOrDefault(dimension, List.of());
  }
}
