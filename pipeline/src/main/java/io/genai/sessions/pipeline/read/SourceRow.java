package io.genai.sessions.pipeline.read;

import io.genai.sessions.pipeline.images.StoredImage;
import java.util.Optional;

/**
 * One row of DiffusionDB, whichever of its files told about it. What the input does not say is
 * empty.
 *
 * @param promptId 1-based position in the input's canonical order: rows of parts by part name and
 *     place in the part, then rows that only the metadata has; rows that were joined or refused
 *     leave gaps
 * @param imageName the dataset's own name of the image, unique
 * @param prompt the text, not blank
 * @param cfg classifier-free guidance scale
 * @param sampler sampler by name, as {@code dim_prompts.sampler} has it
 * @param width pixels
 * @param height pixels
 * @param userName the dataset's hash of the user; empty too for deleted accounts
 * @param timestampMillis when the image was generated, UTC epoch milliseconds
 * @param imageNsfw the dataset's score, 0..1, or 2 for a blurred image
 * @param promptNsfw the dataset's score, 0..1
 * @param image where the image was stored
 */
public record SourceRow(
    long promptId,
    String imageName,
    String prompt,
    Optional<Long> seed,
    Optional<Integer> step,
    Optional<Double> cfg,
    Optional<String> sampler,
    Optional<Integer> width,
    Optional<Integer> height,
    Optional<String> userName,
    Optional<Long> timestampMillis,
    Optional<Double> imageNsfw,
    Optional<Double> promptNsfw,
    Optional<StoredImage> image) {

  /** The same row with its image stored, whose size is the row's from now on. */
  public SourceRow withImage(StoredImage stored) {
    return new SourceRow(
        promptId,
        imageName,
        prompt,
        seed,
        step,
        cfg,
        sampler,
        Optional.of(stored.width()),
        Optional.of(stored.height()),
        userName,
        timestampMillis,
        imageNsfw,
        promptNsfw,
        Optional.of(stored));
  }
}
