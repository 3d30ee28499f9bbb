package io.genai.sessions.pipeline.images;

/**
 * An image in the blob store.
 *
 * @param imagePath blob key of the image as the dataset has it
 * @param thumbnailPath blob key of its 256 px JPEG
 * @param contentHash SHA-256 of the image's bytes, hexadecimal: the key of what is inferred from it
 * @param width pixels
 * @param height pixels
 */
public record StoredImage(
    String imagePath, String thumbnailPath, String contentHash, int width, int height) {}
