package io.genai.sessions.warehouse.semantic;

/** Where a definition stands. {@code line} counts from 1. */
public record SourceLine(String file, int line) {
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
