package io.genai.sessions.web.copilot;

import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.generate.TextGenerator;
import io.genai.sessions.warehouse.TableDescription;
import io.genai.sessions.warehouse.TableDescription.ColumnDescription;
import io.genai.sessions.warehouse.Warehouse;
import io.genai.sessions.warehouse.WarehouseException;
import io.genai.sessions.warehouse.WarehouseInfo;
import io.genai.sessions.warehouse.WarehouseLease;
import io.genai.sessions.warehouse.guard.GuardedQueries;
import io.genai.sessions.warehouse.guard.QueryLimits;
import io.genai.sessions.warehouse.guard.QueryOutcome;
import io.genai.sessions.warehouse.guard.QueryRun;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.warehouse.semantic.VerifiedQuestion;
import io.genai.sessions.web.copilot.embedded.DataProfile;
import io.genai.sessions.web.copilot.embedded.EmbeddedGenerator;
import io.genai.sessions.web.copilot.llm.LanguageModels;
import io.genai.sessions.web.copilot.llm.LlmGenerator;
import io.genai.sessions.web.data.WarehouseSettings;
import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Answers questions with SQL and runs SQL behind the guard. Safe for several users at once. */
@Component
public final class CopilotService {
  private static final Logger LOG = LoggerFactory.getLogger(CopilotService.class);
  private static final Pattern SQL =
      Pattern.compile(
          "(?is)^\\s*(?:select|with|from|values)\\b.*|^\\s*(?:insert|update|delete|create|drop|alter|attach|copy|pragma|set|explain|describe|summarize|show)\\s+\\S+.*\\b(?:into|from|table|set|view|database)\\b.*");

  private final SemanticModel model;
  private final Warehouse warehouse;
  private final GuardedQueries queries;
  private final VerifiedQuestions verified;
  private final AuditLog audit;
  private final LlmSettings llm;
  private final ExecutorService askers = Executors.newCachedThreadPool(CopilotService::asker);
  private Optional<TextGenerator> languageModel = Optional.empty();
  private Optional<SqlGenerator> generator = Optional.empty();
  private Optional<WarehouseInfo> readFor = Optional.empty();

  /** A service over the app's warehouse; the user's own files lie beside it. */
  public CopilotService(
      SemanticModel model, Warehouse warehouse, WarehouseSettings settings, LlmSettings llm) {
    this.llm = llm;
    this.model = model;
    this.warehouse = warehouse;
    Path file = settings.file().toAbsolutePath();
    Path own = file.resolveSibling("copilot");
    this.queries = GuardedQueries.over(file, QueryLimits.defaults());
    this.verified = new VerifiedQuestions(model, own.resolve("verified_questions.yaml"));
    this.audit = new AuditLog(own.resolve("audit.jsonl"), Clock.systemUTC());
  }

  /** Starts what questions and queries need, so that the first one need not wait for it. */
  public void prepare() {
    queries.prepare();
  }

  /** Asks on a thread of its own: a language model may take its time. */
  public CompletableFuture<Generated> askLater(String question) {
    return CompletableFuture.supplyAsync(() -> ask(question), askers)
        .exceptionally(
            failure -> {
              LOG.warn("no answer to '{}'", question, failure);
              return new Generated.Refused(
                  "The question could not be read: " + failure.getMessage(), List.of());
            });
  }

  private static Thread asker(Runnable task) {
    Thread thread = new Thread(task, "copilot-asker");
    thread.setDaemon(true);
    return thread;
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
   * @throws WarehouseException RESOURCE if their file cannot be written
   */
  public void save(String question, String sql) {
    verified.save(question, sql);
  }

  /** Tables and their columns, to be completed while SQL is typed. */
  public Map<String, List<String>> schema() {
    Map<String, List<String>> schema = new TreeMap<>();
    for (TableDescription table : tables()) {
      schema.put(table.name(), table.columns().stream().map(ColumnDescription::name).toList());
    }
    return schema;
  }

  private List<TableDescription> tables() {
    Set<String> asked = new HashSet<>();
    model.entities().stream()
        .filter(entity -> !entity.derived())
        .forEach(entity -> asked.add(entity.relation()));
    try (WarehouseLease lease = warehouse.lease()) {
      return lease.tables().stream().filter(table -> asked.contains(table.name())).toList();
    }
  }

  private synchronized SqlGenerator generator() {
    Optional<WarehouseInfo> now = Optional.of(warehouse.info());
    if (generator.isEmpty() || !now.equals(readFor)) {
      EmbeddedGenerator embedded =
          EmbeddedGenerator.over(model, DataProfile.read(warehouse), queries);
      generator =
          Optional.of(
              languageModel()
                  .<SqlGenerator>map(
                      text ->
                          new LlmGenerator(text, model, tables(), verified, queries)
                              .orElse(embedded))
                  .orElse(embedded));
      readFor = now;
    }
    return generator.get();
  }

  /** Opened once, at the first question; one that is not there is said, and not waited for. */
  private Optional<TextGenerator> languageModel() {
    if (languageModel.isEmpty() && llm.name().isPresent()) {
      String name = llm.name().get();
      try {
        languageModel =
            Optional.of(
                llm.server()
                    .map(endpoint -> LanguageModels.onServer(endpoint, name))
                    .orElseGet(() -> LanguageModels.local(name)));
      } catch (ModelException e) {
        LOG.warn("the language model {} is left out: {}", name, e.getMessage());
      }
    }
    return languageModel;
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
    askers.shutdownNow();
    queries.close();
    languageModel.ifPresent(TextGenerator::close);
  }
}
