package io.genai.sessions.pipeline.enrich;

import io.genai.sessions.models.runtime.SharedModels;
import io.genai.sessions.pipeline.records.StepMetrics;
import java.io.IOException;
import java.io.Serializable;
import java.util.UUID;
import org.apache.beam.sdk.transforms.DoFn;

/** Enriches shards in one step. All instances of the step in a JVM share one model. */
final class EnrichFn extends DoFn<PromptShard, PromptShard> {
  private static final long serialVersionUID = 1L;
  private static final SharedModels<Key, FaultTolerantEnrichment> ENRICHMENTS =
      new SharedModels<>(key -> FaultTolerantEnrichment.open(key.step(), key.opener()));

  private final Key key;
  private final StepMetrics metrics;
  private transient SharedModels.Lease<FaultTolerantEnrichment> enrichment;

  EnrichFn(String step, ModelOpener<ShardEnrichment> opener) {
    this.key = new Key(step, UUID.randomUUID(), opener);
    this.metrics = StepMetrics.of(step);
  }

  /** Equal for the copies of one step that the runner makes, on whatever worker. */
  private record Key(String step, UUID id, ModelOpener<ShardEnrichment> opener)
      implements Serializable {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.id.equals(id);
    }

    @Override
    public int hashCode() {
      return id.hashCode();
    }
  }

  @Setup
  public void setUp() {
    enrichment = ENRICHMENTS.acquire(key);
  }

  @Teardown
  public void tearDown() {
    if (enrichment != null) {
      enrichment.close();
    }
  }

  @ProcessElement
  public void process(@Element PromptShard shard, OutputReceiver<PromptShard> out)
      throws IOException {
    int rows = shard.prompts().size();
    metrics.in(rows);
    FaultTolerantEnrichment.Outcome outcome = enrichment.model().enrich(shard);
    outcome.failure().ifPresent(reason -> metrics.missed(rows, reason));
    metrics.out(rows);
    out.output(outcome.shard());
  }
}
