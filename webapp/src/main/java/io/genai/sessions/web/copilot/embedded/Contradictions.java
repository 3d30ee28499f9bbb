package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Filter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Conditions that no row can meet: what was set against each other was not read so. */
final class Contradictions {
  private static final Pattern SPAN =
      Pattern.compile("\\{time\\} >= TIMESTAMP '([^']+)' AND \\{time\\} < TIMESTAMP '([^']+)'");
  private static final Pattern VALUES = Pattern.compile("([a-z]+\\.[a-z_]+) (?:= |IN )(\\(?'.*)");
  private static final Pattern VALUE = Pattern.compile("'(?:[^']|'')*'");

  private static final Pattern BOUND = Pattern.compile("(.+) (<=?|>=?|=) (-?[0-9.]+)");

  private static final Pattern SHARE = Pattern.compile("(?:100\\.0 \\* )?avg\\(\\((.*)\\)::INT\\)");

  private Contradictions() {}

  /** Two different values of one column at once: what was set against each other was not read. */
  static boolean among(List<Filter> filters) {
    Map<String, List<Set<String>>> values = new HashMap<>();
    for (Filter filter : filters) {
      Matcher matcher = VALUES.matcher(filter.condition());
      if (matcher.matches()) {
        Set<String> named = new HashSet<>();
        Matcher value = VALUE.matcher(matcher.group(2));
        while (value.find()) {
          named.add(value.group());
        }
        values.computeIfAbsent(matcher.group(1), column -> new ArrayList<>()).add(named);
      }
    }
    List<String> conditions = filters.stream().map(Filter::condition).toList();
    boolean apart = apart(filters) || noNumber(conditions);
    boolean weekendAndNot =
        apart
            || (conditions.contains("isodow({time}) <= 5")
                && conditions.contains("isodow({time}) >= 6"));
    return weekendAndNot
        || values.values().stream()
            .anyMatch(
                sets ->
                    sets.size() > 1
                        && Collections.disjoint(sets.get(0), sets.get(sets.size() - 1)));
  }

  /** Bounds of one figure that no number keeps to: "at most 10 and at least 30". */
  private static boolean noNumber(List<String> conditions) {
    Map<String, double[]> ranges = new HashMap<>();
    for (String condition : conditions) {
      Matcher bound = BOUND.matcher(condition);
      if (bound.matches()) {
        double[] range =
            ranges.computeIfAbsent(
                bound.group(1),
                figure -> new double[] {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY});
        double number = Double.parseDouble(bound.group(3));
        if (!bound.group(2).startsWith("<")) {
          range[0] = Math.max(range[0], number);
        }
        if (!bound.group(2).startsWith(">")) {
          range[1] = Math.min(range[1], number);
        }
      }
    }
    return ranges.values().stream().anyMatch(range -> range[0] > range[1]);
  }

  /** Two stretches of time that have no moment in common. */
  private static boolean apart(List<Filter> filters) {
    String from = "";
    String until = "9999";
    for (Filter filter : filters) {
      Matcher span = SPAN.matcher(filter.condition());
      if (span.matches()) {
        from = from.compareTo(span.group(1)) > 0 ? from : span.group(1);
        until = until.compareTo(span.group(2)) < 0 ? until : span.group(2);
      }
    }
    return !from.isEmpty() && from.compareTo(until) >= 0;
  }

  /** "Sundays? Error rate per weekday": one day is no split by days. */
  static boolean ofGroups(Draft draft) {
    return draft.groups.stream().anyMatch(group -> group.name().equals("weekday"))
        && draft.filters.stream().anyMatch(f -> f.condition().startsWith("dayname({time}) = "));
  }

  /** A share of rows that meet a condition, of which only those are looked at. */
  /** Whether all rows that meet the condition are alike in what the share is of. */
  private static boolean settles(String condition, String part) {
    boolean outcomes =
        condition.matches("g\\.status (?:=|<>) '\\w+'") && part.startsWith("g.status ");
    boolean success = condition.equals("g.status = 'success'");
    return condition.equals(part) || (outcomes && success);
  }

  static boolean ofItself(Draft draft) {
    return draft.measures.stream()
        .map(measure -> SHARE.matcher(measure.expression()))
        .filter(Matcher::matches)
        .anyMatch(
            share ->
                draft.filters.stream().anyMatch(f -> settles(f.condition(), share.group(1)))
                    || draft.groups.stream()
                        .anyMatch(
                            d ->
                                d.name().equals("failure_type")
                                    && share.group(1).equals("g.status <> 'success'")));
  }
}
