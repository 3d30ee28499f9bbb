package io.genai.sessions.warehouse;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One published warehouse, held for a while: all queries of a lease see the same rows, even if a
 * newer warehouse is published meanwhile. For one thread at a time, except for {@link #cancel}.
 * Close it, or the old file is kept open.
 */
public final class WarehouseLease implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WarehouseLease.class);

  private final PublishedFile file;
  private final ReaderConnection connection;
  private final Object running = new Object();
  private Optional<PreparedStatement> statement = Optional.empty();
  private boolean closed;

  WarehouseLease(PublishedFile file, ReaderConnection connection) {
    this.file = file;
    this.connection = connection;
  }

  /** What the leased warehouse holds. */
  public WarehouseInfo info() {
    return file.info();
  }

  /** Tables of the leased warehouse with the comments on them and their columns. */
  public List<TableDescription> tables() {
    try {
      return TableDescription.readAll(connection.plain());
    } catch (SQLException e) {
      throw WarehouseException.from("Reading the descriptions of the tables", e);
    }
  }

  /**
   * Runs a query.
   *
   * @param sql one SELECT with a {@code ?} for each parameter
   * @param parameters values for the {@code ?}: strings, numbers, booleans, dates, instants (as UTC
   *     timestamps), collections of strings (as VARCHAR[], for {@code = ANY(?)}), {@code float[]}
   *     (as FLOAT[], for {@code ?::FLOAT[384]})
   * @param mapper reads one row; it must not ask this lease for anything
   * @throws WarehouseException USER if cancelled, RESOURCE if out of memory, INTERNAL if the SQL is
   *     wrong
   */
  public <T> List<T> query(String sql, List<?> parameters, RowMapper<T> mapper) {
    try {
      return run(connection.prepare(sql), parameters, mapper);
    } catch (SQLException e) {
      forget(sql, e);
      throw WarehouseException.from("The query \"" + sql.strip() + "\"", e);
    }
  }

  private <T> List<T> run(PreparedStatement prepared, List<?> parameters, RowMapper<T> mapper)
      throws SQLException {
    bind(prepared, parameters);
    show(Optional.of(prepared));
    try (ResultSet results = prepared.executeQuery()) {
      Row row = new Row(results);
      List<T> mapped = new ArrayList<>();
      while (results.next()) {
        mapped.add(mapper.map(row));
      }
      return mapped;
    } finally {
      show(Optional.empty());
    }
  }

  private void forget(String sql, SQLException failure) {
    try {
      connection.forget(sql);
    } catch (SQLException suppressed) {
      failure.addSuppressed(suppressed);
    }
  }

  /** Runs a query and takes its first row, if it has any. Parameters as for {@link #query}. */
  public <T> Optional<T> queryOne(String sql, List<?> parameters, RowMapper<T> mapper) {
    return query(sql, parameters, mapper).stream().findFirst();
  }

  /** Stops the query that runs now, if one does; it throws in its own thread. */
  public void cancel() {
    synchronized (running) {
      if (statement.isPresent()) {
        try {
          statement.get().cancel();
        } catch (SQLException e) {
          // DuckDB closes a statement that failed before we hear of it: nothing runs any more.
          LOG.debug("The query had ended before it was cancelled", e);
        }
      }
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      file.giveBack(connection);
    }
  }

  private void show(Optional<PreparedStatement> current) {
    synchronized (running) {
      statement = current;
    }
  }

  private void bind(PreparedStatement prepared, List<?> parameters) throws SQLException {
    int position = 1;
    for (Object parameter : parameters) {
      prepared.setObject(position++, toJdbc(parameter));
    }
  }

  private Object toJdbc(Object parameter) throws SQLException {
    if (parameter instanceof Instant instant) {
      return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
    if (parameter instanceof Collection<?> texts) {
      return connection.plain().createArrayOf("VARCHAR", texts.toArray());
    }
    if (parameter instanceof float[] floats) {
      Float[] boxed = new Float[floats.length];
      for (int i = 0; i < floats.length; i++) {
        boxed[i] = floats[i];
      }
      return connection.plain().createArrayOf("FLOAT", boxed);
    }
    return parameter;
  }
}
