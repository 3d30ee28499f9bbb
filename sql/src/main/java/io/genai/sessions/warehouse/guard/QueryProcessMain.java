package io.genai.sessions.warehouse.guard;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The query process: reads requests from its standard input, one at a time, and writes rows to its
 * standard output. Ends when its parent does. Arguments: warehouse file, DuckDB's memory in bytes,
 * row limit, result bytes.
 */
public final class QueryProcessMain {
  private final HardenedDatabase database;
  private final int rowLimit;
  private final long byteLimit;
  private final DataOutputStream out;
  private volatile boolean cancelled;
  private final AtomicReference<Statement> running = new AtomicReference<>();

  private QueryProcessMain(
      HardenedDatabase database, int rowLimit, long byteLimit, DataOutputStream out) {
    this.database = database;
    this.rowLimit = rowLimit;
    this.byteLimit = byteLimit;
    this.out = out;
  }

  /** Serves one parent until it closes the pipe. */
  public static void main(String[] arguments) throws IOException {
    DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
    // Nothing but the protocol may reach the pipe.
    System.setOut(
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    HardenedDatabase database =
        new HardenedDatabase(Path.of(arguments[0]), Long.parseLong(arguments[1]));
    QueryProcessMain process =
        new QueryProcessMain(
            database, Integer.parseInt(arguments[2]), Long.parseLong(arguments[3]), out);
    process.warmUp();
    out.writeByte(Wire.READY);
    out.flush();
    process.serve(new DataInputStream(new BufferedInputStream(System.in)));
    // A query may still be running in native code; nobody waits for it any more.
    Runtime.getRuntime().halt(0);
  }

  /** Opens the file ahead of the first question; a missing one is said when asked. */
  private void warmUp() {
    try {
      database.refresh();
      database.guard().objection("SELECT 1");
    } catch (SQLException | IOException e) {
      System.err.println("not ready yet: " + e.getMessage());
    }
  }

  private void serve(DataInputStream in) throws IOException {
    ExecutorService worker = Executors.newSingleThreadExecutor();
    int tag = in.read();
    while (tag != -1) {
      if (tag == Wire.CANCEL) {
        cancel();
      } else {
        boolean bindOnly = tag == Wire.BIND;
        String sql = Wire.text(in);
        worker.execute(() -> answer(sql, bindOnly));
      }
      tag = in.read();
    }
    worker.shutdownNow();
  }

  private void cancel() {
    cancelled = true;
    Statement statement = running.get();
    if (statement != null) {
      try {
        statement.cancel();
      } catch (SQLException e) {
        System.err.println("cancel failed: " + e.getMessage());
      }
    }
  }

  private void answer(String sql, boolean bindOnly) {
    try {
      try {
        database.refresh();
        Optional<String> objection = database.guard().objection(sql);
        if (objection.isPresent()) {
          say(Wire.REJECTED, objection.get());
        } else {
          run(sql, bindOnly);
        }
      } catch (SQLException e) {
        say(Wire.FAILED, e.getMessage());
      }
      out.flush();
    } catch (IOException e) {
      // The parent is gone, or the file is: without either there is nothing to serve.
      try {
        say(Wire.FAILED, "The warehouse cannot be read: " + e.getMessage());
        out.flush();
      } catch (IOException pipe) {
        Runtime.getRuntime().halt(1);
      }
    }
  }

  private void run(String sql, boolean bindOnly) throws SQLException, IOException {
    cancelled = false;
    if (bindOnly) {
      run("EXPLAIN " + sql, rows -> "");
      return;
    }
    try {
      run(sql, this::send);
    } catch (SQLException e) {
      if (cancelled || !String.valueOf(e.getMessage()).contains("Invalid result set")) {
        throw e;
      }
      // A streamed result forgets what went wrong while it ran; this runs it again and says it.
      run("EXPLAIN ANALYZE " + sql, rows -> "The result broke off.");
    }
  }

  private void run(String sql, Sender sender) throws SQLException, IOException {
    try (Statement statement = database.connection().createStatement()) {
      running.set(statement);
      try (ResultSet rows = statement.executeQuery(sql)) {
        say(Wire.DONE, sender.send(rows));
      } finally {
        running.set(null);
      }
    }
  }

  /** Passes rows on, and says why it stopped before the last one, or nothing. */
  private interface Sender {
    String send(ResultSet rows) throws SQLException, IOException;
  }

  /** Streams the rows. */
  private String send(ResultSet rows) throws SQLException, IOException {
    ResultSetMetaData header = rows.getMetaData();
    List<CellReader> cells = new ArrayList<>();
    out.writeByte(Wire.COLUMNS);
    out.writeInt(header.getColumnCount());
    for (int i = 1; i <= header.getColumnCount(); i++) {
      Wire.text(out, header.getColumnLabel(i));
      Wire.text(out, header.getColumnTypeName(i));
      cells.add(new CellReader(i, header.getColumnTypeName(i)));
    }
    out.flush();
    int sent = 0;
    long sentBytes = 0;
    while (rows.next()) {
      if (sent == rowLimit) {
        return "Only the first %,d rows are shown.".formatted(rowLimit);
      }
      List<Object> values = new ArrayList<>();
      long size = 0;
      for (CellReader cell : cells) {
        Object value = cell.read(rows);
        size += value instanceof String text ? text.length() : Long.BYTES;
        values.add(value);
      }
      sentBytes += size;
      if (sentBytes > byteLimit) {
        return "The result is larger than %,d MiB; only the first %,d rows are shown."
            .formatted(byteLimit >> 20, sent);
      }
      out.writeByte(Wire.ROW);
      for (Object value : values) {
        Wire.value(out, value);
      }
      sent++;
    }
    return "";
  }

  private void say(byte tag, String text) throws IOException {
    out.writeByte(tag);
    Wire.text(out, text);
  }
}
