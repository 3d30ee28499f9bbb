package io.genai.sessions.web.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Knows whether there is a warehouse, and tells everybody when a new one is published. */
@Component
public final class WarehouseMonitor {
  private static final Logger log = LoggerFactory.getLogger(WarehouseMonitor.class);
  private static final int CHECK_EVERY_MILLISECONDS = 2000;

  private final WarehouseSettings settings;
  private final Queries queries;
  private final List<Consumer<WarehouseState>> listeners = new CopyOnWriteArrayList<>();
  private volatile WarehouseState state;
  private Optional<FileIdentity> seen = Optional.empty();

  public WarehouseMonitor(WarehouseSettings settings, Queries queries) {
    this.settings = settings;
    this.queries = queries;
    this.state = new WarehouseState.Missing(settings.warehouse().toAbsolutePath());
    check();
  }

  /** What there was at the last look, a moment ago. */
  public WarehouseState state() {
    return state;
  }

  /** The data to show, if there is any. */
  public Optional<DataVersion> version() {
    return state instanceof WarehouseState.Ready ready
        ? Optional.of(ready.version())
        : Optional.empty();
  }

  /** Calls back, on another thread, when the state changes; run the result to stop that. */
  public Runnable listen(Consumer<WarehouseState> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Scheduled(
      fixedDelay = CHECK_EVERY_MILLISECONDS,
      initialDelay = CHECK_EVERY_MILLISECONDS)
  void look() {
    WarehouseState before = state;
    check();
    if (!state.equals(before)) {
      log.info("Warehouse: {}", state);
      listeners.forEach(listener -> listener.accept(state));
    }
  }

  private synchronized void check() {
    Path file = settings.warehouse().toAbsolutePath().normalize();
    Optional<FileIdentity> now = FileIdentity.of(file);
    if (now.isEmpty()) {
      state = new WarehouseState.Missing(file);
    } else if (!now.equals(seen) || !(state instanceof WarehouseState.Ready)) {
      state = read(file);
    }
    seen = now;
  }

  private WarehouseState read(Path file) {
    try {
      return queries
          .first(VERSION, List.of(), WarehouseMonitor::version)
          .<WarehouseState>map(WarehouseState.Ready::new)
          .orElseGet(() -> new WarehouseState.Empty(file));
    } catch (RuntimeException unreadable) {
      return new WarehouseState.Unreadable(file, unreadable.getMessage());
    }
  }

  private static final String VERSION =
      """
      SELECT
          warehouse.run_id,
          warehouse.built_at,
          counted.generations,
          counted.first_at,
          counted.last_at,
          runs.simulated_columns,
          (
              SELECT coalesce(list(DISTINCT model_id ORDER BY model_id), [])
              FROM ops_models
              WHERE run_id = warehouse.run_id AND embedded AND state = 'used'
          ) AS embedded_models
      FROM ops_warehouse AS warehouse
      LEFT JOIN ops_runs AS runs USING (run_id)
      CROSS JOIN (
          SELECT count(*) AS generations, min(timestamp) AS first_at, max(timestamp) AS last_at
          FROM fct_generations
      ) AS counted
      WHERE counted.generations > 0
      """;

  private static DataVersion version(Row row) {
    return new DataVersion(
        row.text("run_id"),
        row.time("built_at").orElse(LocalDateTime.MIN).toInstant(ZoneOffset.UTC),
        row.whole("generations"),
        row.time("first_at").map(LocalDateTime::toLocalDate).orElse(LocalDate.MIN),
        row.time("last_at").map(LocalDateTime::toLocalDate).orElse(LocalDate.MIN),
        row.texts("simulated_columns"),
        row.texts("embedded_models"));
  }

  /** Tells one published file from the next; the inode differs where name and size may not. */
  private record FileIdentity(Object key, long size, long modified) {
    static Optional<FileIdentity> of(Path file) {
      try {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return Optional.of(
            new FileIdentity(
                Optional.ofNullable(attributes.fileKey()).orElse(""),
                attributes.size(),
                attributes.lastModifiedTime().toMillis()));
      } catch (IOException absent) {
        return Optional.empty();
      }
    }
  }
}
