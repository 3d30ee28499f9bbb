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
  private static final List<String> PHRASES = new ArrayList<>();

  static {
    read();
  }

  private EverydayWords() {}

  static boolean contains(String word) {
    return Stems.among(WORDS, word);
  }

  /** The text without turns of phrase that say nothing. */
  static void dropPhrases(Tagged q) {
    q.rewrite(PHRASES.stream().collect(Collectors.joining("|", "(?:", ")(?: :| -)?")), "");
  }

  private static void read() {
    try (InputStream file = EverydayWords.class.getResourceAsStream(FILE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      boolean phrases = false;
      for (String line : lines.lines().toList()) {
        if (line.startsWith("[")) {
          phrases = line.equals("[phrases]");
        } else if (!line.isBlank() && !line.startsWith("#")) {
          if (phrases) {
            PHRASES.add(line);
          } else {
            WORDS.addAll(List.of(Words.split(line)));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }
}
