package io.genai.sessions.pipeline.enrich;

import io.genai.sessions.pipeline.records.StepMetrics;
import java.io.Serializable;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Top;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Numbers each image's group of similar images, the largest 0: k-means, fitted on a bounded sample
 * of the images and broadcast.
 */
public final class AssignStyleClusters
    extends PTransform<PCollection<PromptShard>, PCollection<PromptShard>> {
  private static final long serialVersionUID = 1L;

  /** The step's name in metrics. */
  public static final String STEP = "AssignStyleClusters";

  /** Images that the groups are fitted on: those with the smallest content hashes. */
  private static final int MAXIMUM_FITTED = 20_000;

  private final int clusters;
  private final long seed;

  private AssignStyleClusters(int clusters, long seed) {
    this.clusters = clusters;
    this.seed = seed;
  }

  /** Makes at most {@code clusters} groups; {@code seed} draws where the search for them starts. */
  public static AssignStyleClusters into(int clusters, long seed) {
    return new AssignStyleClusters(clusters, seed);
  }

  @Override
  public PCollection<PromptShard> expand(PCollection<PromptShard> shards) {
    int count = clusters;
    long draws = seed;
    PCollectionView<StyleClusters> fitted =
        shards
            .apply("Images", sampledImages(shards))
            .apply("Sample", Top.of(MAXIMUM_FITTED, new SmallestHash()))
            .apply(
                "Fit",
                MapElements.into(TypeDescriptor.of(StyleClusters.class))
                    .via(sample -> StyleClusters.fit(sample, count, draws)))
            .apply("Broadcast", View.asSingleton());
    return shards.apply("Assign", ParDo.of(new AssignFn(fitted)).withSideInputs(fitted));
  }

  /**
   * The images to fit on. Their hashes are compared before any vector moves: else each shard would
   * put up its own {@link #MAXIMUM_FITTED} vectors, 40 MiB of them.
   */
  private static ParDo.SingleOutput<PromptShard, ImageVector> sampledImages(
      PCollection<PromptShard> shards) {
    PCollectionView<String> last =
        shards
            .apply(
                "Hashes",
                FlatMapElements.into(TypeDescriptors.strings())
                    .via(shard -> images(shard).map(ImageVector::contentHash).toList()))
            .apply("SmallestHashes", Top.smallest(MAXIMUM_FITTED))
            .apply(
                "LastHash",
                MapElements.into(TypeDescriptors.strings())
                    .via(smallest -> smallest.isEmpty() ? "" : smallest.get(smallest.size() - 1)))
            .apply("BroadcastHash", View.asSingleton());
    return ParDo.of(new SampleFn(last)).withSideInputs(last);
  }

  private static Stream<ImageVector> images(PromptShard shard) {
    return shard.prompts().stream().flatMap(prompt -> image(prompt).stream());
  }

  private static Optional<ImageVector> image(EnrichedPrompt prompt) {
    return prompt
        .clip()
        .flatMap(ClipEncoding::image)
        .map(vector -> new ImageVector(prompt.row().image().orElseThrow().contentHash(), vector));
  }

  /** The smallest hash is the greatest, which is what {@link Top} keeps. */
  static final class SmallestHash implements Comparator<ImageVector>, Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public int compare(ImageVector one, ImageVector other) {
      return other.contentHash().compareTo(one.contentHash());
    }
  }

  static final class SampleFn extends DoFn<PromptShard, ImageVector> {
    private static final long serialVersionUID = 1L;
    private final PCollectionView<String> last;

    SampleFn(PCollectionView<String> last) {
      this.last = last;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      String lastHash = context.sideInput(last);
      images(context.element())
          .filter(image -> image.contentHash().compareTo(lastHash) <= 0)
          .forEach(context::output);
    }
  }

  static final class AssignFn extends DoFn<PromptShard, PromptShard> {
    private static final long serialVersionUID = 1L;
    private final StepMetrics metrics = StepMetrics.of(STEP);
    private final PCollectionView<StyleClusters> fitted;

    AssignFn(PCollectionView<StyleClusters> fitted) {
      this.fitted = fitted;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      PromptShard shard = context.element();
      StyleClusters clusters = context.sideInput(fitted);
      metrics.in(shard.prompts().size());
      if (clusters.isEmpty()) {
        metrics.idle("no image has an embedding");
      }
      PromptShard assigned =
          shard.map(
              prompt ->
                  prompt.withStyleCluster(
                      image(prompt).map(image -> clusters.nearest(image.vector()))));
      metrics.out(shard.prompts().size());
      context.output(assigned);
    }
  }
}
