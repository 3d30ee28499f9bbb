package io.genai.sessions.pipeline.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.ModelException.Code;
import io.genai.sessions.pipeline.enrich.FaultTolerantEnrichment.Outcome;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FaultTolerantEnrichmentTest {
  private static final PromptShard SHARD = Shards.of("a red fox");
  private int calls;

  @Test
  void aModelThatCannotBeOpenedLeavesTheShardAsItIs() throws IOException {
    FaultTolerantEnrichment enrichment =
        FaultTolerantEnrichment.open(
            "Step",
            () -> {
              throw new ModelException(Code.DATA, "no such weights");
            });

    assertThat(enrichment.enrich(SHARD).shard()).isSameAs(SHARD);
    assertThat(enrichment.enrich(SHARD).failure()).contains("no such weights");
  }

  @Test
  void aFailureCostsItsShardAlone() throws IOException {
    FaultTolerantEnrichment enrichment = failingOnce(new IllegalStateException("an odd prompt"));

    assertThat(enrichment.enrich(SHARD).failure()).contains("an odd prompt");
    Outcome next = enrichment.enrich(SHARD);

    assertThat(next.failure()).isEmpty();
    assertThat(next.shard().prompts().get(0).textEmbedding()).isPresent();
  }

  @Test
  void aModelThatLacksAResourceIsNotAskedAgain() throws IOException {
    FaultTolerantEnrichment enrichment =
        failingOnce(new ModelException(Code.RESOURCE, "the server is away"));

    assertThat(enrichment.enrich(SHARD).failure()).contains("the server is away");
    assertThat(enrichment.enrich(SHARD).failure()).contains("the server is away");
    assertThat(calls).isEqualTo(1);
  }

  @Test
  void aCacheThatCannotBeWrittenIsTheRunsFailure() {
    FaultTolerantEnrichment enrichment =
        open(
            shard -> {
              throw new IOException("No space left on device");
            });

    assertThatThrownBy(() -> enrichment.enrich(SHARD)).isInstanceOf(IOException.class);
  }

  private FaultTolerantEnrichment failingOnce(RuntimeException failure) {
    return open(
        shard -> {
          if (++calls == 1) {
            throw failure;
          }
          return shard.map(
              prompt -> prompt.withTextEmbedding(new Embedding("model", new float[] {1})));
        });
  }

  private interface Work {
    PromptShard enrich(PromptShard shard) throws IOException;
  }

  private static FaultTolerantEnrichment open(Work work) {
    return FaultTolerantEnrichment.open(
        "Step",
        () ->
            new ShardEnrichment() {
              @Override
              public PromptShard enrich(PromptShard shard) throws IOException {
                return work.enrich(shard);
              }

              @Override
              public void close() {}
            });
  }
}
