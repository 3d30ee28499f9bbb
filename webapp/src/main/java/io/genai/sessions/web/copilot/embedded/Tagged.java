package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.semantic.Dimension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question on its way to being understood: plain words in lower case, and tags such as {@code
 * FM:3} for spans whose meaning is known. A tag's letters are its meanings' letters in alphabetical
 * order. Rules rewrite it by regular expressions in which {@code <M>} stands for any tag that may
 * mean a measure.
 */
final class Tagged {
  private static final Pattern MACRO = Pattern.compile("<([A-Z]+)>");
  private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

  private String text;
  private final List<Item> items;

  Tagged(String text) {
    this.text = " " + text.strip() + " ";
    this.items = new ArrayList<>();
  }

  private Tagged(Tagged other) {
    this.text = other.text;
    this.items = new ArrayList<>(other.items);
  }

  Tagged copy() {
    return new Tagged(this);
  }

  /** Where the dimension was first named; late if it was not named by itself. */
  int mentionOf(Dimension dimension) {
    for (int i = 0; i < items.size(); i++) {
      boolean named =
          items
              .get(i)
              .all(Meaning.OfDimension.class)
              .anyMatch(d -> d.dimension().equals(dimension));
      boolean key =
          dimension.identifier()
              && items
                  .get(i)
                  .all(Meaning.OfEntity.class)
                  .anyMatch(e -> e.entity().key().equals(dimension.name()));
      if (named || key) {
        return place(i);
      }
    }
    return 0;
  }

  /** Where the words of an item stood first, which may have been tagged before. */
  private int place(int index) {
    int first = index;
    for (String word : Words.split(items.get(index).surface())) {
      if (word.matches("[A-Z]+:[0-9]+")) {
        int inner = Integer.parseInt(word.substring(word.indexOf(':') + 1));
        first = Math.min(first, inner < index ? place(inner) : index);
      }
    }
    return first;
  }

  /** Whether any tagged span stood there with such words. */
  boolean surfacesMatch(String words) {
    return text.matches(words) || items.stream().anyMatch(item -> item.surface().matches(words));
  }

  String text() {
    return text;
  }

  void replaceText(String newText) {
    text = (" " + newText + " ").replaceAll("\\s+", " ");
  }

  /** The text with words for all tags but those of periods, numbers and bands, which say enough. */
  String spelledOut() {
    StringBuilder words = new StringBuilder(" ");
    for (String token : Words.split(text.strip())) {
      boolean tag = token.matches("[A-Z]+:[0-9]+");
      boolean word = tag && !token.matches("[TPZ]:.*");
      words.append(word ? item(token).surface() : tag ? "…" : token).append(' ');
    }
    return words.toString();
  }

  Item item(String tag) {
    return items.get(Integer.parseInt(tag.substring(tag.indexOf(':') + 1)));
  }

  /** A new tag for the span. */
  String tag(String surface, Meaning... meanings) {
    return tag(surface, List.of(meanings));
  }

  String tag(String surface, List<Meaning> meanings) {
    StringBuilder letters = new StringBuilder();
    meanings.stream().map(Meaning::letter).distinct().sorted().forEach(letters::append);
    items.add(new Item(surface, meanings));
    return letters + ":" + (items.size() - 1);
  }

  static Pattern pattern(String rule) {
    // Nearly every rule is there after the first questions: a read takes no lock.
    Pattern known = COMPILED.get(rule);
    return known != null ? known : compiled(rule);
  }

  private static Pattern compiled(String rule) {
    return COMPILED.computeIfAbsent(
        rule,
        key -> {
          Matcher matcher = MACRO.matcher(key);
          return Pattern.compile(
              "(?<= )(?:"
                  + matcher.replaceAll("(?:[A-Z]*[$1][A-Z]*:[0-9]+)").replace("~", "(?: )")
                  + ")(?= )");
        });
  }

  boolean has(String rule) {
    return pattern(rule).matcher(text).find();
  }

  /** The groups of the first match, by number; empty if there is none. */
  List<String> find(String rule) {
    Matcher matcher = pattern(rule).matcher(text);
    List<String> groups = new ArrayList<>();
    if (matcher.find()) {
      for (int i = 0; i <= matcher.groupCount(); i++) {
        groups.add(matcher.group(i) == null ? "" : matcher.group(i).strip());
      }
    }
    return groups;
  }

  /**
   * Rewrites every match; the function gives the new words, or the old ones to leave a match be.
   */
  boolean rewrite(String rule, Function<List<String>, String> replacement) {
    boolean any = false;
    int from = 0;
    Pattern pattern = pattern(rule);
    Matcher matcher = pattern.matcher(text);
    while (matcher.find(from)) {
      List<String> groups = new ArrayList<>();
      for (int i = 0; i <= matcher.groupCount(); i++) {
        groups.add(matcher.group(i) == null ? "" : matcher.group(i).strip());
      }
      String before = text.substring(0, matcher.start());
      String after = text.substring(matcher.end());
      String middle = replacement.apply(groups).strip();
      any |= !middle.equals(groups.get(0));
      text = (before + middle + after).replaceAll(" {2,}", " ");
      from = Math.min(before.length() + middle.length(), text.length());
      matcher = pattern.matcher(text);
      if (from >= text.length()) {
        break;
      }
    }
    return any;
  }

  boolean rewrite(String rule, String replacement) {
    return rewrite(rule, groups -> replacement);
  }

  /** Rewrites and remembers the groups of what it rewrote. */
  List<List<String>> take(String rule) {
    List<List<String>> taken = new ArrayList<>();
    rewrite(
        rule,
        groups -> {
          taken.add(groups);
          return "";
        });
    return taken;
  }

  /** Words are in lower case, so that a tag's letters and its number say enough. */
  private static boolean isTag(String token) {
    return token.length() > 2
        && Character.isUpperCase(token.charAt(0))
        && Character.isDigit(token.charAt(token.length() - 1))
        && token.indexOf(':') > 0;
  }

  /** The items whose tags stand in the text now, in order, by tag. */
  Map<String, Item> remaining() {
    Map<String, Item> remaining = new LinkedHashMap<>();
    for (String token : Words.split(text.strip())) {
      if (isTag(token)) {
        remaining.put(token, item(token));
      }
    }
    return remaining;
  }
}
