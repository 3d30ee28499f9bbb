package io.genai.sessions.pipeline.enrich;

import java.util.List;

/**
 * Prompts that are enriched together: all rows whose texts' hashes fall into one shard.
 *
 * @param number which shard, 0 to {@code of - 1}
 * @param of how many shards there are
 * @param prompts in the order of their ids
 */
public record PromptShard(int number, int of, List<EnrichedPrompt> prompts) {}
