package io.genai.sessions.pipeline.images;

import io.genai.sessions.pipeline.parts.DamagedInput;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Stores images under their names, each with a thumbnail. */
final class ImageStore {
  private final BlobStore blobs;

  ImageStore(BlobStore blobs) {
    this.blobs = blobs;
  }

  /**
   * Stores an image, or finds it stored. The thumbnail is written first: an image that is there
   * says that its thumbnail is of the same content.
   *
   * @param content the image file, stored as it is
   * @throws DamagedInput where the name is no plain file name, or the image cannot be decoded;
   *     nothing is stored then
   */
  StoredImage store(String imageName, byte[] content) throws DamagedInput {
    ImageName name = new ImageName(imageName);
    if (!name.isPlain()) {
      throw new DamagedInput("has a name that is not a plain file name");
    }
    ImageFile image = ImageFile.of(content);
    if (!(blobs.holds(name.imageKey(), content) && blobs.has(name.thumbnailKey()))) {
      blobs.write(name.thumbnailKey(), "image/jpeg", Thumbnail.jpegOf(image.decode()));
      blobs.write(name.imageKey(), image.mimeType(), content);
    }
    return new StoredImage(
        name.imageKey(), name.thumbnailKey(), hash(content), image.width(), image.height());
  }

  private static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
