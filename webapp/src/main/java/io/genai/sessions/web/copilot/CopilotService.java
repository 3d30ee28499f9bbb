package io.genai.sessions.web.copilot;

import io.genai.sessions.warehouse.Warehouse;
import io.genai.sessions.warehouse.WarehouseInfo;
import io.genai.sessions.warehouse.guard.GuardedQueries;
import io.genai.sessions.warehouse.guard.QueryLimits;
import io.genai.sessions.warehouse.guard.QueryOutcome;
import io.genai.sessions.warehouse.guard.QueryRun;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.warehouse.semantic.VerifiedQuestion;
import io.genai.sessions.web.copilot.embedded.DataProfile;
import io.genai.sessions.web.copilot.embedded.EmbeddedGenerator;
import io.genai.sessions.web.data.WarehouseSettings;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Answers questions with SQL and runs SQL behind the guard. Safe for several users at once. */
@Component
public final class CopilotService {
  private static final Pattern SQL =
      Pattern.compile(
          "(?is)^\\s*(?:select|with|from|values)\\b.*|^\\s*(?:insert|update|delete|create|drop|alter|attach|copy|pragma|set|explain|describe|summarize|show)\\s+\\S+.*\\b(?:into|from|table|set|view|database)\\b.*");

  private final SemanticModel model;
  private final Warehouse warehouse;
  private final GuardedQueries queries;
  private final VerifiedQuestions verified;
  private final AuditLog audit;
  private final Path file;
  private Optional<EmbeddedGenerator> generator = Optional.empty();
  private Optional<WarehouseInfo> readFor = Optional.empty();

  /** A service over the app's warehouse; the user's own files lie beside it. */
  public CopilotService(SemanticModel model, Warehouse warehouse, WarehouseSettings settings) {
    this.model = model;
    this.warehouse = warehouse;
    this.file = settings.warehouse().toAbsolutePath();
    Path own = file.resolveSibling("copilot");
    this.queries = GuardedQueries.over(file, QueryLimits.defaults());
    this.verified = new VerifiedQuestions(model, own.resolve("verified_questions.yaml"));
    this.audit = new AuditLog(own.resolve("audit.jsonl"), Clock.systemUTC());
  }

  /**
   * The SQL for a question, or why there is none. SQL typed as a question is taken as it stands.
   */
  public Generated ask(String question) {
    Generated generated =
        looksLikeSql(question)
            ? new Generated.Query(
                question.strip(), List.of("Your own SQL, as you typed it."), "you")
            : generator().generate(question);
    audit.asked(question, generated);
    return generated;
  }

  private static boolean looksLikeSql(String text) {
    return SQL.matcher(text).matches()
        && text.matches("(?is).*\\b(select|from|into|table|set|values)\\b.*")
        && (text.matches("(?is)^\\s*(select|with)\\b.*\\b(from|select)\\b.*")
            || text.contains("*")
            || text.contains(";")
            || text.contains("("));
  }

  /** Runs SQL behind the guard. */
  public QueryRun run(String question, String sql, boolean edited) {
    QueryRun run = queries.run(sql);
    var unused =
        run.outcome().thenAccept(outcome -> audit.ran(question, sql, edited, words(outcome)));
    return run;
  }

  /** The questions to offer: the shipped ones and the user's. */
  public List<VerifiedQuestion> verified() {
    return verified.all();
  }

  /**
   * Keeps a question with its SQL for this user.
   *
   * @throws IOException if their file cannot be written
   */
  public void save(String question, String sql) throws IOException {
    verified.save(question, sql);
  }

  private synchronized EmbeddedGenerator generator() {
    Optional<WarehouseInfo> now = Optional.of(warehouse.info());
    if (generator.isEmpty() || !now.equals(readFor)) {
      generator = Optional.of(new EmbeddedGenerator(model, profile()));
      readFor = now;
    }
    return generator.get();
  }

  private DataProfile profile() {
    return DataProfile.read(warehouse);
  }

  /** How it ended, in words. */
  public static String words(QueryOutcome outcome) {
    if (outcome instanceof QueryOutcome.Completed completed) {
      return completed
          .result()
          .cutOff()
          .orElse("%,d rows".formatted(completed.result().rows().size()));
    }
    if (outcome instanceof QueryOutcome.Rejected rejected) {
      return rejected.reason();
    }
    if (outcome instanceof QueryOutcome.Failed failed) {
      return failed.message();
    }
    return outcome instanceof QueryOutcome.Stopped stopped ? stopped.message() : "";
  }

  @PreDestroy
  void close() {
    queries.close();
  }
}
