package io.genai.sessions.web.copilot;

import io.genai.sessions.warehouse.guard.QueryResult;
import io.genai.sessions.web.shared.Formats;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a result's values for people, and the whole result as CSV. */
final class ResultText {
  private static final int DIGITS = 4;

  private ResultText() {}

  /** A value as a cell shows it. */
  static String cell(Object value) {
    if (value == null) {
      return Formats.NOTHING;
    }
    if (value instanceof Double || value instanceof BigDecimal) {
      double number = ((Number) value).doubleValue();
      return Double.isFinite(number) ? Formats.decimal(number, DIGITS) : "not a number";
    }
    if (value instanceof LocalDateTime moment) {
      return moment.toLocalTime().toSecondOfDay() == 0
          ? moment.toLocalDate().toString()
          : moment.toString().replace('T', ' ');
    }
    return value.toString();
  }

  /** RFC 4180, numbers in full, NULL as nothing. */
  static String csv(QueryResult result) {
    StringBuilder csv = new StringBuilder();
    csv.append(line(result.columns().stream().map(column -> (Object) column.name()).toList()));
    result.rows().forEach(row -> csv.append(line(row)));
    return csv.toString();
  }

  private static String line(List<Object> values) {
    return values.stream().map(ResultText::field).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String field(Object value) {
    if (value == null) {
      return "";
    }
    String text =
        value instanceof BigDecimal number
            ? number.toPlainString()
            : value instanceof LocalDate || value instanceof LocalDateTime
                ? value.toString().replace('T', ' ')
                : value.toString();
    // A spreadsheet runs what starts like a formula; prompts are data that anybody wrote.
    String safe = value instanceof String && text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
    return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
