package io.genai.sessions.models.clip;

import io.genai.sessions.models.InferenceThreads;
import io.genai.sessions.models.runtime.Vectors;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A CLIP model: two encoders that put images and texts into one space. Thread-safe; holds native
 * memory until closed.
 *
 * <p>An item's vector depends on nothing but that item: each is a run of its own, several run side
 * by side. (In a batch of the quantised export one scale serves all items.)
 */
public interface ClipModel extends AutoCloseable {
  /** What OpenAI's model multiplies a cosine with to get a logit: {@code exp(logit_scale)}. */
  double LOGIT_SCALE = 100;

  /**
   * Opens a model for the caller alone.
   *
   * @param id goes beside every vector and score
   * @throws io.genai.sessions.models.ModelException DATA if the files are no CLIP model
   */
  static ClipModel open(String id, ClipFiles files, InferenceThreads threads) {
    return OnnxClipModel.load(id, files, threads);
  }

  /**
   * Opens a model that all callers of this JVM with the same arguments share: closing gives back
   * the caller's share, and the last one frees the weights.
   */
  static ClipModel shared(String id, ClipFiles files, InferenceThreads threads) {
    return new SharedClipModel(
        SharedClipModel.MODELS.acquire(new SharedClipModel.Key(id, files, threads)));
  }

  /** Returns the id that goes beside every vector and score. */
  String id();

  /** Returns the length of each vector: 512 for ViT-B/32. */
  int dimensions();

  /**
   * Embeds images, prepared as CLIP was trained: shortest side to 224 pixels, centre crop, OpenAI's
   * mean and standard deviation.
   *
   * @param images of any size and colour model; transparency is dropped
   * @return one unit vector for each image, in their order
   */
  List<float[]> embedImages(List<BufferedImage> images);

  /**
   * Embeds texts; beyond 77 tokens a text is cut off.
   *
   * @return one unit vector for each text, in their order
   */
  List<float[]> embedTexts(List<String> texts);

  /** Embeds one image, as {@link #embedImages(List)} does. */
  default float[] embedImage(BufferedImage image) {
    return embedImages(List.of(image)).get(0);
  }

  /** Embeds one text, as {@link #embedTexts(List)} does. */
  default float[] embedText(String text) {
    return embedTexts(List.of(text)).get(0);
  }

  /** Returns how well an image shows a text: the cosine of their unit vectors, from -1 to 1. */
  static double alignment(float[] image, float[] text) {
    return Vectors.dot(image, text);
  }

  /** Returns OpenAI's {@code logits_per_image} of an image and a text: 100 times their cosine. */
  static double logit(float[] image, float[] text) {
    return LOGIT_SCALE * alignment(image, text);
  }

  @Override
  void close();
}
