package io.genai.sessions.pipeline.read;

import java.util.Optional;

/**
 * One row of DiffusionDB: a prompt, how its image was made, and the image where there is one.
 *
 * @param promptId 1-based position in the input's canonical order; positions of rows that were
 *     joined or refused stay unused
 * @param imageName the dataset's file name of the image, unique
 * @param prompt never blank
 * @param sampler one of {@code ddim, plms, k_euler, k_euler_ancestral, k_heun, k_dpm_2,
 *     k_dpm_2_ancestral, k_lms, others}
 * @param cfg classifier-free guidance scale
 * @param width pixels, of the stored image where there is one
 * @param height pixels, of the stored image where there is one
 * @param userName the dataset's hash of the user; empty where the account was deleted
 * @param timestampMillis when the image was made, milliseconds since 1970 UTC
 * @param imageNsfw the dataset's likelihood 0..1 that the image is not safe for work; 2.0 where the
 *     image had been blurred
 * @param promptNsfw the dataset's likelihood 0..1 that the prompt is not safe for work
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

  /** The same row with its image in the blob store. */
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
