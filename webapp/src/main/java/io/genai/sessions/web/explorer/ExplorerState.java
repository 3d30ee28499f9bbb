package io.genai.sessions.web.explorer;

import io.genai.sessions.web.data.FilterParameters;
import io.genai.sessions.web.data.Filters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the Explorer shows, as its URL says it.
 *
 * @param openPrompt the prompt whose details are open
 */
record ExplorerState(SearchRequest request, Optional<Long> openPrompt) {
  private static final String QUERY = "q";
  private static final String LIKE = "like";
  private static final String BY = "by";
  private static final String LEAST_ALIGNMENT = "alignment-from";
  private static final String MOST_ALIGNMENT = "alignment-to";
  private static final String SENSITIVE = "sensitive";
  private static final String PROMPT = "prompt";
  private static final Set<String> OWN =
      Set.of(QUERY, LIKE, BY, LEAST_ALIGNMENT, MOST_ALIGNMENT, SENSITIVE, PROMPT);
  private static final int LONGEST_QUERY = 1000;

  static final ExplorerState START =
      new ExplorerState(
          new SearchRequest(
              new Likeness.Newest(), Filters.NONE, Optional.empty(), Optional.empty(), false),
          Optional.empty());

  /** A state and what of the URL was left out. */
  record Parsed(ExplorerState state, List<String> notes) {}

  static Parsed parse(Map<String, List<String>> parameters, FilterParameters filterParameters) {
    FilterParameters.Parsed filters = filterParameters.parse(parameters, OWN);
    List<String> notes = new ArrayList<>(filters.notes());
    SearchRequest request =
        new SearchRequest(
            likeness(parameters, notes),
            filters.filters(),
            alignment(parameters, LEAST_ALIGNMENT, notes),
            alignment(parameters, MOST_ALIGNMENT, notes),
            first(parameters, SENSITIVE).filter("shown"::equals).isPresent());
    return new Parsed(new ExplorerState(request, number(parameters, PROMPT, notes)), notes);
  }

  private static Likeness likeness(Map<String, List<String>> parameters, List<String> notes) {
    Optional<Long> like = number(parameters, LIKE, notes);
    if (like.isPresent()) {
      Likeness.Space space = byLook(parameters) ? Likeness.Space.IMAGE : Likeness.Space.TEXT;
      return new Likeness.ToPrompt(like.get(), space);
    }
    String query = first(parameters, QUERY).orElse("").strip();
    if (query.length() > LONGEST_QUERY) {
      notes.add(
          "Left out: the end of a search of more than %d characters.".formatted(LONGEST_QUERY));
      query = query.substring(0, LONGEST_QUERY);
    }
    if (query.isEmpty()) {
      return new Likeness.Newest();
    }
    return byLook(parameters) ? new Likeness.Look(query) : new Likeness.Meaning(query);
  }

  private static boolean byLook(Map<String, List<String>> parameters) {
    return first(parameters, BY).filter("image"::equals).isPresent();
  }

  private static Optional<Double> alignment(
      Map<String, List<String>> parameters, String name, List<String> notes) {
    Optional<String> text = first(parameters, name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      double value = Double.parseDouble(text.get());
      if (value >= -1 && value <= 1) {
        return Optional.of(value);
      }
    } catch (NumberFormatException notANumber) {
      // The note below tells.
    }
    notes.add("Left out: %s must be a number from −1 to 1.".formatted(name));
    return Optional.empty();
  }

  private static Optional<Long> number(
      Map<String, List<String>> parameters, String name, List<String> notes) {
    Optional<String> text = first(parameters, name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Long.valueOf(text.get()));
    } catch (NumberFormatException notANumber) {
      notes.add("Left out: %s must be the number of a prompt.".formatted(name));
      return Optional.empty();
    }
  }

  private static Optional<String> first(Map<String, List<String>> parameters, String name) {
    return parameters.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** The parameters that {@link #parse} reads back to the same state. */
  Map<String, List<String>> print() {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    if (request.likeness() instanceof Likeness.Meaning meaning) {
      parameters.put(QUERY, List.of(meaning.text()));
    } else if (request.likeness() instanceof Likeness.Look look) {
      parameters.put(QUERY, List.of(look.text()));
      parameters.put(BY, List.of("image"));
    } else if (request.likeness() instanceof Likeness.ToPrompt near) {
      parameters.put(LIKE, List.of(Long.toString(near.promptId())));
      parameters.put(BY, List.of(near.space().name().toLowerCase(Locale.ROOT)));
    }
    parameters.putAll(FilterParameters.print(request.filters()));
    request
        .leastAlignment()
        .ifPresent(value -> parameters.put(LEAST_ALIGNMENT, List.of(Double.toString(value))));
    request
        .mostAlignment()
        .ifPresent(value -> parameters.put(MOST_ALIGNMENT, List.of(Double.toString(value))));
    if (request.sensitiveShown()) {
      parameters.put(SENSITIVE, List.of("shown"));
    }
    openPrompt.ifPresent(id -> parameters.put(PROMPT, List.of(Long.toString(id))));
    return parameters;
  }

  ExplorerState with(Likeness likeness) {
    return new ExplorerState(
        new SearchRequest(
            likeness,
            request.filters(),
            request.leastAlignment(),
            request.mostAlignment(),
            request.sensitiveShown()),
        Optional.empty());
  }

  ExplorerState with(Filters filters) {
    return new ExplorerState(
        new SearchRequest(
            request.likeness(),
            filters,
            request.leastAlignment(),
            request.mostAlignment(),
            request.sensitiveShown()),
        Optional.empty());
  }

  ExplorerState withAlignment(Optional<Double> least, Optional<Double> most) {
    return new ExplorerState(
        new SearchRequest(
            request.likeness(), request.filters(), least, most, request.sensitiveShown()),
        Optional.empty());
  }

  ExplorerState withSensitive(boolean shown) {
    return new ExplorerState(
        new SearchRequest(
            request.likeness(),
            request.filters(),
            request.leastAlignment(),
            request.mostAlignment(),
            shown),
        Optional.empty());
  }

  ExplorerState open(Optional<Long> promptId) {
    return new ExplorerState(request, promptId);
  }
}
