package io.genai.sessions.pipeline.enrich;

import io.genai.sessions.models.clip.ClipModel;
import java.util.Optional;

/**
 * A prompt and its image in the space of a CLIP model.
 *
 * @param model the model's id
 * @param text unit length
 * @param image unit length; empty: the row has no image
 */
public record ClipEncoding(String model, float[] text, Optional<float[]> image) {

  /** How well the image shows the prompt: the cosine of the two, -1..1. */
  public Optional<Double> alignment() {
    return image.map(vector -> ClipModel.alignment(vector, text));
  }
}
