package io.genai.sessions.pipeline.enrich;

import java.io.IOException;

/** Adds to shards what one model knows. Thread-safe; holds the model until closed. */
interface ShardEnrichment extends AutoCloseable {
  /**
   * Returns the shard with every prompt enriched; where the model fails it throws whatever the
   * model throws.
   *
   * @throws IOException where the cache cannot be read or written
   */
  PromptShard enrich(PromptShard shard) throws IOException;

  @Override
  void close();
}
