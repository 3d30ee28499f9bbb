package io.genai.sessions.pipeline.read;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * How a worker numbers places: the lengths of parts are known only once they were read.
 *
 * @param entriesOfParts how many rows each part has, by file number
 * @param entriesOfMetadata how many rows each metadata table has, by file number
 * @param files how many files there are
 */
record PositionsView(
    PCollectionView<Map<Integer, Long>> entriesOfParts,
    HashMap<Integer, Long> entriesOfMetadata,
    int files)
    implements Serializable {

  /**
   * @param entriesOfParts the side input's value
   */
  Positions positions(Map<Integer, Long> entriesOfParts) {
    Map<Integer, Long> entries = new HashMap<>(entriesOfMetadata);
    entries.putAll(entriesOfParts);
    return new Positions(entries, files);
  }
}
