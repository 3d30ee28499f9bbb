package io.genai.sessions.pipeline.enrich;

import io.genai.sessions.pipeline.images.StoredImage;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Prompts that are enriched together: all rows whose texts' hashes fall into one shard.
 *
 * @param number which shard, 0 to {@code of - 1}
 * @param of how many shards there are
 * @param prompts in the order of their ids
 */
public record PromptShard(int number, int of, List<EnrichedPrompt> prompts) {

  /** One prompt for each distinct text, by the text's hash; short ones first, for even batches. */
  Map<String, EnrichedPrompt> distinctTexts() {
    Map<String, EnrichedPrompt> distinct = new LinkedHashMap<>();
    prompts.stream()
        .sorted(Comparator.comparingInt(prompt -> prompt.row().prompt().length()))
        .forEach(prompt -> distinct.putIfAbsent(prompt.textHash(), prompt));
    return distinct;
  }

  /** Each distinct image by its content's hash. */
  Map<String, StoredImage> distinctImages() {
    Map<String, StoredImage> distinct = new LinkedHashMap<>();
    prompts.stream()
        .flatMap(prompt -> prompt.row().image().stream())
        .forEach(image -> distinct.putIfAbsent(image.contentHash(), image));
    return distinct;
  }

  /** The shard with each prompt as {@code enrichment} makes it. */
  PromptShard map(UnaryOperator<EnrichedPrompt> enrichment) {
    return new PromptShard(number, of, prompts.stream().map(enrichment).toList());
  }
}
