package io.genai.sessions.web.data;

import io.genai.sessions.warehouse.semantic.SemanticModel;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Filters as parameters of a URL and back. What can't be understood is left out, with a note. */
@Component
public final class FilterParameters {
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final int MOST_SHOWN = 40;

  private final SemanticModel model;
  private final Vocabulary vocabulary;

  public FilterParameters(SemanticModel model, Vocabulary vocabulary) {
    this.model = model;
    this.vocabulary = vocabulary;
  }

  /**
   * What a URL says.
   *
   * @param notes one sentence for each part that was left out
   */
  public record Parsed(Filters filters, List<String> notes) {}

  /**
   * Reads filters from parameters.
   *
   * @param others parameters that mean something else to the view
   */
  public Parsed parse(Map<String, List<String>> parameters, Set<String> others) {
    List<String> notes = new ArrayList<>();
    Filters filters =
        Filters.NONE.between(day(parameters, FROM, notes), day(parameters, TO, notes));
    if (filters.from().isPresent()
        && filters.to().isPresent()
        && filters.from().get().isAfter(filters.to().get())) {
      notes.add("Left out: the first day (from) lies after the last day (to).");
      filters = Filters.NONE;
    }
    for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
      String name = parameter.getKey();
      if (name.equals(FROM) || name.equals(TO) || others.contains(name)) {
        continue;
      }
      if (!vocabulary.isFilter(name)) {
        notes.add("Left out: there is no filter “%s”.".formatted(shortened(name)));
        continue;
      }
      filters = filters.with(name, known(name, parameter.getValue(), notes));
    }
    return new Parsed(filters, List.copyOf(notes));
  }

  private Set<String> known(String dimension, List<String> values, List<String> notes) {
    List<String> allowed = vocabulary.values(dimension);
    Set<String> kept = new TreeSet<>();
    for (String value : values) {
      if (allowed.contains(value)) {
        kept.add(value);
      } else {
        notes.add(
            "Left out: %s has no value “%s”."
                .formatted(model.dimension(dimension).label(), shortened(value)));
      }
    }
    return kept;
  }

  private static Optional<LocalDate> day(
      Map<String, List<String>> parameters, String name, List<String> notes) {
    List<String> values = parameters.getOrDefault(name, List.of());
    if (values.isEmpty()) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.parse(values.get(0));
      if (day.getYear() >= 1970 && day.getYear() <= 9998) {
        return Optional.of(day);
      }
    } catch (DateTimeParseException notADay) {
      // The note below tells.
    }
    notes.add(
        "Left out: %s must be a day such as 2022-08-06, but was “%s”."
            .formatted(name, shortened(values.get(0))));
    return Optional.empty();
  }

  /** The parameters that {@link #parse} reads back to the same filters. */
  public static Map<String, List<String>> print(Filters filters) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    filters.from().ifPresent(day -> parameters.put(FROM, List.of(day.toString())));
    filters.to().ifPresent(day -> parameters.put(TO, List.of(day.toString())));
    filters.values().forEach((name, kept) -> parameters.put(name, List.copyOf(kept)));
    return parameters;
  }

  private static String shortened(String text) {
    return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
  }
}
