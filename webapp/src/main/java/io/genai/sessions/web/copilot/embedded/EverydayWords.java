package io.genai.sessions.web.copilot.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The closed list of words and phrases that people ask with, rather than about. */
final class EverydayWords {
  private static final String FILE = "everyday-words.txt";
  private static final Set<String> WORDS = new HashSet<>();
  private static final Set<String> TELLING = new HashSet<>();
  private static final List<String> PHRASES = new ArrayList<>();

  static {
    read();
  }

  private EverydayWords() {}

  static boolean contains(String word) {
    return Stems.among(WORDS, word);
  }

  /** Whether it is a word of English that says something, though not what the schema knows. */
  static boolean isTelling(String word) {
    return Stems.among(TELLING, word);
  }

  /** The text without turns of phrase that say nothing. */
  static void dropPhrases(Tagged q) {
    q.rewrite(PHRASES.stream().collect(Collectors.joining("|", "(?:", ")(?: :| -)?")), "");
  }

  private static void read() {
    try (InputStream file = EverydayWords.class.getResourceAsStream(FILE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      String section = "";
      for (String line : lines.lines().toList()) {
        if (line.startsWith("[")) {
          section = line;
        } else if (!line.isBlank() && !line.startsWith("#")) {
          switch (section) {
            case "[phrases]" -> PHRASES.add(line);
            case "[telling]" -> TELLING.addAll(List.of(Words.split(line)));
            default -> WORDS.addAll(List.of(Words.split(line)));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }
}
