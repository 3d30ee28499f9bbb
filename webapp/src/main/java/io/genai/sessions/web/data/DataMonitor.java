package io.genai.sessions.web.data;

import io.genai.sessions.warehouse.Warehouse;
import io.genai.sessions.warehouse.WarehouseException;
import io.genai.sessions.warehouse.WarehouseInfo;
import io.genai.sessions.warehouse.WarehouseLease;
import io.genai.sessions.warehouse.WarehouseState;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Knows whether there is data, and tells every open page when other data is published. */
@Component
public final class DataMonitor {
  private static final int CHECK_EVERY_MILLISECONDS = 2000;

  private final Warehouse warehouse;
  private final List<Consumer<DataState>> listeners = new CopyOnWriteArrayList<>();
  private volatile DataState state;
  private WarehouseState seen;

  public DataMonitor(Warehouse warehouse) {
    this.warehouse = warehouse;
    this.seen = warehouse.state();
    this.state = read(seen);
  }

  /** What there was at the last look, a moment ago. */
  public DataState state() {
    return state;
  }

  /** The data to show, if there is any. */
  public Optional<DataVersion> version() {
    return state instanceof DataState.Ready ready ? Optional.of(ready.version()) : Optional.empty();
  }

  /** Calls back, on another thread, when the state changes; run the result to stop that. */
  public Runnable listen(Consumer<DataState> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Scheduled(fixedDelay = CHECK_EVERY_MILLISECONDS)
  synchronized void look() {
    WarehouseState now = warehouse.state();
    if (!now.equals(seen)) {
      seen = now;
      state = read(now);
      listeners.forEach(listener -> listener.accept(state));
    }
  }

  private DataState read(WarehouseState published) {
    if (published instanceof WarehouseState.Ready ready) {
      try (WarehouseLease lease = warehouse.lease()) {
        return read(lease, ready.info());
      } catch (WarehouseException unreadable) {
        return new DataState.Unreadable(unreadable.getMessage());
      }
    }
    return published instanceof WarehouseState.Missing missing
        ? new DataState.Empty(missing.message())
        : new DataState.Unreadable(published.message());
  }

  private static DataState read(WarehouseLease lease, WarehouseInfo info) {
    if (info.generations() == 0) {
      return new DataState.Empty(
          "The warehouse of run %s holds no generation.".formatted(info.runId()));
    }
    List<String> embedded =
        lease.query(
            """
            SELECT DISTINCT model_id
            FROM ops_models
            WHERE run_id = ? AND embedded AND state = 'used' AND model_id IS NOT NULL
            ORDER BY model_id
            """,
            List.of(info.runId()),
            row -> row.text("model_id"));
    return lease
        .queryOne(
            """
            SELECT min(timestamp)::DATE AS first_day, max(timestamp)::DATE AS last_day
            FROM fct_generations
            """,
            List.of(),
            row -> {
              LocalDate first = row.date("first_day");
              return new DataVersion(info, first, row.date("last_day"), embedded);
            })
        .<DataState>map(DataState.Ready::new)
        .orElseThrow();
  }
}
