package io.genai.sessions.web.copilot;

import io.genai.sessions.warehouse.WarehouseException;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.warehouse.semantic.VerifiedQuestion;
import io.genai.sessions.warehouse.semantic.VerifiedQuestionFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The questions that ship verified, and those that the user saved into a file of theirs. */
public final class VerifiedQuestions {
  private static final Logger LOG = LoggerFactory.getLogger(VerifiedQuestions.class);
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");

  private final List<VerifiedQuestion> shipped;
  private final VerifiedQuestionFile own;

  /**
   * @param own the user's file, which need not exist yet
   */
  public VerifiedQuestions(SemanticModel model, Path own) {
    this.shipped = model.verifiedQuestions();
    this.own = new VerifiedQuestionFile(own);
  }

  /** All of them, the user's last. */
  public synchronized List<VerifiedQuestion> all() {
    List<VerifiedQuestion> all = new ArrayList<>(shipped);
    try {
      all.addAll(own.read());
    } catch (WarehouseException e) {
      // A file that its user broke must not take the view down with it.
      LOG.warn("saved questions are left out: {}", e.getMessage());
    }
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
   * @throws WarehouseException RESOURCE if the file cannot be written
   */
  public synchronized void save(String question, String sql) {
    own.add(question, sql);
  }

  private static double likeness(Set<String> asked, Set<String> known) {
    Set<String> common = new HashSet<>(asked);
    common.retainAll(known);
    return common.size() / Math.sqrt(known.size() + 1.0);
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    BETWEEN_WORDS
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> word.length() > 2)
        .map(word -> word.replaceFirst("s$", ""))
        .forEach(words::add);
    return words;
  }
}
