package io.genai.sessions.models.hub;

import java.util.List;
import java.util.OptionalInt;

/**
 * One model of {@code catalog.yaml}.
 *
 * @param id goes beside every vector, label and score that the model makes
 * @param files that must be fetched: none for an embedded model
 * @param dimensions of its vectors, if it makes any
 * @param licence an SPDX identifier
 * @param purpose what it is for, in a line
 */
public record CatalogModel(
    String id,
    ModelRole role,
    List<HubFile> files,
    OptionalInt dimensions,
    String licence,
    String purpose) {
  public CatalogModel {
    files = List.copyOf(files);
  }

  /** Tells whether the model comes with the program. */
  public boolean isEmbedded() {
    return files.isEmpty();
  }
}
