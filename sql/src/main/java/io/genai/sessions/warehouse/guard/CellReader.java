package io.genai.sessions.warehouse.guard;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;

/** Reads one column's values as the few Java types that {@link QueryResult} promises. */
final class CellReader {
  private static final int VECTOR_PREVIEW = 3;
  private static final int VECTOR_LIMIT = 16;

  private final int index;
  private final String type;

  CellReader(int index, String type) {
    this.index = index;
    this.type = type.toUpperCase(Locale.ROOT);
  }

  Object read(ResultSet rows) throws SQLException {
    if (type.endsWith("]")) {
      Array array = rows.getArray(index);
      return array == null ? null : preview(array);
    }
    Object value =
        switch (type) {
          case "BOOLEAN" -> rows.getBoolean(index);
          case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" ->
              rows.getLong(index);
          case "FLOAT", "DOUBLE" -> rows.getDouble(index);
          case "DATE" -> rows.getObject(index, LocalDate.class);
          case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" ->
              rows.getObject(index, LocalDateTime.class);
          case "HUGEINT", "UHUGEINT", "UBIGINT" -> number(rows.getString(index));
          default -> type.startsWith("DECIMAL") ? rows.getBigDecimal(index) : rows.getString(index);
        };
    return rows.wasNull() ? null : value;
  }

  private static BigDecimal number(String text) {
    return text == null ? null : new BigDecimal(text);
  }

  private static String preview(Array array) throws SQLException {
    Object[] values = (Object[]) array.getArray();
    StringBuilder text = new StringBuilder("[");
    int shown = values.length > VECTOR_LIMIT ? VECTOR_PREVIEW : values.length;
    for (int i = 0; i < shown; i++) {
      text.append(i == 0 ? "" : ", ")
          .append(
              values[i] instanceof Float number && shown < values.length
                  ? String.format(Locale.ROOT, "%.3f", number)
                  : String.valueOf(values[i]));
    }
    if (shown < values.length) {
      text.append(", … ").append(values.length).append(" values");
    }
    return text.append(']').toString();
  }
}
