package io.genai.sessions.web.explorer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.genai.sessions.warehouse.Row;
import io.genai.sessions.warehouse.Warehouse;
import io.genai.sessions.warehouse.semantic.Filter;
import io.genai.sessions.warehouse.semantic.Measure;
import io.genai.sessions.warehouse.semantic.MetricQuery;
import io.genai.sessions.web.data.DataMonitor;
import io.genai.sessions.web.data.DataVersion;
import io.genai.sessions.web.data.Figures;
import io.genai.sessions.web.data.Filters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Compares with every prompt that passes the filters. Fast enough up to 50,000 prompts or so.
 *
 * <p>The result set of a search are the prompts at least {@link #SIMILAR} alike, and the nearest
 * ones in any case.
 */
@Component
final class ExactPromptSearch implements PromptSearch {
  /**
   * Cosine from which two texts count as alike: MiniLM gives unrelated prompts about 0.1 and the
   * same idea in other words 0.5 to 0.8.
   */
  static final double SIMILAR = 0.4;

  /** So many are found even if none is that much alike. */
  static final int NEAREST = 12;

  private static final String[] MEASURES = {
    "error_rate", "average_latency", "cost_per_generation", "churn_rate"
  };
  private static final Filter FOUND =
      new Filter("p.prompt_id IN (SELECT prompt_id FROM found)", "among the prompts found");

  private final Warehouse warehouse;
  private final Figures figures;
  private final QueryEmbedder embedder;
  private final DataMonitor monitor;
  private final Cache<Optional<DataVersion>, Map<String, Optional<Double>>> overall =
      Caffeine.newBuilder().maximumSize(2).build();

  ExactPromptSearch(
      Warehouse warehouse, Figures figures, QueryEmbedder embedder, DataMonitor monitor) {
    this.warehouse = warehouse;
    this.figures = figures;
    this.embedder = embedder;
    this.monitor = monitor;
  }

  /** One row of the answer; every row has the figures of the whole result set. */
  private record PageRow(
      long total,
      Map<String, Optional<Double>> figures,
      Optional<SearchResult.TopStyle> style,
      Optional<SearchResult.Hit> hit) {}

  @Override
  public SearchResult search(SearchRequest request, int offset, int limit) {
    List<Object> parameters = new ArrayList<>();
    String found = found(request, parameters);
    parameters.add(offset);
    parameters.add(offset + limit);
    Measure[] measures =
        Arrays.stream(MEASURES).map(figures.model()::measure).toArray(Measure[]::new);
    String insights = figures.sql(MetricQuery.of(measures).where(FOUND));
    List<PageRow> rows =
        warehouse.query(
            PAGE.formatted(found, insights, Sensitive.CONDITION),
            parameters,
            ExactPromptSearch::pageRow);
    PageRow first = rows.get(0);
    return new SearchResult(
        first.total(),
        rows.stream().map(PageRow::hit).flatMap(Optional::stream).toList(),
        insights(first.figures()),
        first.style());
  }

  private static PageRow pageRow(Row row) {
    Optional<SearchResult.TopStyle> style =
        row.optional("top_style", row::text)
            .map(
                name ->
                    new SearchResult.TopStyle(
                        name, row.number("style_found"), row.number("style_overall")));
    return new PageRow(
        row.whole("total"),
        values(row),
        style,
        row.isNull("prompt_id") ? Optional.empty() : Optional.of(hit(row)));
  }

  /** SQL of the result set: prompt_id, similarity, place (1 is best). */
  private String found(SearchRequest request, List<Object> parameters) {
    String similarity = similarity(request.likeness(), parameters);
    String conditions = conditions(request, parameters);
    if (request.likeness() instanceof Likeness.Newest) {
      return """
          SELECT p.prompt_id, NULL::DOUBLE AS similarity,
              row_number() OVER (ORDER BY max(g.timestamp) DESC NULLS LAST, p.prompt_id) AS place
          FROM dim_prompts AS p
          LEFT JOIN fct_generations AS g USING (prompt_id)
          WHERE %s
          GROUP BY p.prompt_id
          """
          .formatted(conditions);
    }
    return """
        SELECT prompt_id, similarity, place
        FROM (
            SELECT prompt_id, similarity,
                row_number() OVER (ORDER BY similarity DESC, prompt_id) AS place
            FROM (
                SELECT p.prompt_id, %s AS similarity
                FROM dim_prompts AS p
                WHERE %s
            ) AS compared
            WHERE similarity IS NOT NULL
        ) AS ranked
        WHERE similarity >= %s OR place <= %d
        """
        .formatted(similarity, conditions, SIMILAR, NEAREST);
  }

  private String similarity(Likeness likeness, List<Object> parameters) {
    if (likeness instanceof Likeness.Meaning meaning) {
      // A literal, not a parameter: with that, DuckDB 2.0 fails on its statistics of arrays.
      String vector = Arrays.toString(embedder.embed(meaning.text()));
      return compared(Likeness.Space.TEXT, "'" + vector + "'::FLOAT[%d]");
    }
    if (likeness instanceof Likeness.ToPrompt near) {
      parameters.add(near.promptId());
      return compared(
          near.space(),
          "(SELECT %s FROM dim_prompts WHERE prompt_id = ?)".formatted(near.space().column()));
    }
    return "";
  }

  private static String compared(Likeness.Space space, String other) {
    // Unit vectors: the inner product is the cosine.
    return "array_inner_product(p.%s, %s)"
        .formatted(space.column(), other.formatted(space.dimensions()));
  }

  private String conditions(SearchRequest request, List<Object> parameters) {
    List<String> conditions = new ArrayList<>(List.of("true"));
    if (!request.sensitiveShown()) {
      conditions.add("NOT (" + Sensitive.CONDITION + ")");
    }
    request
        .leastAlignment()
        .ifPresent(
            least -> {
              conditions.add("p.alignment_score >= ?");
              parameters.add(least);
            });
    request
        .mostAlignment()
        .ifPresent(
            most -> {
              conditions.add("p.alignment_score <= ?");
              parameters.add(most);
            });
    if (request.likeness() instanceof Likeness.ToPrompt near) {
      conditions.add("p.prompt_id <> ?");
      parameters.add(near.promptId());
    }
    if (!request.filters().isEmpty()) {
      conditions.add(
          "p.prompt_id IN (SELECT prompt_id FROM (%s))"
              .formatted(
                  figures.sql(
                      figures.query(request.filters(), "prompts").by(figures.by("prompt_id")))));
    }
    return String.join(" AND ", conditions);
  }

  private List<SearchResult.Insight> insights(Map<String, Optional<Double>> found) {
    Map<String, Optional<Double>> all = overall.get(monitor.version(), version -> overallFigures());
    List<SearchResult.Insight> insights = new ArrayList<>();
    for (String name : MEASURES) {
      insights.add(
          new SearchResult.Insight(
              figures.model().measure(name),
              found.getOrDefault(name, Optional.empty()),
              all.get(name)));
    }
    return insights;
  }

  private Map<String, Optional<Double>> overallFigures() {
    return figures.list(figures.query(Filters.NONE, MEASURES), ExactPromptSearch::values).get(0);
  }

  private static Map<String, Optional<Double>> values(Row row) {
    Map<String, Optional<Double>> values = new LinkedHashMap<>();
    for (String name : MEASURES) {
      values.put(name, row.optional(name, row::number));
    }
    return values;
  }

  private static SearchResult.Hit hit(Row row) {
    return new SearchResult.Hit(
        row.whole("prompt_id"),
        row.text("prompt_text"),
        row.optional("similarity", row::number),
        row.optional("thumbnail_path", row::text),
        row.optional("status", row::text).orElse(""),
        row.optional("latency_ms", row::number).orElse(0.0),
        row.optional("art_style", row::text),
        row.optional("mood", row::text),
        row.bool("sensitive"));
  }

  // A page that has no hit still has the figures, in one row without a prompt.
  private static final String PAGE =
      """
      WITH found AS MATERIALIZED (%s),
      page AS (SELECT * FROM found WHERE place > ? AND place <= ?),
      latest AS (
          SELECT
              g.prompt_id,
              arg_max(g.status, g.timestamp) AS status,
              arg_max(g.latency_ms, g.timestamp) AS latency_ms
          FROM fct_generations AS g
          WHERE g.prompt_id IN (SELECT prompt_id FROM page)
          GROUP BY g.prompt_id
      ),
      styles AS (
          SELECT
              p.art_style AS top_style,
              count(*) FILTER (p.prompt_id IN (SELECT prompt_id FROM found))
                  / (SELECT greatest(1, count(*)) FROM found) AS style_found,
              count(*) / (SELECT greatest(1, count(*)) FROM dim_prompts) AS style_overall
          FROM dim_prompts AS p
          WHERE p.art_style IS NOT NULL
          GROUP BY p.art_style
          ORDER BY style_found DESC, top_style
          LIMIT 1
      ),
      figures AS (SELECT * FROM (%s))
      SELECT
          (SELECT count(*) FROM found) AS total,
          figures.*,
          styles.*,
          p.prompt_id,
          p.prompt_text,
          p.thumbnail_path,
          p.art_style,
          p.mood,
          page.similarity,
          latest.status,
          latest.latency_ms,
          (%s) AS sensitive
      FROM figures
      LEFT JOIN styles ON true
      LEFT JOIN (page JOIN dim_prompts AS p USING (prompt_id) LEFT JOIN latest USING (prompt_id))
          ON true
      ORDER BY page.place
      """;
}
