package io.genai.sessions.web.copilot.embedded;

import io.genai.sessions.warehouse.WarehouseException;
import io.genai.sessions.warehouse.semantic.LayeredQuery;
import io.genai.sessions.warehouse.semantic.QueryRenderer;
import io.genai.sessions.warehouse.semantic.RenderedQuery;
import io.genai.sessions.warehouse.semantic.SemanticModel;
import io.genai.sessions.web.copilot.Generated;
import io.genai.sessions.web.copilot.SqlGenerator;
import java.util.List;
import java.util.Optional;

/** Reads questions by lexicon and rules, without any model or download. */
public final class EmbeddedGenerator implements SqlGenerator {
  private final SemanticModel model;
  private final Lexicon lexicon;
  private final Spelling spelling;
  private final Periods periods;
  private final Rules rules;
  private final Composer composer;
  private final Refusals refusals;
  private final Explainer explainer;

  /** A generator for questions about a warehouse that holds this. */
  public EmbeddedGenerator(SemanticModel model, DataProfile data) {
    this.model = model;
    this.lexicon = new Lexicon(model, data);
    this.spelling = new Spelling(lexicon.words());
    this.periods = new Periods(data);
    this.rules = new Rules(model);
    this.composer = new Composer(model);
    this.refusals = new Refusals(model, data);
    this.explainer = new Explainer();
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
    List<String> parts = Sentences.candidates(mended, lexicon);
    for (int i = 0; i < parts.size(); i++) {
      Reading reading = read(parts.get(i));
      if (reading.complete(i < parts.size() - 1)) {
        Optional<Generated.Refused> later =
            refusals.afterReading(reading.question(), reading.draft());
        if (later.isPresent()) {
          return later.get();
        }
        try {
          LayeredQuery query = new Sql(model).query(reading.draft());
          RenderedQuery rendered = new QueryRenderer(model).render(query);
          return new Generated.Query(
              rendered.sql(), explainer.explain(reading.draft(), query), name());
        } catch (WarehouseException e) {
          return refusals.cannot(question, e.getMessage());
        }
      }
    }
    return refusals.notUnderstood(question, read(mended).question());
  }

  /** What a text was read as. */
  record Reading(Tagged question, Draft draft) {
    /**
     * @param explicit whether the figure must have been said, not only implied
     */
    boolean complete(boolean explicit) {
      return !draft.measures.isEmpty() && !(explicit && draft.implied);
    }
  }

  Reading read(String text) {
    Tagged q = new Tagged(text);
    TextSearch.tag(q);
    Bands.tag(q);
    periods.tag(q);
    NumberWords.fractions(q);
    lexicon.tag(q);
    NumberWords.tag(q);
    TextSearch.prompts(q, lexicon);
    rules.apply(q);
    Draft draft = composer.compose(q);
    return new Reading(q, draft);
  }
}
