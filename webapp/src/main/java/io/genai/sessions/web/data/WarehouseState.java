package io.genai.sessions.web.data;

import java.nio.file.Path;

/** Whether there is something to show. */
public sealed interface WarehouseState {

  /** No file: nothing was built yet. */
  record Missing(Path file) implements WarehouseState {}

  /** A file that can't be read: locked, corrupt, or not a warehouse. */
  record Unreadable(Path file, String reason) implements WarehouseState {}

  /** A warehouse without a single generation. */
  record Empty(Path file) implements WarehouseState {}

  /** A warehouse to ask. */
  record Ready(DataVersion version) implements WarehouseState {}
}
