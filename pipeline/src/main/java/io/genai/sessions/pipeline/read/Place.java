package io.genai.sessions.pipeline.read;

import java.util.Comparator;

/**
 * Where a row stands in the canonical order: files by their number (parts sorted by name, then
 * metadata tables), rows as they stand in the file.
 *
 * @param file 0-based number of the file in the plan
 * @param row 0-based position in the file
 */
record Place(int file, long row) implements Comparable<Place> {
  private static final Comparator<Place> ORDER =
      Comparator.comparingInt(Place::file).thenComparingLong(Place::row);

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
