package io.genai.sessions.pipeline.read;

/**
 * An image in the blob store.
 *
 * @param imagePath key below the blob root, such as {@code images/generations/9f….png}
 * @param thumbnailPath key below the blob root, such as {@code images/thumbnails/9f….jpg}
 * @param width pixels of the image
 * @param height pixels of the image
 */
public record StoredImage(String imagePath, String thumbnailPath, int width, int height) {}
