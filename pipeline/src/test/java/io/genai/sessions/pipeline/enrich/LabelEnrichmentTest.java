package io.genai.sessions.pipeline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.genai.sessions.models.MiniLmEmbedder;
import io.genai.sessions.models.label.EmbeddedPromptLabeler;
import io.genai.sessions.models.label.LabelVocabulary;
import io.genai.sessions.models.label.PromptLabeler;
import io.genai.sessions.models.label.PromptLabels;
import io.genai.sessions.warehouse.WarehouseRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelEnrichmentTest {
  @TempDir private Path cache;

  @Test
  void theVocabulariesAreTheWarehouses() {
    WarehouseRules rules = WarehouseRules.load();

    assertThat(LabelVocabulary.standard().values())
        .isNotEmpty()
        .allSatisfy(
            (label, values) ->
                assertThat(values).as(label).hasSameElementsAs(rules.vocabulary(label)));
  }

  @Test
  void eachDistinctTextIsLabelledOnceAndForAll() throws IOException {
    RecordingLabeler labeler = new RecordingLabeler();
    PromptShard shard = Shards.of("a long prompt about foxes", "a fox", "a fox");

    PromptShard first = new LabelEnrichment(labeler, cache.toString()).enrich(shard);
    PromptShard second = new LabelEnrichment(labeler, cache.toString()).enrich(shard);

    assertThat(labeler.asked).containsExactly("a fox", "a long prompt about foxes");
    assertThat(second.prompts()).isEqualTo(first.prompts());
    assertThat(first.prompts())
        .allSatisfy(
            prompt ->
                assertThat(prompt.labelling())
                    .contains(new Labelling("recording", RecordingLabeler.LABELS)));
  }

  @Test
  void vectorsThatTheShardCarriesGiveTheSameLabels() throws IOException {
    PromptShard plain = Shards.of("portrait of a knight, oil on canvas", "neon city at night");
    try (LabelEnrichment labels =
            new LabelEnrichment(EmbeddedPromptLabeler.open(), cache.resolve("a").toString());
        LabelEnrichment again =
            new LabelEnrichment(EmbeddedPromptLabeler.open(), cache.resolve("b").toString());
        TextEnrichment embeddings = new TextEnrichment(MiniLmEmbedder.shared(), cache.toString())) {
      List<Optional<Labelling>> without = labellings(labels.enrich(plain));
      List<Optional<Labelling>> with = labellings(again.enrich(embeddings.enrich(plain)));

      assertThat(with).isEqualTo(without).doesNotContain(Optional.empty());
    }
  }

  private static List<Optional<Labelling>> labellings(PromptShard shard) {
    return shard.prompts().stream().map(EnrichedPrompt::labelling).toList();
  }

  private static final class RecordingLabeler implements PromptLabeler {
    static final PromptLabels LABELS =
        new PromptLabels(
            first("subject"),
            first("art_style"),
            first("mood"),
            first("setting"),
            first("lighting"),
            3,
            false);
    private final List<String> asked = new ArrayList<>();

    private static String first(String label) {
      return LabelVocabulary.standard().of(label).get(0);
    }

    @Override
    public String id() {
      return "recording";
    }

    @Override
    public List<PromptLabels> label(List<String> prompts) {
      asked.addAll(prompts);
      return prompts.stream().map(prompt -> LABELS).toList();
    }

    @Override
    public void close() {}
  }
}
