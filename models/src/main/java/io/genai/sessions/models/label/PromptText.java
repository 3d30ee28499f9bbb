package io.genai.sessions.models.label;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A prompt as the labels' rules read it: clauses of lower-case words without accents. What
 * tokenisers tore apart is joined again ("3 5 mm", "close - up", "n u d e"); hyphens part words, as
 * in the cues.
 *
 * @param clauses what stands between punctuation marks; none is empty
 */
record PromptText(List<List<String>> clauses) {
  /** Longer texts say nothing new; this bounds the work on hostile ones. */
  private static final int MAXIMUM_CHARACTERS = 20_000;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern TORN_NUMBER =
      Pattern.compile("(?<=\\b\\d|\\b\\d\\d|\\d{3}) (?=\\d\\b)");
  private static final Pattern TORN_UNIT = Pattern.compile("\\b(\\d+) (k|d|b|mm|s|th|bit)\\b");
  private static final Pattern CLOSE_UP = Pattern.compile("\\bclose *-* *up\\b");
  private static final Pattern SPELLED_OUT =
      Pattern.compile("(?<!\\S)\\p{L}(?:[ .*_-]\\p{L}){3,}(?!\\S)");

  /** The full stop of "h. r. giger" ends no clause. */
  private static final Pattern INITIAL =
      Pattern.compile("(?<=(?<![\\p{L}\\p{N}'])\\p{L})\\.(?=\\s)");

  private static final Pattern DECIMAL_POINT = Pattern.compile("(?<=\\d)[.,](?=\\d)");
  private static final Pattern CLAUSE_END = Pattern.compile("[,.;:|!?()\\[\\]{}\\n\\r—–•]+");
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N}'@$*]*[\\p{L}\\p{N}$])?");

  static PromptText of(String prompt) {
    String text = prompt.substring(0, Math.min(prompt.length(), MAXIMUM_CHARACTERS));
    text = Normalizer.normalize(text, Normalizer.Form.NFKD);
    text = MARKS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    text = text.replace('’', '\'').replace('‘', '\'').replace("&", " and ").replace("œ", "oe");
    text = text.replace('ł', 'l').replace("ß", "ss").replace("ø", "o").replace("æ", "ae");
    text = TORN_NUMBER.matcher(text).replaceAll("");
    text = CLOSE_UP.matcher(text).replaceAll("closeup");
    text = TORN_UNIT.matcher(text).replaceAll("$1$2");
    text =
        SPELLED_OUT.matcher(text).replaceAll(spelled -> spelled.group().replaceAll("[ .*_-]", ""));
    text = INITIAL.matcher(text).replaceAll("");
    text = DECIMAL_POINT.matcher(text).replaceAll("");
    return new PromptText(
        CLAUSE_END
            .splitAsStream(text)
            .map(PromptText::words)
            .filter(words -> !words.isEmpty())
            .toList());
  }

  /** Returns the words of a text without punctuation, such as a cue. */
  static List<String> words(String clause) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(clause);
    while (word.find()) {
      words.add(word.group());
    }
    return List.copyOf(words);
  }

  int wordCount() {
    return clauses.stream().mapToInt(List::size).sum();
  }
}
