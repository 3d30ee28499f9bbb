package io.genai.sessions.pipeline.images;

import io.genai.sessions.pipeline.read.LocatedRow;
import io.genai.sessions.pipeline.read.SourceRow;
import io.genai.sessions.pipeline.records.BadRecord;
import io.genai.sessions.pipeline.shards.GroupIntoShards;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Stores each row's image, byte for byte, under {@code images/generations/<image name>} in the blob
 * store, and a JPEG of at most 256 pixels a side under {@code images/thumbnails/<name>.jpg}. Rows
 * without an image pass by. What is stored already is left alone.
 *
 * <p>Gives {@link #ROWS}, all of them, and {@link #BAD_RECORDS}: images that could not be stored.
 */
public final class StoreImages extends PTransform<PCollection<LocatedRow>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  /** The step's name in the graph, in metrics and in bad records. */
  public static final String STEP = "StoreImages";

  /** Every row, with its image where it could be stored. */
  public static final TupleTag<SourceRow> ROWS = new TupleTag<>() {};

  /** The images that could not be stored. */
  public static final TupleTag<BadRecord> BAD_RECORDS = new TupleTag<>() {};

  private static final int DEFAULT_SHARDS = 64;

  /** Neighbours in a part that are stored together, so that the part is opened once for them. */
  private static final int BATCH = 32;

  private final String blobRoot;
  private final int shards;

  private StoreImages(String blobRoot, int shards) {
    this.blobRoot = blobRoot;
    this.shards = shards;
  }

  /**
   * Stores images below {@code blobRoot}, in 64 groups.
   *
   * @param blobRoot a local directory, or a prefix such as {@code s3://bucket/blob}
   */
  public static StoreImages below(String blobRoot) {
    return new StoreImages(blobRoot, DEFAULT_SHARDS);
  }

  /** The same, with another number of groups that batches of images are spread over; at least 1. */
  public StoreImages withShards(int shards) {
    return new StoreImages(blobRoot, shards);
  }

  @Override
  public PCollectionTuple expand(PCollection<LocatedRow> rows) {
    int groups = shards;
    PCollectionTuple stored =
        rows.apply("WithImage", Filter.by(located -> located.image().isPresent()))
            .apply(
                "Spread",
                GroupIntoShards.by(located -> (int) (located.row().promptId() / BATCH % groups)))
            .apply(
                "Store",
                ParDo.of(new StoreImageFn(blobRoot))
                    .withOutputTags(ROWS, TupleTagList.of(BAD_RECORDS)));
    PCollection<SourceRow> others =
        rows.apply("WithoutImage", Filter.by(located -> located.image().isEmpty()))
            .apply(
                "Pass", MapElements.into(TypeDescriptor.of(SourceRow.class)).via(LocatedRow::row));
    return PCollectionTuple.of(
            ROWS,
            PCollectionList.of(stored.get(ROWS))
                .and(others)
                .apply("AllRows", Flatten.pCollections()))
        .and(BAD_RECORDS, stored.get(BAD_RECORDS));
  }
}
