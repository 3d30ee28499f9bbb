package io.genai.sessions.pipeline.images;

import io.genai.sessions.pipeline.PipelineFailure;
import io.genai.sessions.pipeline.PipelineFailure.Code;
import io.genai.sessions.pipeline.parts.DamagedInput;
import java.awt.image.BufferedImage;
import javax.imageio.ImageIO;

/** The images of the blob store, to look at. */
public final class StoredImages {
  private final BlobStore blobs;

  private StoredImages(BlobStore blobs) {
    this.blobs = blobs;
  }

  /**
   * The images below {@code blobRoot}.
   *
   * @param blobRoot a local directory, or a prefix such as {@code s3://bucket/blob}
   */
  public static StoredImages below(String blobRoot) {
    ImageIO.scanForPlugins();
    return new StoredImages(new BlobStore(blobRoot));
  }

  /**
   * Reads and decodes an image.
   *
   * @throws PipelineFailure (RESOURCE) where it cannot be read, (DATA) where it is no image
   */
  public BufferedImage read(StoredImage image) {
    try {
      return ImageFile.of(blobs.read(image.imagePath())).decode();
    } catch (DamagedInput e) {
      throw new PipelineFailure(
          Code.DATA,
          "The stored image %s %s. Delete it and run again: it is then stored anew."
              .formatted(image.imagePath(), e.getMessage()),
          e);
    }
  }
}
