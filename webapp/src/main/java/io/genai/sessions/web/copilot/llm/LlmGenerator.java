package io.genai.sessions.web.copilot.llm;

import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.generate.GenerationRequest;
import io.genai.sessions.models.generate.Prompt;
import io.genai.sessions.models.generate.TextGenerator;
import io.genai.sessions.warehouse.TableDescription;
import io.genai.sessions.warehouse.guard.GuardedQueries;
import io.genai.sessions.warehouse.guard.QueryOutcome;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.Generated;
import io.genai.sessions.web.copilot.SqlGenerator;
import io.genai.sessions.web.copilot.VerifiedQuestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a language model write the SQL. What it writes must bind; it gets one turn to mend it, with
 * DuckDB's own words.
 */
public final class LlmGenerator implements SqlGenerator {
  private static final int MAXIMUM_TOKENS = 400;
  private static final Logger LOG = LoggerFactory.getLogger(LlmGenerator.class);
  private static final String CANNOT = "CANNOT";

  private final TextGenerator generator;
  private final GuardedQueries queries;
  private final PromptText prompts;
  private final VerifiedQuestions verified;
  private final Optional<SqlGenerator> standIn;

  /**
   * A generator over this model that checks its SQL with these queries.
   *
   * @param tables of the warehouse, as the model is told of them
   */
  public LlmGenerator(
      TextGenerator generator,
      SemanticModel model,
      List<TableDescription> tables,
      VerifiedQuestions verified,
      GuardedQueries queries) {
    this(generator, queries, new PromptText(model, tables), verified, Optional.empty());
  }

  private LlmGenerator(
      TextGenerator generator,
      GuardedQueries queries,
      PromptText prompts,
      VerifiedQuestions verified,
      Optional<SqlGenerator> standIn) {
    this.generator = generator;
    this.queries = queries;
    this.prompts = prompts;
    this.verified = verified;
    this.standIn = standIn;
  }

  /** The same, but when the model fails, {@code other} answers and says so. */
  public LlmGenerator orElse(SqlGenerator other) {
    return new LlmGenerator(generator, queries, prompts, verified, Optional.of(other));
  }

  @Override
  public String name() {
    return generator.id();
  }

  @Override
  public Generated generate(String question) {
    List<String> nearest =
        verified.nearest(question, 3).stream().map(found -> found.question()).toList();
    if (question.isBlank()) {
      return new Generated.Refused("Ask a question about the warehouse.", nearest);
    }
    try {
      String asked = prompts.question(question, verified.nearest(question, 5));
      String sql = write(asked);
      if (sql.contains(CANNOT)) {
        return new Generated.Refused("The model says that the warehouse cannot tell.", nearest);
      }
      QueryOutcome bound = queries.bind(sql).outcome().join();
      if (!(bound instanceof QueryOutcome.Completed)) {
        sql = write(prompts.repair(asked, sql, words(bound)));
        bound = queries.bind(sql).outcome().join();
      }
      return bound instanceof QueryOutcome.Completed
          ? new Generated.Query(
              sql,
              List.of("Written by %s; checked that it binds, not what it means.".formatted(name())),
              name())
          : new Generated.Refused("The model wrote SQL that cannot run: " + words(bound), nearest);
    } catch (ModelException e) {
      LOG.warn("{} failed: {}", name(), e.getMessage());
      String failure = "%s failed: %s".formatted(name(), e.getMessage());
      return standIn
          .map(other -> standingIn(other.generate(question), failure))
          .orElseGet(() -> new Generated.Refused(failure, nearest));
    }
  }

  /** What another generator answered, with a note first that it stood in. */
  private static Generated standingIn(Generated generated, String failure) {
    String note = "Answered without the language model: " + failure;
    if (generated instanceof Generated.Query query) {
      List<String> explanation = new ArrayList<>(List.of(note));
      explanation.addAll(query.explanation());
      return new Generated.Query(query.sql(), explanation, query.generator());
    }
    Generated.Refused refused = (Generated.Refused) generated;
    return new Generated.Refused(refused.reason() + " " + note, refused.suggestions());
  }

  private String write(String asked) {
    GenerationRequest request =
        GenerationRequest.greedy(
                List.of(new Prompt.Text(prompts.instruction(), asked)), MAXIMUM_TOKENS)
            .withStopStrings(List.of(";", "```", "\n\n\n", "Question:"));
    return clean(generator.generate(request).get(0).text());
  }

  /** The prompt ends in SELECT, so an answer goes on from there; some models say it again. */
  private static String clean(String text) {
    String sql = text.strip().replaceFirst("^```(?:sql)?\\s*", "").strip();
    return sql.contains(CANNOT) || sql.matches("(?is)(select|with)\\b.*") ? sql : "SELECT " + sql;
  }

  private static String words(QueryOutcome outcome) {
    if (outcome instanceof QueryOutcome.Rejected rejected) {
      return rejected.reason();
    }
    if (outcome instanceof QueryOutcome.Failed failed) {
      return failed.message();
    }
    return outcome instanceof QueryOutcome.Stopped stopped ? stopped.message() : "";
  }
}
