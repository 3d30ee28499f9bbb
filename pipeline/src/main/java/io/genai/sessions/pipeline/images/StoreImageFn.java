package io.genai.sessions.pipeline.images;

import io.genai.sessions.pipeline.parts.DamagedInput;
import io.genai.sessions.pipeline.parts.ImageLocation;
import io.genai.sessions.pipeline.parts.OpenParts;
import io.genai.sessions.pipeline.read.LocatedRow;
import io.genai.sessions.pipeline.read.SourceRow;
import io.genai.sessions.pipeline.records.BadRecord;
import io.genai.sessions.pipeline.records.StepMetrics;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Stores the images of a group of rows. */
final class StoreImageFn extends DoFn<KV<Integer, Iterable<LocatedRow>>, SourceRow> {
  private static final long serialVersionUID = 1L;

  private final StepMetrics metrics = StepMetrics.of(StoreImages.STEP);
  private final String blobRoot;
  private transient ImageStore store;

  StoreImageFn(String blobRoot) {
    this.blobRoot = blobRoot;
  }

  @Setup
  public void setUp() {
    ImageIO.scanForPlugins();
    store = new ImageStore(new BlobStore(blobRoot));
  }

  @ProcessElement
  public void process(@Element KV<Integer, Iterable<LocatedRow>> group, MultiOutputReceiver out)
      throws IOException {
    try (OpenParts parts = new OpenParts()) {
      for (LocatedRow located : group.getValue()) {
        metrics.in(1);
        process(located, located.image().orElseThrow(), parts, out);
      }
    }
  }

  private void process(
      LocatedRow located, ImageLocation image, OpenParts parts, MultiOutputReceiver out)
      throws IOException {
    try {
      byte[] content = parts.read(image);
      out.get(StoreImages.ROWS)
          .output(located.row().withImage(store.store(located.row().imageName(), content)));
      metrics.out(1);
    } catch (DamagedInput e) {
      metrics.bad();
      out.get(StoreImages.ROWS).output(located.row());
      out.get(StoreImages.BAD_RECORDS)
          .output(
              new BadRecord(
                  image.source(),
                  StoreImages.STEP,
                  "The image " + e.getMessage(),
                  "Store it with a thumbnail; the row is kept without it"));
    }
  }
}
