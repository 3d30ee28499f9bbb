package io.genai.sessions.pipeline.enrich;

import io.genai.sessions.pipeline.images.StoredImage;
import io.genai.sessions.pipeline.read.SourceRow;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes shards for tests. */
final class Shards {
  private Shards() {}

  /** The only shard there is, of rows with these texts and no images. */
  static PromptShard of(String... texts) {
    return of(
        IntStream.range(0, texts.length)
            .mapToObj(i -> row(i + 1, texts[i], Optional.empty()))
            .toList());
  }

  static PromptShard of(List<SourceRow> rows) {
    return new PromptShard(0, 1, rows.stream().map(EnrichedPrompt::of).toList());
  }

  static SourceRow row(long id, String text, Optional<StoredImage> image) {
    return new SourceRow(
        id,
        id + ".png",
        text,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        image);
  }
}
