package io.genai.sessions.warehouse;

import io.genai.sessions.warehouse.WarehouseException.Code;
import io.genai.sessions.warehouse.WarehouseState.Locked;
import io.genai.sessions.warehouse.WarehouseState.Missing;
import io.genai.sessions.warehouse.WarehouseState.OtherSchema;
import io.genai.sessions.warehouse.WarehouseState.Ready;
import io.genai.sessions.warehouse.WarehouseState.Unreadable;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The published warehouse, read only, for many threads.
 *
 * <p>There may be no warehouse yet, or none that can be read: {@link #state} says so, and queries
 * throw with the same words. A file that appears or is replaced is noticed at the first use after
 * at most a second; what runs on the old file ends on the old file.
 */
public final class Warehouse implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Warehouse.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final Path path;
  private final ReaderSettings settings;
  private Optional<PublishedFile> file = Optional.empty();
  private Optional<FileIdentity> identity = Optional.empty();
  private WarehouseState state;
  private long lookedAtNanos;
  private boolean closed;

  private Warehouse(Path path, ReaderSettings settings) {
    this.path = path;
    this.settings = settings;
    look();
  }

  /** Reads the warehouse at the path, with all processors and 1 GiB of memory. */
  public static Warehouse open(Path path) {
    return open(path, ReaderSettings.defaults());
  }

  /**
   * Reads the warehouse at the path, which need not exist yet.
   *
   * @param path where the warehouse is published, {@code data/warehouse.duckdb}
   * @param settings threads and memory of all queries together
   */
  public static Warehouse open(Path path, ReaderSettings settings) {
    return new Warehouse(path.toAbsolutePath(), settings);
  }

  /** Whether there is a warehouse to read, as of the last second. */
  public synchronized WarehouseState state() {
    lookIfDue();
    return state;
  }

  /**
   * Holds the warehouse that is published now.
   *
   * @throws WarehouseException if there is none to read, with the words of {@link #state}
   */
  public synchronized WarehouseLease lease() {
    lookIfDue();
    return file.orElseThrow(this::unavailable).lease();
  }

  /**
   * What the warehouse that is published now holds.
   *
   * @throws WarehouseException if there is none to read, with the words of {@link #state}
   */
  public WarehouseInfo info() {
    try (WarehouseLease lease = lease()) {
      return lease.info();
    }
  }

  /** Runs one query on the warehouse that is published now; see {@link WarehouseLease#query}. */
  public <T> List<T> query(String sql, List<?> parameters, RowMapper<T> mapper) {
    try (WarehouseLease lease = lease()) {
      return lease.query(sql, parameters, mapper);
    }
  }

  /** Runs one query and takes its first row; see {@link WarehouseLease#queryOne}. */
  public <T> Optional<T> queryOne(String sql, List<?> parameters, RowMapper<T> mapper) {
    try (WarehouseLease lease = lease()) {
      return lease.queryOne(sql, parameters, mapper);
    }
  }

  /** Ends reading; leases that are still out end on their own. */
  @Override
  public synchronized void close() {
    closed = true;
    file.ifPresent(PublishedFile::retire);
    file = Optional.empty();
  }

  private WarehouseException unavailable() {
    if (closed) {
      return new WarehouseException(Code.INTERNAL, "The reader of %s is closed.".formatted(path));
    }
    return new WarehouseException(state.code(), state.message());
  }

  private void lookIfDue() {
    if (!closed && System.nanoTime() - lookedAtNanos >= LOOK_EVERY.toNanos()) {
      look();
    }
  }

  private void look() {
    Optional<FileIdentity> found = FileIdentity.of(path);
    if (file.isEmpty() || !found.equals(identity)) {
      WarehouseState before = state;
      file.ifPresent(PublishedFile::retire);
      file = Optional.empty();
      state = found.isEmpty() ? new Missing(path) : read();
      // Were another file renamed over the one just opened, the next look would see the difference.
      identity = found;
      if (!state.equals(before)) {
        LOG.info("{}", state.message());
      }
    }
    lookedAtNanos = System.nanoTime();
  }

  private WarehouseState read() {
    try {
      PublishedFile opened = PublishedFile.open(path, settings);
      try {
        int found = opened.schemaVersion();
        int expected = WarehouseRules.load().schemaVersion();
        if (found != expected) {
          opened.retire();
          return new OtherSchema(path, found, expected);
        }
        WarehouseInfo info = opened.info();
        file = Optional.of(opened);
        return new Ready(info);
      } catch (RuntimeException e) {
        opened.retire();
        return new Unreadable(path, e.getMessage());
      }
    } catch (SQLException e) {
      String reason = Objects.requireNonNullElse(e.getMessage(), e.toString());
      return reason.contains("Could not set lock on file")
          ? new Locked(path, reason)
          : new Unreadable(path, reason);
    }
  }
}
