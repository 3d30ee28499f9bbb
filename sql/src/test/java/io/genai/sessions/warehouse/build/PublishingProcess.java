package io.genai.sessions.warehouse.build;

import java.nio.file.Path;

/** A process that publishes a run. */
final class PublishingProcess {
  private PublishingProcess() {}

  public static void main(String[] arguments) {
    WarehouseBuilder.from(Path.of(arguments[0])).publishTo(Path.of(arguments[1]));
  }
}
