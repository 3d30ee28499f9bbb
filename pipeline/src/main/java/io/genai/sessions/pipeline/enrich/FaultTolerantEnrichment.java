package io.genai.sessions.pipeline.enrich;

import io.genai.sessions.models.ModelException;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An enrichment whose model may be missing or fail: that costs the shard what the model would have
 * added, never the run. A model that cannot be opened, or that says a resource is lacking (memory,
 * a server), is not asked again: every further shard would wait for the same failure.
 */
final class FaultTolerantEnrichment implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FaultTolerantEnrichment.class);
  private static final int REASON_LENGTH = 400;

  private final String step;
  private final Optional<ShardEnrichment> enrichment;
  private volatile Optional<String> givenUp;

  private FaultTolerantEnrichment(
      String step, Optional<ShardEnrichment> enrichment, Optional<String> givenUp) {
    this.step = step;
    this.enrichment = enrichment;
    this.givenUp = givenUp;
  }

  /**
   * A shard after the step.
   *
   * @param failure why it is as it was; empty: it is enriched
   */
  record Outcome(PromptShard shard, Optional<String> failure) {}

  static FaultTolerantEnrichment open(String step, ModelOpener<ShardEnrichment> opener) {
    try {
      return new FaultTolerantEnrichment(step, Optional.of(opener.open()), Optional.empty());
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("{} goes without its model: {}", step, reason(e));
      LOG.debug("{} could not open its model", step, e);
      return new FaultTolerantEnrichment(step, Optional.empty(), Optional.of(reason(e)));
    }
  }

  Outcome enrich(PromptShard shard) throws IOException {
    if (givenUp.isPresent()) {
      return new Outcome(shard, givenUp);
    }
    try {
      return new Outcome(enrichment.orElseThrow().enrich(shard), Optional.empty());
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("{} failed on shard {}: {}", step, shard.number(), reason(e));
      LOG.debug("{} failed on shard {}", step, shard.number(), e);
      Optional<String> failure = Optional.of(reason(e));
      if (e instanceof ModelException known && known.code() == ModelException.Code.RESOURCE) {
        givenUp = failure;
      }
      return new Outcome(shard, failure);
    }
  }

  private static String reason(Throwable failure) {
    String reason = Optional.ofNullable(failure.getMessage()).orElse(failure.toString());
    return reason.substring(0, Math.min(REASON_LENGTH, reason.length()));
  }

  @Override
  public void close() {
    enrichment.ifPresent(ShardEnrichment::close);
  }
}
