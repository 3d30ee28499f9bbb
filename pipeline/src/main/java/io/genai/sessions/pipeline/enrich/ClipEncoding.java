package io.genai.sessions.pipeline.enrich;

import io.genai.sessions.models.clip.ClipModel;
import java.util.Optional;

/**
 * A prompt and its image in the space of a CLIP model.
 *
 * @param model the model's id
 * @param text unit length; empty: the model knows no word of the prompt
 * @param image unit length; empty: the row has no image
 */
public record ClipEncoding(String model, Optional<float[]> text, Optional<float[]> image) {

  /** How well the image shows the prompt: the cosine of the two, -1..1. */
  public Optional<Double> alignment() {
    return image.flatMap(seen -> text.map(meant -> ClipModel.alignment(seen, meant)));
  }
}
