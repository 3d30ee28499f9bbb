package io.genai.sessions.warehouse;

import io.genai.sessions.warehouse.WarehouseException.Code;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The current row of a result. Columns are named; a column that is not in the result, or a NULL
 * where a value is asked for, is a fault of the caller (INTERNAL). A column that may be NULL is
 * read through {@link #optional}: {@code row.optional("cfg", row::number)}.
 */
public final class Row {

  /**
   * Reads one column.
   *
   * @param <T> type of its value
   */
  @FunctionalInterface
  public interface Reader<T> {
    /** Reads the named column, which is not NULL. */
    T read(String column);
  }

  private final ResultSet results;
  private final Map<String, Integer> positions;

  Row(ResultSet results) throws SQLException {
    this.results = results;
    ResultSetMetaData meta = results.getMetaData();
    Map<String, Integer> columns = new LinkedHashMap<>();
    for (int position = 1; position <= meta.getColumnCount(); position++) {
      columns.putIfAbsent(meta.getColumnLabel(position), position);
    }
    this.positions = Collections.unmodifiableMap(columns);
  }

  /** Names of the columns, in the result's order. */
  public List<String> columns() {
    return List.copyOf(positions.keySet());
  }

  /** Whether the column is NULL in this row. */
  public boolean isNull(String column) {
    return value(column, ResultSet::getObject).isEmpty();
  }

  /** The column's value by the given reader, or empty where it is NULL. */
  public <T> Optional<T> optional(String column, Reader<T> reader) {
    return isNull(column) ? Optional.empty() : Optional.of(reader.read(column));
  }

  /** A VARCHAR. */
  public String text(String column) {
    return required(column, ResultSet::getString);
  }

  /** An INTEGER or smaller. */
  public int integer(String column) {
    return required(column, ResultSet::getInt);
  }

  /** A BIGINT or smaller, such as a count. */
  public long whole(String column) {
    return required(column, ResultSet::getLong);
  }

  /** Any number, as a double. */
  public double number(String column) {
    return required(column, ResultSet::getDouble);
  }

  /** A DECIMAL, exactly. */
  public BigDecimal decimal(String column) {
    return required(column, ResultSet::getBigDecimal);
  }

  /** A BOOLEAN. */
  public boolean bool(String column) {
    return required(column, ResultSet::getBoolean);
  }

  /** A DATE. */
  public LocalDate date(String column) {
    return required(column, (row, position) -> row.getObject(position, LocalDate.class));
  }

  /** A TIMESTAMP, which in the warehouse is UTC, or the beginning of a DATE. */
  public Instant instant(String column) {
    return required(column, Row::dateTime).toInstant(ZoneOffset.UTC);
  }

  private static LocalDateTime dateTime(ResultSet row, int position) throws SQLException {
    return row.getObject(position) instanceof LocalDate day
        ? day.atStartOfDay()
        : row.getObject(position, LocalDateTime.class);
  }

  /** A BLOB. */
  public byte[] bytes(String column) {
    return required(column, ResultSet::getBytes);
  }

  /** A VARCHAR[] without NULLs. */
  public List<String> texts(String column) {
    List<String> texts = new ArrayList<>();
    for (Object element : elements(column)) {
      texts.add((String) element);
    }
    return List.copyOf(texts);
  }

  /** A FLOAT[] or FLOAT[n], such as an embedding, in single precision. */
  public float[] floats(String column) {
    Object[] elements = elements(column);
    float[] floats = new float[elements.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = ((Number) elements[i]).floatValue();
    }
    return floats;
  }

  /** Whatever the column holds, as DuckDB's JDBC driver gives it, for results of unknown shape. */
  public Optional<Object> any(String column) {
    return value(column, ResultSet::getObject);
  }

  private Object[] elements(String column) {
    Array array = required(column, ResultSet::getArray);
    try {
      return (Object[]) array.getArray();
    } catch (SQLException e) {
      throw WarehouseException.from("Reading column " + column, e);
    }
  }

  private <T> T required(String column, Getter<T> getter) {
    return value(column, getter)
        .orElseThrow(
            () ->
                new WarehouseException(
                    Code.INTERNAL,
                    "Column %s is NULL; read it through optional(..)".formatted(column)));
  }

  private <T> Optional<T> value(String column, Getter<T> getter) {
    Integer position = positions.get(column);
    if (position == null) {
      throw new WarehouseException(
          Code.INTERNAL, "No column %s; the result has %s".formatted(column, columns()));
    }
    try {
      T value = getter.get(results, position);
      return results.wasNull() ? Optional.empty() : Optional.of(value);
    } catch (SQLException e) {
      throw WarehouseException.from("Reading column " + column, e);
    }
  }

  @FunctionalInterface
  private interface Getter<T> {
    T get(ResultSet results, int position) throws SQLException;
  }
}
