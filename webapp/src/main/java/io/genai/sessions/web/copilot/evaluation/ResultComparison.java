package io.genai.sessions.web.copilot.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Says whether a result answers as the gold result does: columns by position, extra columns allowed
 * after the gold's, numbers to 1e-6 relative, a DATE equal to the TIMESTAMP of its midnight, order
 * only where it matters.
 */
final class ResultComparison {
  private static final double TOLERANCE = 1e-6;

  private ResultComparison() {}

  static boolean same(
      List<List<Object>> gold, List<List<Object>> found, boolean ordered, boolean freeLabels) {
    if (gold.size() != found.size()) {
      return false;
    }
    if (gold.isEmpty()) {
      return true;
    }
    if (found.get(0).size() < gold.get(0).size()) {
      return false;
    }
    List<List<Object>> left = freeLabels ? withoutLabels(gold) : gold;
    List<List<Object>> right = freeLabels ? withoutLabels(found) : found;
    if (ordered) {
      for (int i = 0; i < left.size(); i++) {
        if (!rowSame(left.get(i), right.get(i))) {
          return false;
        }
      }
      return true;
    }
    List<List<Object>> open = new ArrayList<>(right);
    for (List<Object> row : left) {
      int match = -1;
      for (int i = 0; i < open.size() && match < 0; i++) {
        if (rowSame(row, open.get(i))) {
          match = i;
        }
      }
      if (match < 0) {
        return false;
      }
      open.remove(match);
    }
    return true;
  }

  /** The rows without their leading label; how a group is called is free. */
  private static List<List<Object>> withoutLabels(List<List<Object>> rows) {
    return rows.stream().map(row -> row.subList(1, row.size())).toList();
  }

  private static boolean rowSame(List<Object> gold, List<Object> found) {
    for (int i = 0; i < gold.size(); i++) {
      if (i >= found.size() || !valueSame(gold.get(i), found.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean valueSame(Object gold, Object found) {
    if (gold == null || found == null) {
      return gold == found;
    }
    if (gold instanceof Number wanted && found instanceof Number had) {
      double left = wanted.doubleValue();
      double right = had.doubleValue();
      return left == right
          || (Double.isNaN(left) && Double.isNaN(right))
          || Math.abs(left - right) <= TOLERANCE * Math.max(Math.abs(left), Math.abs(right));
    }
    return normal(gold).equals(normal(found));
  }

  private static Object normal(Object value) {
    if (value instanceof LocalDate date) {
      return date.atStartOfDay();
    }
    if (value instanceof LocalDateTime || value instanceof BigDecimal) {
      return value;
    }
    return value.toString();
  }
}
