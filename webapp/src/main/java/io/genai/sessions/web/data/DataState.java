package io.genai.sessions.web.data;

/** Whether there is something to show. */
public sealed interface DataState {

  /** Data to ask. */
  record Ready(DataVersion version) implements DataState {}

  /**
   * No warehouse was built yet, or the one there holds no generation.
   *
   * @param message what is the matter, in words for a person
   */
  record Empty(String message) implements DataState {}

  /**
   * There is a file, but it can't be read.
   *
   * @param message what is the matter and what to do, in words for a person
   */
  record Unreadable(String message) implements DataState {}
}
