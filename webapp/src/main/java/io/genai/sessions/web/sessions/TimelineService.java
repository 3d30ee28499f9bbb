package io.genai.sessions.web.sessions;

import io.genai.sessions.warehouse.Row;
import io.genai.sessions.warehouse.Warehouse;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.MetricQuery;
import io.genai.sessions.web.data.Figures;
import io.genai.sessions.web.data.Sensitive;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Tells what happened in a session. */
@Service
class TimelineService {
  private static final List<String> PARTS =
      List.of("friction_from_errors", "friction_from_latency", "friction_from_retries");

  private static final String GENERATIONS =
      """
      SELECT
          g.prompt_id,
          g.timestamp,
          g.status,
          g.latency_ms,
          g.retry_count,
          g.cost_credits,
          sum(g.cost_credits) OVER in_order AS cost_so_far,
          p.prompt_text,
          p.thumbnail_path,
          (%s) AS sensitive
      FROM fct_generations AS g
      JOIN dim_prompts AS p USING (prompt_id)
      WHERE g.session_id = ?
      WINDOW in_order AS (ORDER BY g.timestamp, g.generation_id)
      ORDER BY g.timestamp, g.generation_id
      """
          .formatted(Sensitive.CONDITION);

  private record Generation(
      long promptId,
      LocalDateTime time,
      String status,
      double latency,
      long retries,
      BigDecimal cost,
      BigDecimal costSoFar,
      String text,
      Optional<String> thumbnail,
      boolean sensitive) {}

  private final Warehouse warehouse;
  private final Figures figures;

  TimelineService(Warehouse warehouse, Figures figures) {
    this.warehouse = warehouse;
    this.figures = figures;
  }

  Timeline load(String sessionId) {
    List<Generation> generations =
        warehouse.query(GENERATIONS, List.of(sessionId), TimelineService::generation);
    List<Timeline.Entry> entries = new ArrayList<>();
    for (int index = 0; index < generations.size(); index++) {
      Optional<Generation> before =
          index == 0 ? Optional.empty() : Optional.of(generations.get(index - 1));
      entries.add(entry(generations.get(index), before));
    }
    return new Timeline(entries, parts(sessionId));
  }

  private List<Timeline.FrictionPart> parts(String sessionId) {
    Measure[] measures = PARTS.stream().map(figures.model()::measure).toArray(Measure[]::new);
    MetricQuery query =
        MetricQuery.of(measures).where(Filter.equal(figures.by("session_id"), sessionId));
    return figures
        .list(
            query,
            row -> {
              List<Timeline.FrictionPart> parts = new ArrayList<>();
              for (Measure measure : measures) {
                parts.add(
                    new Timeline.FrictionPart(
                        measure.label(),
                        row.optional(measure.name(), row::number).orElse(0.0),
                        measure.definition()));
              }
              return parts;
            })
        .get(0);
  }

  private static Timeline.Entry entry(Generation now, Optional<Generation> before) {
    return new Timeline.Entry(
        now.promptId(),
        now.time(),
        before.map(earlier -> Duration.between(earlier.time(), now.time())),
        now.status(),
        now.latency(),
        now.retries(),
        now.cost(),
        now.costSoFar(),
        before
            .map(earlier -> EditedWord.between(earlier.text(), now.text()))
            .orElseGet(() -> EditedWord.first(now.text())),
        now.thumbnail(),
        now.sensitive());
  }

  private static Generation generation(Row row) {
    return new Generation(
        row.whole("prompt_id"),
        SessionsService.utc(row.instant("timestamp")),
        row.text("status"),
        row.number("latency_ms"),
        row.whole("retry_count"),
        row.decimal("cost_credits"),
        row.decimal("cost_so_far"),
        row.text("prompt_text"),
        row.optional("thumbnail_path", row::text),
        row.bool("sensitive"));
  }
}
