package io.genai.sessions.pipeline.enrich;

import io.genai.sessions.pipeline.read.SourceRow;
import io.genai.sessions.pipeline.shards.GroupIntoShards;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;

/** Groups rows into a fixed number of shards, equal texts together. */
public final class ShardByText
    extends PTransform<PCollection<SourceRow>, PCollection<PromptShard>> {
  private static final long serialVersionUID = 1L;

  private final int shards;

  private ShardByText(int shards) {
    this.shards = shards;
  }

  /** Groups into {@code shards} shards. */
  public static ShardByText into(int shards) {
    return new ShardByText(shards);
  }

  @Override
  public PCollection<PromptShard> expand(PCollection<SourceRow> rows) {
    int of = shards;
    return rows.apply(
            "Group", GroupIntoShards.by(row -> ContentHash.shard(ContentHash.of(row.prompt()), of)))
        .apply(
            "ToShard",
            MapElements.into(TypeDescriptor.of(PromptShard.class)).via(group -> shard(group, of)));
  }

  private static PromptShard shard(KV<Integer, Iterable<SourceRow>> group, int of) {
    List<EnrichedPrompt> prompts =
        StreamSupport.stream(group.getValue().spliterator(), false)
            .sorted(Comparator.comparingLong(SourceRow::promptId))
            .map(EnrichedPrompt::of)
            .toList();
    return new PromptShard(group.getKey(), of, prompts);
  }
}
