package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import io.genai.sessions.warehouse.semantic.Entity;
import io.genai.sessions.warehouse.semantic.Fact;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.Segment;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which phrases name what: the semantic model's names and synonyms, and the warehouse's values. */
final class Lexicon {
  private static final int LONGEST = 6;

  private final Map<String, List<Meaning>> meanings = new LinkedHashMap<>();
  private final Set<String> words = new TreeSet<>();

  Lexicon(SemanticModel model, DataProfile data) {
    for (Entity entity : model.entities()) {
      if (entity.base().isEmpty()) {
        add(entity.name(), new Meaning.OfEntity(entity));
        entity.synonyms().forEach(synonym -> add(synonym, new Meaning.OfEntity(entity)));
      }
    }
    for (Measure measure : model.measures()) {
      names(measure.name(), measure.label(), measure.synonyms())
          .forEach(name -> add(name, new Meaning.OfMeasure(measure)));
    }
    for (Fact fact : model.facts()) {
      names(fact.name(), fact.label(), fact.synonyms())
          .forEach(name -> add(name, new Meaning.OfFact(fact)));
    }
    List<Dimension> dimensions = new ArrayList<>(model.dimensions());
    dimensions.addAll(model.timeGrains());
    for (Dimension dimension : dimensions) {
      // A bare "hour" is an hour of the day; "hourly" goes along the calendar.
      names(dimension.name(), dimension.label(), dimension.synonyms()).stream()
          .filter(name -> !(dimension.name().equals("hour") && Words.key(name).equals("hour")))
          .forEach(name -> add(name, new Meaning.OfDimension(dimension)));
      if (dimension.name().equals("hour_of_day")) {
        add("hour", new Meaning.OfDimension(dimension));
      }
      for (Dimension.Value value : dimension.values()) {
        Meaning meaning = new Meaning.OfValue(dimension, value.value());
        add(value.value(), meaning);
        value.synonyms().forEach(synonym -> add(synonym, meaning));
      }
      data.values(dimension.name()).forEach(value -> openValue(dimension, value));
    }
    shareNames(model);
    for (Segment segment : model.segments()) {
      Meaning meaning = new Meaning.OfCondition(segment.entity(), Filter.of(segment));
      add(segment.label(), meaning);
      segment.synonyms().forEach(synonym -> add(synonym, meaning));
    }
    preferParts();
  }

  /** One column may be summed up and split by, whichever of the two a name was written down for. */
  private void shareNames(SemanticModel model) {
    for (Fact fact : model.facts()) {
      model.dimensions().stream()
          .filter(dimension -> dimension.expression().equals(fact.expression()))
          .flatMap(dimension -> dimension.synonyms().stream())
          .forEach(name -> add(name, new Meaning.OfFact(fact)));
    }
  }

  /**
   * "failed generations" is a condition and a noun, which say more together than the measure does.
   */
  private void preferParts() {
    meanings.forEach(
        (phrase, all) -> {
          String[] words = Words.split(phrase);
          if (words.length == 2 && isCondition(words[0]) && isNoun(words[1])) {
            all.removeIf(Meaning.OfMeasure.class::isInstance);
          }
        });
    meanings.values().removeIf(List::isEmpty);
  }

  private boolean isCondition(String word) {
    return meanings.getOrDefault(word, List.of()).stream()
        .anyMatch(m -> m instanceof Meaning.OfCondition || m instanceof Meaning.OfValue);
  }

  private boolean isNoun(String word) {
    return meanings.getOrDefault(word, List.of()).stream()
        .anyMatch(Meaning.OfEntity.class::isInstance);
  }

  private void openValue(Dimension dimension, String value) {
    Meaning meaning = new Meaning.OfValue(dimension, value);
    add(value, meaning);
    if (dimension.name().equals("model_version")) {
      String number = value.replaceAll("^[A-Za-z]+-?v?", "");
      String family = value.replaceAll("-?v?[0-9.]+$", "");
      for (String form :
          List.of(
              family + " " + number,
              family + number,
              family + " v" + number,
              "v" + number,
              "version " + number,
              "model " + number,
              "stable diffusion " + number)) {
        add(form, meaning);
      }
    }
  }

  private static List<String> names(String name, String label, List<String> synonyms) {
    List<String> names = new ArrayList<>(List.of(name, label));
    names.addAll(synonyms);
    return names;
  }

  private void add(String phrase, Meaning meaning) {
    String key = Words.key(phrase);
    List<Meaning> known = meanings.computeIfAbsent(key, k -> new ArrayList<>());
    if (!known.contains(meaning)) {
      known.add(meaning);
    }
    for (String word : Words.split(key)) {
      if (word.length() > 3 && word.matches("[a-z]+")) {
        words.add(word);
      }
    }
  }

  /** Every word of a phrase. */
  Set<String> words() {
    return words;
  }

  /** Replaces phrases by tags, longest first. Words keep their singular form. */
  void tag(Tagged question) {
    String[] words = Words.split(question.text().strip());
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < words.length) {
      int length = Math.min(LONGEST, words.length - at);
      while (length > 0 && !known(words, at, length)) {
        length--;
      }
      if (length == 0 && form(words[at]).isPresent()) {
        text.append(question.tag(words[at], chosen(meanings.get(form(words[at]).orElseThrow()))));
        at++;
      } else if (length == 0) {
        text.append(words[at].matches("[A-Z]+:[0-9]+") ? words[at] : Words.singular(words[at]));
        at++;
      } else {
        String surface = String.join(" ", List.of(words).subList(at, at + length));
        text.append(question.tag(surface, chosen(meanings.get(key(words, at, length)))));
        at += length;
      }
      text.append(' ');
    }
    question.replaceText(text.toString());
  }

  /** The condition that an unknown word is a form of: "succeeding" of "succeed". */
  private Optional<String> form(String word) {
    if (!word.matches("[a-z]{5,}")
        || Vocabulary.isCommon(word)
        || Vocabulary.GRAMMAR.contains(word)) {
      return Optional.empty();
    }
    return Stems.ofVerb(word).stream()
        .filter(stem -> isCondition(stem) && !Vocabulary.isCommon(stem))
        .findFirst();
  }

  /** A noun for rows is a noun first: that it can be counted or split by goes without saying. */
  private static List<Meaning> chosen(List<Meaning> all) {
    boolean noun = all.stream().anyMatch(Meaning.OfEntity.class::isInstance);
    return noun
        ? all.stream()
            .filter(m -> !(m instanceof Meaning.OfMeasure) && !(m instanceof Meaning.OfDimension))
            .toList()
        : all;
  }

  private boolean known(String[] words, int at, int length) {
    return meanings.containsKey(key(words, at, length));
  }

  /** The words are plain already, so that only their number is left to be dropped. */
  private static String key(String[] words, int at, int length) {
    StringBuilder key = new StringBuilder();
    for (int i = at; i < at + length; i++) {
      key.append(i == at ? "" : " ").append(Words.singular(words[i]));
    }
    return key.toString();
  }

  boolean knows(String phrase) {
    return meanings.containsKey(Words.key(phrase));
  }
}
