package io.genai.sessions.pipeline.synthetic;

import java.util.Optional;

/**
 * A row of a synthetic metadata table, in DiffusionDB's ranges and with its oddities.
 *
 * @param userName 64 hexadecimal digits; {@code deleted_account} for some
 * @param timestampMillis a whole minute, UTC; empty for some
 * @param sampler the metadata's code
 * @param imageNsfw 0..1, or 2 for a blurred image
 */
record SyntheticRow(
    String imageName,
    String prompt,
    int part,
    long seed,
    int step,
    float cfg,
    int sampler,
    int width,
    int height,
    String userName,
    Optional<Long> timestampMillis,
    float imageNsfw,
    float promptNsfw) {}
