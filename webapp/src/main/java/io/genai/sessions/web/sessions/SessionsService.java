package io.genai.sessions.web.sessions;

import io.genai.sessions.warehouse.Row;
import io.genai.sessions.warehouse.Warehouse;
import io.genai.sessions.web.data.Figures;
import io.genai.sessions.web.data.Filters;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Lists sessions. */
@Service
class SessionsService {
  private static final String ROWS =
      """
      SELECT
          s.session_id,
          s.user_id,
          u.user_tier,
          u.region,
          u.device_type,
          s.session_start,
          s.session_end,
          s.total_generations,
          s.success_rate,
          s.avg_latency_ms,
          s.total_cost_credits,
          s.friction_score,
          s.churned_after
      FROM fct_sessions AS s
      JOIN dim_users AS u USING (user_id)
      """;

  private final Warehouse warehouse;
  private final Figures figures;

  SessionsService(Warehouse warehouse, Figures figures) {
    this.warehouse = warehouse;
    this.figures = figures;
  }

  long count(Filters filters) {
    return figures.list(figures.query(filters, "sessions"), row -> row.whole("sessions")).get(0);
  }

  List<SessionRow> page(
      Filters filters, SessionSort sort, boolean descending, int offset, int limit) {
    String among =
        filters.isEmpty()
            ? ""
            : "WHERE s.session_id IN (SELECT session_id FROM (%s))"
                .formatted(
                    figures.sql(figures.query(filters, "sessions").by(figures.by("session_id"))));
    String sql =
        "%s %s ORDER BY %s %s NULLS LAST, s.session_id LIMIT ? OFFSET ?"
            .formatted(ROWS, among, sort.column(), descending ? "DESC" : "ASC");
    return warehouse.query(sql, List.of(limit, offset), SessionsService::session);
  }

  /** The session of that id, if there is one. */
  Optional<SessionRow> find(String id) {
    return warehouse.queryOne(
        ROWS + " WHERE s.session_id = ?", List.of(id), SessionsService::session);
  }

  private static SessionRow session(Row row) {
    return new SessionRow(
        row.text("session_id"),
        row.text("user_id"),
        row.text("user_tier"),
        row.text("region"),
        row.text("device_type"),
        utc(row.instant("session_start")),
        utc(row.instant("session_end")),
        row.whole("total_generations"),
        row.number("success_rate"),
        row.number("avg_latency_ms"),
        row.number("total_cost_credits"),
        row.number("friction_score"),
        row.optional("churned_after", row::bool));
  }

  static LocalDateTime utc(Instant moment) {
    return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
  }
}
