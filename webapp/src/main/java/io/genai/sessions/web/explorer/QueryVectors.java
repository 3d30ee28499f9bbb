package io.genai.sessions.web.explorer;

import io.genai.sessions.warehouse.WarehouseLease;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The vector that prompts are compared with. */
@Component
class QueryVectors {
  private final QueryEmbedder meaning;
  private final LookEmbedder look;

  QueryVectors(QueryEmbedder meaning, LookEmbedder look) {
    this.meaning = meaning;
    this.look = look;
  }

  /** Loads the text embedder beside other work. */
  void prepare() {
    meaning.prepare();
  }

  /** Whether texts can be compared with the warehouse's images. */
  boolean findByLook(WarehouseLease lease) {
    return look.model(lease).isPresent();
  }

  /** A unit vector; empty where there is none, so that nothing is alike. */
  Optional<float[]> of(Likeness.Near likeness, WarehouseLease lease) {
    if (likeness instanceof Likeness.Meaning typed) {
      return Optional.of(meaning.embed(typed.text()));
    }
    if (likeness instanceof Likeness.Look typed) {
      return look.embed(typed.text(), lease);
    }
    Likeness.ToPrompt near = (Likeness.ToPrompt) likeness;
    return lease
        .queryOne(
            "SELECT %s AS vector FROM dim_prompts WHERE prompt_id = ?"
                .formatted(near.space().column()),
            List.of(near.promptId()),
            row -> row.optional("vector", row::floats))
        .flatMap(found -> found);
  }
}
