package io.genai.sessions.pipeline.read;

import io.genai.sessions.pipeline.read.InputPlan.NumberedPart;
import io.genai.sessions.pipeline.read.MetadataFile.RowGroup;
import io.genai.sessions.pipeline.records.BadRecord;
import io.genai.sessions.pipeline.records.RecordCoder;
import io.genai.sessions.pipeline.shards.GroupIntoShards;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Reads the rows of DiffusionDB's parts and metadata tables, joined by image name, each name once.
 * Rows and their ids depend on the data alone, not on how files are listed or work is spread.
 *
 * <p>Gives {@link #ROWS} and {@link #BAD_RECORDS}.
 */
public final class ReadDiffusionDb extends PTransform<PBegin, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  /** The step's name in the graph, in metrics and in bad records. */
  public static final String STEP = "ReadDiffusionDb";

  /** The rows; their images still lie in the input. */
  public static final TupleTag<LocatedRow> ROWS = new TupleTag<>() {};

  /** What could not be read. */
  public static final TupleTag<BadRecord> BAD_RECORDS = new TupleTag<>() {};

  static final TupleTag<Candidate> CANDIDATES = new TupleTag<>() {};
  static final TupleTag<PlacedBadRecord> PLACED_BAD_RECORDS = new TupleTag<>() {};
  static final TupleTag<KV<Integer, Long>> ENTRIES = new TupleTag<>() {};

  private static final int DEFAULT_SHARDS = 64;

  private final transient InputPlan plan;
  private final int shards;

  private ReadDiffusionDb(InputPlan plan, int shards) {
    this.plan = plan;
    this.shards = shards;
  }

  /** Reads what {@code plan} says, in 64 shards. */
  public static ReadDiffusionDb from(InputPlan plan) {
    return new ReadDiffusionDb(plan, DEFAULT_SHARDS);
  }

  /** The same, with another number of groups that rows are spread and joined in; at least 1. */
  public ReadDiffusionDb withShards(int shards) {
    return new ReadDiffusionDb(plan, shards);
  }

  @Override
  public PCollectionTuple expand(PBegin begin) {
    PCollectionTuple fromParts =
        spread(begin, "Parts", plan.parts(), NumberedPart.class)
            .apply(
                "ReadParts",
                ParDo.of(new ReadPartFn())
                    .withOutputTags(CANDIDATES, TupleTagList.of(PLACED_BAD_RECORDS).and(ENTRIES)));
    PCollectionTuple fromMetadata =
        spread(begin, "Metadata", plan.rowGroups(), RowGroup.class)
            .apply(
                "ReadMetadata",
                ParDo.of(new ReadMetadataFn())
                    .withOutputTags(CANDIDATES, TupleTagList.of(PLACED_BAD_RECORDS)));
    PCollectionView<Map<Integer, Long>> entries =
        fromParts.get(ENTRIES).apply("EntriesOfParts", View.asMap());
    PositionsView positions =
        new PositionsView(entries, new HashMap<>(plan.rowsOfMetadata()), plan.files());

    int of = shards;
    PCollectionTuple joined =
        PCollectionList.of(fromParts.get(CANDIDATES))
            .and(fromMetadata.get(CANDIDATES))
            .apply("Rows", Flatten.pCollections())
            .apply("ByShard", GroupIntoShards.by(row -> row.shard(of)))
            .apply(
                "Join",
                ParDo.of(new JoinFn(positions))
                    .withSideInputs(entries)
                    .withOutputTags(ROWS, TupleTagList.of(PLACED_BAD_RECORDS)));
    PCollectionView<Long> last = lastPosition(begin, joined.get(ROWS));
    PCollection<LocatedRow> rows =
        joined.get(ROWS).apply("Limit", ParDo.of(new LimitRowsFn(last)).withSideInputs(last));
    PCollection<BadRecord> badRecords =
        PCollectionList.of(fromParts.get(PLACED_BAD_RECORDS))
            .and(fromMetadata.get(PLACED_BAD_RECORDS))
            .and(joined.get(PLACED_BAD_RECORDS))
            .apply("BadRecords", Flatten.pCollections())
            .apply(
                "LimitBadRecords",
                ParDo.of(new LimitBadRecordsFn(positions, last)).withSideInputs(entries, last));
    return PCollectionTuple.of(ROWS, rows).and(BAD_RECORDS, badRecords);
  }

  /** Spreads the plan's items over the workers; a runner may make a bundle of each key. */
  private <T> PCollection<T> spread(PBegin begin, String name, List<T> items, Class<T> type) {
    List<KV<Integer, T>> keyed =
        IntStream.range(0, items.size())
            .mapToObj(index -> KV.of(index % shards, items.get(index)))
            .toList();
    return begin
        .apply(name, Create.of(keyed).withCoder(KvCoder.of(VarIntCoder.of(), RecordCoder.of(type))))
        .apply("Spread" + name, Reshuffle.of())
        .apply("Take" + name, Values.create());
  }

  /** The position of the last row that {@code --limit} lets through. */
  private PCollectionView<Long> lastPosition(PBegin begin, PCollection<LocatedRow> rows) {
    if (plan.limit().isEmpty()) {
      return begin.apply("NoLimit", Create.of(Long.MAX_VALUE)).apply("All", View.asSingleton());
    }
    return rows.apply(
            "PositionOf",
            MapElements.into(TypeDescriptors.longs()).via(located -> located.row().promptId()))
        .apply(
            "LastPosition",
            Combine.globally(new NthSmallest(plan.limit().getAsLong())).asSingletonView());
  }
}
