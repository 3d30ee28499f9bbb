package io.genai.sessions.warehouse;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.concurrent.CountDownLatch;

/** A process that has a DuckDB file open for writing until it is ended. */
final class FileHolder {
  private FileHolder() {}

  public static void main(String[] arguments) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + arguments[0])) {
      System.out.println(connection.isClosed() ? "closed" : "held");
      new CountDownLatch(1).await();
    }
  }
}
