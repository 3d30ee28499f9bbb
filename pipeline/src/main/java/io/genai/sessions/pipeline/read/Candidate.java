package io.genai.sessions.pipeline.read;

import io.genai.sessions.pipeline.parts.ImageLocation;
import java.util.Optional;

/**
 * A row of one file, before the files are joined.
 *
 * @param source what messages call it, such as {@code metadata.parquet row 17}
 */
record Candidate(
    Place place,
    Origin origin,
    String source,
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
    Optional<ImageLocation> image) {

  enum Origin {
    PART,
    METADATA
  }

  /** The shard in which rows of this image name meet. */
  int shard(int shards) {
    return Math.floorMod(imageName.hashCode(), shards);
  }

  /** The row in the output. What the part says of its image wins; the metadata fill the gaps. */
  LocatedRow joinedWith(Optional<Candidate> metadata, long promptId) {
    SourceRow row =
        new SourceRow(
            promptId,
            imageName,
            prompt,
            seed.or(() -> metadata.flatMap(Candidate::seed)),
            step.or(() -> metadata.flatMap(Candidate::step)),
            cfg.or(() -> metadata.flatMap(Candidate::cfg)),
            sampler.or(() -> metadata.flatMap(Candidate::sampler)),
            width.or(() -> metadata.flatMap(Candidate::width)),
            height.or(() -> metadata.flatMap(Candidate::height)),
            userName.or(() -> metadata.flatMap(Candidate::userName)),
            timestampMillis.or(() -> metadata.flatMap(Candidate::timestampMillis)),
            imageNsfw.or(() -> metadata.flatMap(Candidate::imageNsfw)),
            promptNsfw.or(() -> metadata.flatMap(Candidate::promptNsfw)),
            Optional.empty());
    return new LocatedRow(row, image);
  }
}
