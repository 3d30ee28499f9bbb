package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.WarehouseException;
import io.genai.sessions.warehouse.guard.GuardedQueries;
import io.genai.sessions.warehouse.guard.QueryOutcome;
import io.genai.sessions.warehouse.semantic.LayeredQuery;
import io.genai.sessions.warehouse.semantic.QueryRenderer;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.Generated;
import io.genai.sessions.web.copilot.SqlGenerator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads questions by lexicon and rules, without any model or download. */
public final class EmbeddedGenerator implements SqlGenerator {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedGenerator.class);

  private final SemanticModel model;
  private final Lexicon lexicon;
  private final Spelling spelling;
  private final Periods periods;
  private final Rules rules;
  private final Composer composer;
  private final Refusals refusals;
  private final Explainer explainer;
  private final Predicate<String> binds;

  /** A generator for questions about a warehouse that holds this. */
  public EmbeddedGenerator(SemanticModel model, DataProfile data) {
    this(model, data, sql -> true);
  }

  /**
   * A generator that asks the warehouse about its answers.
   *
   * @param binds whether a query could run; one that could not is never shown
   */
  public EmbeddedGenerator(SemanticModel model, DataProfile data, Predicate<String> binds) {
    this.model = model;
    this.lexicon = new Lexicon(model, data);
    this.spelling = new Spelling(lexicon.words());
    this.periods = new Periods(data);
    this.rules = new Rules(model);
    this.composer = new Composer(model);
    this.refusals = new Refusals(model, data);
    this.explainer = new Explainer();
    this.binds = binds;
  }

  /**
   * A generator that shows only what the warehouse of these queries could run. A busy or stopped
   * process is no reason to hold an answer back.
   */
  public static EmbeddedGenerator over(
      SemanticModel model, DataProfile data, GuardedQueries queries) {
    return new EmbeddedGenerator(
        model,
        data,
        sql -> {
          QueryOutcome outcome = queries.bind(sql).outcome().join();
          return outcome instanceof QueryOutcome.Completed
              || outcome instanceof QueryOutcome.Stopped;
        });
  }

  @Override
  public String name() {
    return "embedded";
  }

  @Override
  public Generated generate(String question) {
    String plain = Words.plain(question);
    Optional<Generated.Refused> refused = refusals.beforeReading(question, plain);
    if (refused.isPresent()) {
      return refused.get();
    }
    String mended = spelling.mend(plain);
    return best(mended)
        .map(answer -> answer(question, answer))
        .orElseGet(() -> refusals.notUnderstood(question, read(mended).question()));
  }

  private Generated answer(String question, Answer answer) {
    Reading reading = answer.reading();
    Optional<Generated.Refused> refused = refusals.afterReading(question, reading);
    if (refused.isPresent()) {
      return refused.get();
    }
    if (!answer.missing().isEmpty()) {
      return refusals.leftOut(question, answer.missing());
    }
    return new Generated.Query(
        answer.sql(), explainer.explain(reading.draft(), answer.query()), name());
  }

  /** The reading that leaves least of the question out; the likeliest of those that leave alike. */
  private Optional<Answer> best(String mended) {
    Tagged whole = tagged(mended);
    List<Sentences.Candidate> parts = Sentences.candidates(mended, lexicon);
    Optional<Answer> best = Optional.empty();
    for (Sentences.Candidate part : parts) {
      if (best.isPresent() && best.get().holes() == 0) {
        break;
      }
      Reading reading = read(part.text());
      if (!reading.complete(part.explicit())) {
        continue;
      }
      try {
        LayeredQuery query = new Sql(model).query(reading.draft());
        String sql = new QueryRenderer(model).render(query).sql();
        Coverage coverage = new Coverage(reading.draft(), sql);
        List<String> missing = coverage.missing(reading.tagged(), reading.question(), whole);
        int holes = missing.size() + refusals.unknown(reading).size();
        boolean fewer = best.isEmpty() || holes < best.get().holes();
        // One with holes is refused anyway.
        if (fewer && (holes > 0 || binds.test(sql))) {
          best = Optional.of(new Answer(reading, query, sql, missing, holes));
        }
      } catch (WarehouseException e) {
        LOG.debug("no query for '{}': {}", part.text(), e.getMessage());
      }
    }
    return best;
  }

  /** A reading with its query and what of the question it leaves out. */
  private record Answer(
      Reading reading, LayeredQuery query, String sql, List<String> missing, int holes) {}

  /** What a text was read as. */
  record Reading(Tagged tagged, Tagged question, Draft draft) {
    /**
     * @param explicit whether the figure must have been said, not only implied
     */
    boolean complete(boolean explicit) {
      return !draft.measures.isEmpty() && !(explicit && draft.implied && draft.groups.isEmpty());
    }
  }

  Reading read(String text) {
    Tagged q = tagged(text);
    Tagged tagged = q.copy();
    TextSearch.prompts(q, lexicon);
    rules.apply(q);
    Draft draft = composer.compose(q);
    return new Reading(tagged, q, draft);
  }

  private Tagged tagged(String text) {
    Tagged q = new Tagged(text);
    Rewordings.apply(q);
    TextSearch.tag(q, lexicon);
    EverydayWords.dropPhrases(q);
    NumberWords.digits(q);
    Bands.tag(q);
    periods.tag(q);
    NumberWords.fractions(q);
    q.rewrite(
        "(?:, |\\( )?(?:measured |expressed |given )?in (?:pixels|milliseconds|ms|words|utc)(?: \\))?(?= (?:by|per|for|,|\\.|\\?|on|over|split|and|of)| $)",
        "");
    q.rewrite(
        "(?:, |\\( )?(?:measured |expressed |given )?in (seconds|minutes|hours|days|percent|percentages?|percentage points?|pct)(?: \\))?(?= (?:by|against|from|vs|compared|per|for|,|\\.|[?]|on|over|and|of|split|across)| $)",
        g ->
            q.tag(
                g.get(0),
                new Meaning.OfUnit(
                    g.get(1).matches(".* points?")
                        ? "points"
                        : g.get(1).startsWith("p") ? "percent" : g.get(1))));
    lexicon.tag(q);
    NumberWords.tag(q);
    return q;
  }
}
