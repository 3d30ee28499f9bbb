package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.Warehouse;
import io.genai.sessions.warehouse.WarehouseException;
import io.genai.sessions.warehouse.WarehouseLease;
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
          "model_version", "SELECT DISTINCT model_version AS value FROM fct_generations ORDER BY 1",
          "sampler",
              "SELECT DISTINCT sampler AS value FROM dim_prompts WHERE sampler IS NOT NULL ORDER BY 1");
  private static final String RANGE =
      """
      SELECT strftime(unnest([
          coalesce(min(timestamp), TIMESTAMP '1970-01-01'),
          coalesce(max(timestamp), TIMESTAMP '1970-01-01')]), '%Y-%m-%dT%H:%M:%S') AS value
      FROM fct_generations
      """;

  /** Copies its map. */
  public DataProfile {
    openValues = Map.copyOf(openValues);
  }

  /**
   * Reads the profile from the warehouse that is published now.
   *
   * @throws WarehouseException if there is none to read
   */
  public static DataProfile read(Warehouse warehouse) {
    try (WarehouseLease lease = warehouse.lease()) {
      return read(sql -> lease.query(sql, List.of(), row -> row.text("value")));
    }
  }

  /**
   * Reads the profile from a database file that has the warehouse's tables.
   *
   * @throws WarehouseException if it cannot be read
   */
  public static DataProfile read(Path file) {
    Properties readOnly = new Properties();
    readOnly.setProperty("duckdb.read_only", "true");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file, readOnly);
        Statement statement = connection.createStatement()) {
      return read(
          sql -> {
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(sql)) {
              while (rows.next()) {
                found.add(rows.getString(1));
              }
            } catch (SQLException e) {
              throw WarehouseException.from("Reading what " + file + " holds", e);
            }
            return found;
          });
    } catch (SQLException e) {
      throw WarehouseException.from("Opening " + file, e);
    }
  }

  /** Asks for one column of texts, named value. */
  private interface Asking {
    List<String> texts(String sql);
  }

  private static DataProfile read(Asking asking) {
    Map<String, List<String>> values = new HashMap<>();
    OPEN.forEach((dimension, sql) -> values.put(dimension, List.copyOf(asking.texts(sql))));
    List<String> range = asking.texts(RANGE);
    return new DataProfile(
        LocalDateTime.parse(range.get(0)), LocalDateTime.parse(range.get(1)), values);
  }

  List<String> values(String dimension) {
    return openValues.getOrDefault(dimension, List.of());
  }
}
