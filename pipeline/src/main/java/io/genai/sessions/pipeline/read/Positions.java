package io.genai.sessions.pipeline.read;

import java.util.Map;

/** Numbers the places of the canonical order: 1 for the first row of the first file, and so on. */
final class Positions {
  private final long[] offsets;

  /**
   * @param entries how many rows each file has, by its number; a file that is left out has none
   * @param files how many files there are
   */
  Positions(Map<Integer, Long> entries, int files) {
    offsets = new long[files];
    for (int file = 1; file < files; file++) {
      offsets[file] = offsets[file - 1] + entries.getOrDefault(file - 1, 0L);
    }
  }

  long of(Place place) {
    return offsets[place.file()] + place.row() + 1;
  }
}
