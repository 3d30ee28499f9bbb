package io.genai.sessions.web.data;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One row of an answer; what SQL calls NULL is an empty value here. */
public final class Row {
  private final ResultSet result;

  Row(ResultSet result) {
    this.result = result;
  }

  /** A text, or "" where there is none. */
  public String text(String column) {
    return optionalText(column).orElse("");
  }

  public Optional<String> optionalText(String column) {
    return Optional.ofNullable(read(column)).map(Object::toString);
  }

  /** A whole number, or 0 where there is none. */
  public long whole(String column) {
    return optionalWhole(column).orElse(0L);
  }

  public Optional<Long> optionalWhole(String column) {
    return Optional.ofNullable((Number) read(column)).map(Number::longValue);
  }

  /** A finite number. */
  public Optional<Double> number(String column) {
    return Optional.ofNullable((Number) read(column))
        .map(Number::doubleValue)
        .filter(Double::isFinite);
  }

  public Optional<BigDecimal> decimal(String column) {
    return Optional.ofNullable((BigDecimal) read(column));
  }

  public Optional<Boolean> flag(String column) {
    return Optional.ofNullable((Boolean) read(column));
  }

  /** A moment in UTC; a date is its midnight. */
  public Optional<LocalDateTime> time(String column) {
    Object value = read(column);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Timestamp timestamp) {
      return Optional.of(timestamp.toLocalDateTime());
    }
    if (value instanceof LocalDate date) {
      return Optional.of(date.atStartOfDay());
    }
    return Optional.of(((Date) value).toLocalDate().atStartOfDay());
  }

  /** The texts of a list, or none. */
  public List<String> texts(String column) {
    Object value = read(column);
    if (value == null) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    try {
      for (Object element : (Object[]) ((Array) value).getArray()) {
        if (element != null) {
          texts.add(element.toString());
        }
      }
    } catch (SQLException unreadable) {
      throw unreadable(column, unreadable);
    }
    return List.copyOf(texts);
  }

  private Object read(String column) {
    try {
      return result.getObject(column);
    } catch (SQLException unreadable) {
      throw unreadable(column, unreadable);
    }
  }

  private static WebException unreadable(String column, SQLException cause) {
    return new WebException(
        WebException.Code.DATA,
        "Column '%s' can't be read: %s".formatted(column, cause.getMessage()),
        cause);
  }
}
