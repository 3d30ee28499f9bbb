package io.genai.sessions.models.label;

import java.util.List;
import java.util.Set;

/**
 * Finds the joke that no single word tells: an animal or a dish that does what people do, or an
 * animal in a person's clothes. Only the opening clause tells who does what.
 */
final class AbsurdityRule {
  private static final Set<String> NOT_PEOPLE = Set.of("animal", "food");

  private final Grammar grammar;

  AbsurdityRule(Grammar grammar) {
    this.grammar = grammar;
  }

  boolean isAbsurd(String subject, PromptText text) {
    return NOT_PEOPLE.contains(subject)
        && text.clauses().stream()
            .limit(1)
            .flatMap(List::stream)
            .anyMatch(grammar.humanDoings()::contains);
  }
}
