package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.web.copilot.embedded.Meaning.OfDimension;
import io.genai.sessions.web.copilot.embedded.Meaning.OfFact;
import io.genai.sessions.web.copilot.embedded.Meaning.OfMeasure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says which parts of a question to try, likeliest first. People open with a rhetorical question or
 * a headline ("Who gets throttled? Share of …") and then say precisely what they want.
 */
final class Sentences {
  private static final String EACH = "(?s).*\\b(?:for|per|in|of|by) each(?: one| of them)?";
  private static final String REFERS =
      "(?s)(?:which (?:one )?(?:gets?|has|have|is|was|does)\\b|and |compare (?:them|both|the two)|(?:is|are|do|does) (?:it|they)\\b).*"
          + "|.*\\b(?:both|the former|the latter|the two)\\b.*";

  private static final String SIGNS_UP = "(?s).*\\b(?:sign up|signed up|join|joined|register)\\b.*";

  /** No sentence of its own, but the end of the one before. */
  private static final String DEPENDS =
      "(?s)(?:by|per|with|in|for|only|and|or|split|broken|sorted|ordered|order|sort|ties?|on|of|across|excluding|without|including|but|please|same|lower|as|group|grouped|counting|count only|counts? (?:by|per))\\b.*";

  private static final Pattern END = Pattern.compile(" ?[?:!;](?: |$)| \\. |[.]$");

  private Sentences() {}

  /**
   * A text to read.
   *
   * @param explicit whether the figure must have been said in it, not only implied
   */
  record Candidate(String text, boolean explicit) {}

  static List<Candidate> candidates(String plain, Lexicon lexicon) {
    List<String> texts = texts(plain, lexicon);
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      candidates.add(new Candidate(texts.get(i), i < texts.size() - 1));
    }
    return candidates;
  }

  private static List<String> texts(String plain, Lexicon lexicon) {
    List<String> sentences = new ArrayList<>();
    for (String part : END.splitAsStream(withinBrackets(referring(plain))).toList()) {
      if (!part.isBlank()) {
        sentences.add(part.strip());
      }
    }
    List<String> candidates = new ArrayList<>();
    String whole = String.join(" , ", sentences);
    if (sentences.size() > 1) {
      String last = sentences.get(sentences.size() - 1);
      if (last.matches(EACH)) {
        Optional<String> dimension = dimension(sentences.get(0), lexicon);
        dimension.ifPresent(
            name ->
                candidates.add(
                    last.replaceAll(
                        "each(?: one| of them)?$",
                        "each " + (sentences.get(0).matches(SIGNS_UP) ? "sign up " : "") + name)));
      } else if (!last.matches(REFERS) && !last.matches(DEPENDS) && Words.split(last).length >= 2) {

        candidates.add(last);
      }
      String rest = String.join(" , ", sentences.subList(1, sentences.size()));
      boolean headline = sentences.size() > 2 || isEmptyTalk(sentences.get(0), lexicon);
      if (headline && !rest.matches(REFERS)) {
        candidates.add(rest);
      }
    }
    candidates.add(whole);
    if (sentences.size() > 1) {
      candidates.add(sentences.get(0));
    }
    String bare = whole.replaceAll(" ?,? ?\\( [^()]*\\)", "").strip();
    if (!bare.equals(whole) && !bare.isEmpty()) {
      candidates.add(bare);
    }
    return candidates;
  }

  /** "… 'highly detailed' …? prompts with that phrase" names the phrase again. */
  private static String referring(String plain) {
    return plain
        .replaceFirst(
            "(\" [^\"]+ \")(.*) (?:that|this|the) (?:phrase|word|term|expression)(?= |$)",
            "$1$2 $1")
        .replaceFirst(
            " [.?,;] (?:just|only)(?: give| show)?(?: me)? the (?:(?:number|count|amount) of (?:words|credits|minutes|requests)|value|figure|score)(?: please)?(?: ?[.?!])*$",
            "");
  }

  /** A sentence does not end within brackets. */
  private static String withinBrackets(String plain) {
    StringBuilder text = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      depth = Math.max(0, depth + (c == '(' ? 1 : c == ')' ? -1 : 0));
      text.append(depth > 0 && "?:!;".indexOf(c) >= 0 ? ',' : c);
    }
    return text.toString();
  }

  /** Whether nothing in it names anything the warehouse knows: "Where do regulars get stuck?" */
  private static boolean isEmptyTalk(String sentence, Lexicon lexicon) {
    Tagged q = new Tagged(sentence);
    lexicon.tag(q);
    return q.remaining().isEmpty() && !sentence.matches(".*[0-9].*");
  }

  /** What "each" refers to: the first dimension of the sentence before. */
  private static Optional<String> dimension(String sentence, Lexicon lexicon) {
    Tagged q = new Tagged(sentence);
    Bands.tag(q);
    if (q.has("<Z>")) {
      return Optional.empty();
    }
    lexicon.tag(q);
    return q.remaining().values().stream()
        .filter(item -> item.as(OfDimension.class).isPresent())
        .filter(item -> item.as(OfMeasure.class).isEmpty() && item.as(OfFact.class).isEmpty())
        .map(Item::surface)
        .findFirst();
  }
}
