package io.genai.sessions.web.copilot;

import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.warehouse.semantic.SourceLine;
import io.genai.sessions.warehouse.semantic.VerifiedQuestion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The questions that ship verified, and those that the user saved into a file of theirs. */
public final class VerifiedQuestions {
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");

  private final List<VerifiedQuestion> shipped;
  private final Path own;

  /**
   * @param own the user's file, which need not exist yet
   */
  public VerifiedQuestions(SemanticModel model, Path own) {
    this.shipped = model.verifiedQuestions();
    this.own = own;
  }

  /** All of them, the user's last. */
  public synchronized List<VerifiedQuestion> all() {
    List<VerifiedQuestion> all = new ArrayList<>(shipped);
    all.addAll(saved());
    return List.copyOf(all);
  }

  /** Those that share most words with the question, nearest first. */
  public List<VerifiedQuestion> nearest(String question, int count) {
    Set<String> asked = words(question);
    return all().stream()
        .sorted(
            Comparator.comparingDouble(verified -> -likeness(asked, words(verified.question()))))
        .limit(count)
        .toList();
  }

  /**
   * Keeps a question with its SQL in the user's file.
   *
   * @throws IOException if the file cannot be written
   */
  public synchronized void save(String question, String sql) throws IOException {
    Path directory = own.toAbsolutePath().getParent();
    if (directory != null) {
      Files.createDirectories(directory);
    }
    StringBuilder entry = new StringBuilder();
    if (!Files.exists(own)) {
      entry.append("questions:\n");
    }
    entry.append("  - question: ").append(quoted(question.strip())).append('\n');
    entry.append("    sql: ").append(quoted(sql.strip())).append('\n');
    Files.writeString(
        own, entry, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static String quoted(String text) {
    String escaped =
        text.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\r", "")
            .replace("\n", "\\n")
            .replace("\t", "\\t");
    return "\"" + escaped + "\"";
  }

  private List<VerifiedQuestion> saved() {
    if (!Files.exists(own)) {
      return List.of();
    }
    try {
      Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(own));
      List<VerifiedQuestion> saved = new ArrayList<>();
      if (root instanceof Map<?, ?> file && file.get("questions") instanceof List<?> entries) {
        for (Object entry : entries) {
          if (entry instanceof Map<?, ?> pair
              && pair.get("question") != null
              && pair.get("sql") != null) {
            saved.add(
                new VerifiedQuestion(
                    pair.get("question").toString(),
                    pair.get("sql").toString(),
                    new SourceLine(own.getFileName().toString(), saved.size() + 1)));
          }
        }
      }
      return saved;
    } catch (IOException | org.yaml.snakeyaml.error.YAMLException e) {
      // A file that its user broke must not take the view down with it.
      return List.of();
    }
  }

  private static double likeness(Set<String> asked, Set<String> known) {
    Set<String> common = new HashSet<>(asked);
    common.retainAll(known);
    return common.size() / Math.sqrt(known.size() + 1.0);
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    Arrays.stream(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT)))
        .filter(word -> word.length() > 2)
        .map(word -> word.replaceFirst("s$", ""))
        .forEach(words::add);
    return words;
  }
}
