package io.genai.sessions.pipeline.shards;

import static org.assertj.core.api.Assertions.assertThat;

import io.genai.sessions.pipeline.Collected;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.junit.jupiter.api.Test;

/** Grouping as a Beam pipeline: elements of several bundles, more than a block holds. */
class GroupIntoShardsIT {
  private static final int SHARDS = 3;

  @Test
  void everyElementComesOutOnceInItsShard() {
    Pipeline pipeline = Pipeline.create(PipelineOptionsFactory.create());
    Collected<KV<Integer, List<String>>> collected = new Collected<>();
    List<String> elements = elements(0, 4000);

    PCollectionList.of(pipeline.apply("One", Create.of(elements.subList(0, 1500))))
        .and(pipeline.apply("Other", Create.of(elements.subList(1500, 4000))))
        .apply("Both", Flatten.pCollections())
        .apply(GroupIntoShards.by(GroupIntoShardsIT::shard))
        .apply(
            MapElements.into(new TypeDescriptor<KV<Integer, List<String>>>() {})
                .via(group -> KV.of(group.getKey(), toList(group.getValue()))))
        .apply(collected);
    pipeline.run().waitUntilFinish();

    Map<Integer, List<String>> expected =
        elements.stream().collect(Collectors.groupingBy(GroupIntoShardsIT::shard));
    assertThat(collected.elements()).hasSize(SHARDS);
    assertThat(collected.elements())
        .allSatisfy(
            group ->
                assertThat(group.getValue())
                    .containsExactlyInAnyOrderElementsOf(expected.get(group.getKey())));
  }

  @Test
  void noElementsAreNoShard() {
    Pipeline pipeline = Pipeline.create(PipelineOptionsFactory.create());
    Collected<KV<Integer, Iterable<String>>> collected = new Collected<>();
    PCollection<String> none = pipeline.apply(Create.empty(TypeDescriptor.of(String.class)));

    none.apply(GroupIntoShards.by(GroupIntoShardsIT::shard)).apply(collected);
    pipeline.run().waitUntilFinish();

    assertThat(collected.elements()).isEmpty();
  }

  private static int shard(String element) {
    return Math.floorMod(element.hashCode(), SHARDS);
  }

  private static List<String> elements(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "element " + i + " " + "·".repeat(60)).toList();
  }

  private static List<String> toList(Iterable<String> values) {
    List<String> list = new ArrayList<>();
    values.forEach(list::add);
    return list;
  }
}
