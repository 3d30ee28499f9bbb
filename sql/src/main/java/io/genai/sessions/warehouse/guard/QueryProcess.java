package io.genai.sessions.warehouse.guard;

import io.genai.sessions.warehouse.WarehouseException;
import io.genai.sessions.warehouse.guard.QueryOutcome.Cause;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One child JVM and what it answers. Not for several threads, {@link #cancel} and ends apart. */
final class QueryProcess implements AutoCloseable {
  private final Process process;
  private final DataOutputStream out;
  private final DataInputStream in;
  private final ResidentMemory memory;

  QueryProcess(Path warehouse, QueryLimits limits) {
    try {
      process =
          new ProcessBuilder(ChildCommand.of(warehouse, limits))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw new WarehouseException(
          WarehouseException.Code.RESOURCE, "cannot start a query process: " + e.getMessage(), e);
    }
    out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
    memory = new ResidentMemory(process.pid());
  }

  /** Waits until the child is up. */
  void awaitReady() throws IOException {
    if (in.readByte() != Wire.READY) {
      throw new IOException("the query process did not greet");
    }
  }

  /** Sends the SQL and reads what comes back, until done or until the process ends. */
  QueryOutcome answer(byte request, String sql, Watch watch) {
    long start = System.nanoTime();
    try {
      send(request, Optional.of(sql));
      QueryOutcome outcome = read(start);
      Optional<Cause> stopped = watch.verdict();
      return outcome instanceof QueryOutcome.Failed && stopped.isPresent()
          ? watch.stopped(stopped.get())
          : outcome;
    } catch (IOException e) {
      kill();
      return watch.stopped(watch.verdict().orElse(Cause.CRASHED));
    }
  }

  private QueryOutcome read(long start) throws IOException {
    List<QueryResult.Column> columns = new ArrayList<>();
    List<List<Object>> rows = new ArrayList<>();
    while (true) {
      byte tag = in.readByte();
      switch (tag) {
        case Wire.COLUMNS -> {
          int count = in.readInt();
          for (int i = 0; i < count; i++) {
            columns.add(new QueryResult.Column(Wire.text(in), Wire.text(in)));
          }
        }
        case Wire.ROW -> {
          List<Object> row = new ArrayList<>(columns.size());
          for (int i = 0; i < columns.size(); i++) {
            row.add(Wire.value(in));
          }
          rows.add(row);
        }
        case Wire.DONE -> {
          String cutOff = Wire.text(in);
          return new QueryOutcome.Completed(
              new QueryResult(
                  List.copyOf(columns),
                  rows,
                  Optional.of(cutOff).filter(text -> !text.isEmpty()),
                  Duration.ofNanos(System.nanoTime() - start)));
        }
        case Wire.REJECTED -> {
          return new QueryOutcome.Rejected(Wire.text(in));
        }
        case Wire.FAILED -> {
          return new QueryOutcome.Failed(Wire.text(in));
        }
        default -> throw new IOException("unknown answer tag " + tag);
      }
    }
  }

  private synchronized void send(byte tag, Optional<String> text) throws IOException {
    out.writeByte(tag);
    if (text.isPresent()) {
      Wire.text(out, text.get());
    }
    out.flush();
  }

  /** Asks DuckDB to stop; some calls do not listen. */
  void cancel() {
    try {
      send(Wire.CANCEL, Optional.empty());
    } catch (IOException e) {
      kill();
    }
  }

  void kill() {
    process.destroyForcibly();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long residentBytes() {
    return memory.bytes();
  }

  @Override
  public void close() {
    kill();
  }
}
