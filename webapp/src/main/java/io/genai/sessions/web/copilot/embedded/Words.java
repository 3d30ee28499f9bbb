package io.genai.sessions.web.copilot.embedded;

import java.time.Month;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Brings a text into the form in which phrases are looked up: lower case, singular, no hyphens. */
final class Words {
  private static final Pattern BLANK = Pattern.compile(" ");
  private static final Pattern ISO_DATE = Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b");
  private static final Pattern ISO_MONTH = Pattern.compile("\\b(20\\d{2})-(0[1-9]|1[0-2])\\b(?!-)");
  private static final Set<String> KEEP =
      Vocabulary.words(
          "this was has is does less vs us its his as always perhaps news lens plus minus versus across status pass thus yes gas bus success whereas ones hours k_lms lms plms previous pls ours theirs yours besides sometimes process access loss express analysis basis others canvas atlas series various unless nevertheless regardless focus bonus virus address arms glass grass dress class cross boss business illness darkness");
  private static final Map<String, String> IRREGULAR =
      Map.ofEntries(
          Map.entry("people", "people"),
          Map.entry("hours", "hour"),
          Map.entry("ids", "id"),
          Map.entry("goes", "go"),
          Map.entry("ones", "one"),
          Map.entry("averages", "average"),
          Map.entry("movies", "movie"),
          Map.entry("cookies", "cookie"),
          Map.entry("men", "man"),
          Map.entry("women", "woman"),
          Map.entry("children", "child"),
          Map.entry("successes", "success"),
          Map.entry("statuses", "status"),
          Map.entry("analyses", "analysis"),
          Map.entry("latencies", "latency"));

  private Words() {}

  /** The words of a text that has one blank between them. */
  static String[] split(String text) {
    return BLANK.split(text);
  }

  /** The text as words and punctuation with blanks between them. */
  static String plain(String text) {
    String plain = " " + text.toLowerCase(Locale.ROOT).strip() + " ";
    plain = plain.replace('’', '\'').replace('‘', '\'').replace('“', '"').replace('”', '"');
    plain = plain.replace('–', '-').replace('—', ',').replace("…", " ").replace('\u00a0', ' ');
    plain = plain.replaceAll("\\.{2,}", " , ");
    plain = isoDates(plain);
    plain = plain.replaceAll("(?<![0-9:])([0-2]?[0-9]):00(?![0-9:])(?: ?h\\b)?", "$1 o'clock");
    plain = plain.replaceAll("(?<=[ (,])'([a-z][a-z -]*)'", "\"$1\"");
    plain = plain.replaceAll("what's|whats", "what is").replaceAll("who's", "who is");
    plain = plain.replaceAll("how's", "how is").replaceAll("let's", "let us");
    plain = plain.replaceAll("(\\w)n't\\b", "$1 not").replaceAll("\\bcan not\\b", "cannot");
    plain =
        plain.replaceAll("we've", "we have").replaceAll("i'm", "i am").replaceAll("'re\\b", " are");
    plain =
        plain
            .replaceAll("e-mail", "email")
            .replaceAll("\\bvs\\.", "vs")
            .replaceAll("\\bincl\\.? ", "including ")
            .replaceAll("\\bexcl\\.? ", "excluding ")
            .replaceAll("e\\.g\\.", "for example");
    plain = plain.replaceAll("i\\.e\\.", "that is").replaceAll("\\bno\\. of", "number of");
    plain = plain.replaceAll("\\ba/b\\b", "ab");
    plain = plain.replaceAll("(\\w)'s\\b", "$1 's").replaceAll("s' ", "s 's ");
    plain = plain.replaceAll(">=|≥", " at least ").replaceAll("<=|≤", " at most ");
    plain = plain.replaceAll(">", " more than ").replaceAll("<", " less than ");
    plain = plain.replaceAll("(\\d),(\\d{3})\\b", "$1$2");
    plain = plain.replaceAll("(\\d)\\s*%", "$1 percent").replaceAll("%", " percent ");
    plain = plain.replaceAll("(\\d+)\\s*\\+(?=\\s)", "$1 or more ");
    plain = plain.replaceAll("(\\d)-(\\d)", "$1 to $2");
    plain =
        plain.replaceAll(
            "(?<=[a-z])/(?=(?:user|session|request|image|day|week|month|hour)\\b)", " per ");
    plain = plain.replaceAll("[-_/]", " ");
    plain = plain.replaceAll("&", " and ").replaceAll("=", " is ");
    plain = plain.replaceAll("([,;:?!()\"])", " $1 ").replaceAll("\\.(?=\\s)", " . ");
    plain = plain.replaceAll("[^\\p{L}\\p{N}.,;:?!()\"' #+]", " ");
    return plain.replaceAll("\\s+", " ").strip();
  }

  private static String isoDates(String text) {
    return ISO_MONTH
        .matcher(days(text))
        .replaceAll(
            match ->
                " "
                    + Month.of(Integer.parseInt(match.group(2))).name().toLowerCase(Locale.ROOT)
                    + " "
                    + match.group(1)
                    + " ");
  }

  private static String days(String text) {
    return ISO_DATE
        .matcher(text)
        .replaceAll(
            match -> {
              int month = Integer.parseInt(match.group(2));
              return month < 1 || month > 12
                  ? match.group()
                  : " "
                      + match.group(3)
                      + " "
                      + Month.of(month).name().toLowerCase(Locale.ROOT)
                      + " "
                      + match.group(1)
                      + " ";
            });
  }

  /** One word's singular. */
  static String singular(String word) {
    String irregular = IRREGULAR.get(word);
    if (irregular != null) {
      return irregular;
    }
    if (word.length() < 4
        || !word.endsWith("s")
        || word.endsWith("ss")
        || KEEP.contains(word)
        || word.endsWith("us")
        || word.endsWith("is")
        || word.endsWith("'s")) {
      return word;
    }
    if (word.endsWith("ies") && word.length() > 4) {
      return word.substring(0, word.length() - 3) + "y";
    }
    if (word.matches(".*(ch|sh|x|ss|zz)es")) {
      return word.substring(0, word.length() - 2);
    }
    return word.substring(0, word.length() - 1);
  }

  /** A phrase in the form in which phrases are looked up. */
  static String key(String phrase) {
    return Stream.of(split(plain(phrase))).map(Words::singular).collect(Collectors.joining(" "));
  }
}
