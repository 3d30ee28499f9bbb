package io.genai.sessions.web.explorer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.genai.sessions.warehouse.Row;
import io.genai.sessions.warehouse.Warehouse;
import io.genai.sessions.warehouse.WarehouseInfo;
import io.genai.sessions.warehouse.WarehouseLease;
import io.genai.sessions.warehouse.semantic.MetricQuery;
import io.genai.sessions.web.data.Figures;
import io.genai.sessions.web.data.Filters;
import io.genai.sessions.web.data.Sensitive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Asks the warehouse in one statement for the prompts that pass the filters, ranked, and for the
 * figures over all that were found.
 *
 * <p>The result set of a search are the prompts that are alike by {@link Likeness.Near#similar},
 * and the nearest ones in any case. In a large warehouse it is no more than {@link
 * Shortlist#LENGTH}.
 */
@Component
final class WarehousePromptSearch implements PromptSearch {
  /** So many are found even if none is that much alike. */
  static final int NEAREST = 12;

  private static final String[] MEASURES = {
    "error_rate", "average_latency", "cost_per_generation", "churn_rate"
  };

  private final Warehouse warehouse;
  private final Figures figures;
  private final QueryVectors vectors;
  private final Shortlist shortlist;
  private final Cache<WarehouseInfo, Overall> overall =
      Caffeine.newBuilder().maximumSize(2).build();

  WarehousePromptSearch(
      Warehouse warehouse, Figures figures, QueryVectors vectors, Shortlist shortlist) {
    this.warehouse = warehouse;
    this.figures = figures;
    this.vectors = vectors;
    this.shortlist = shortlist;
  }

  /** What holds for all prompts. */
  private record Overall(Map<String, Optional<Double>> figures, Map<String, Double> styleShares) {}

  /** SQL of the result set: prompt_id, art_style, similarity, newest (time of a generation). */
  private record Found(String sql, List<Object> parameters, boolean shortlisted) {}

  /** One row of the answer; every row has the figures of the whole result set. */
  private record PageRow(
      long total,
      Map<String, Optional<Double>> figures,
      Optional<String> style,
      double styleShare,
      Optional<SearchResult.Hit> hit) {}

  @Override
  public void prepare() {
    vectors.prepare();
  }

  @Override
  public SearchResult search(SearchRequest request, int offset, int limit) {
    // One lease: row numbers of the shortlist mean nothing in another file.
    try (WarehouseLease lease = warehouse.lease()) {
      Found found = found(request, lease);
      String sql =
          PAGE.formatted(found.sql(), limit, offset, figures.sql(measures()), Sensitive.CONDITION);
      List<PageRow> rows = lease.query(sql, found.parameters(), WarehousePromptSearch::pageRow);
      return result(
          rows, found.shortlisted(), overall.get(lease.info(), missing -> overall(lease)));
    }
  }

  @Override
  public boolean findsByLook() {
    try (WarehouseLease lease = warehouse.lease()) {
      return vectors.findByLook(lease);
    }
  }

  private Found found(SearchRequest request, WarehouseLease lease) {
    PromptConditions conditions = PromptConditions.of(request, figures);
    if (request.likeness() instanceof Likeness.Near near) {
      Optional<float[]> vector = vectors.of(near, lease);
      return vector.isPresent()
          ? near(near, vector.get(), conditions, lease)
          : new Found(NOTHING, List.of(), false);
    }
    return new Found(NEWEST.formatted(conditions.sql()), conditions.parameters(), false);
  }

  private Found near(
      Likeness.Near likeness, float[] vector, PromptConditions conditions, WarehouseLease lease) {
    Likeness.Space space = likeness.space();
    boolean shortlisted = shortlist.serves(lease, space);
    PromptConditions compared =
        shortlisted
            ? PromptConditions.among(shortlist.near(lease, space, vector, conditions))
            : conditions;
    if (likeness instanceof Likeness.ToPrompt itself) {
      compared = compared.without(itself.promptId());
    }
    List<Object> parameters = new ArrayList<>();
    // As text: DuckDB 2.0 fails on the statistics of a parameter that is an array.
    parameters.add(Arrays.toString(vector));
    parameters.addAll(compared.parameters());
    return new Found(
        NEAR.formatted(
            space.column(), space.dimensions(), compared.sql(), NEAREST, likeness.similar()),
        parameters,
        shortlisted);
  }

  private SearchResult result(List<PageRow> rows, boolean shortlisted, Overall all) {
    PageRow first = rows.get(0);
    List<SearchResult.Insight> insights = new ArrayList<>();
    for (String name : MEASURES) {
      insights.add(
          new SearchResult.Insight(
              figures.model().measure(name), first.figures().get(name), all.figures().get(name)));
    }
    return new SearchResult(
        first.total(),
        // More like this leaves the prompt itself out of what was shortlisted.
        shortlisted && first.total() >= Shortlist.LENGTH - 1,
        rows.stream().map(PageRow::hit).flatMap(Optional::stream).toList(),
        insights,
        first
            .style()
            .map(
                name ->
                    new SearchResult.TopStyle(
                        name, first.styleShare(), all.styleShares().get(name))));
  }

  private MetricQuery measures() {
    return figures.query(Filters.NONE, MEASURES);
  }

  private Overall overall(WarehouseLease lease) {
    Map<String, Double> shares = new HashMap<>();
    lease.query(
        """
        SELECT art_style, count(*) / (SELECT count(*) FROM dim_prompts) AS share
        FROM dim_prompts
        WHERE art_style IS NOT NULL
        GROUP BY art_style
        """,
        List.of(),
        row -> shares.put(row.text("art_style"), row.number("share")));
    return new Overall(
        lease
            .queryOne(figures.sql(measures()), List.of(), WarehousePromptSearch::values)
            .orElseThrow(),
        shares);
  }

  private static PageRow pageRow(Row row) {
    return new PageRow(
        row.whole("total"),
        values(row),
        row.optional("top_style", row::text),
        row.optional("style_share", row::number).orElse(0.0),
        row.isNull("prompt_id") ? Optional.empty() : Optional.of(hit(row)));
  }

  private static Map<String, Optional<Double>> values(Row row) {
    Map<String, Optional<Double>> values = new HashMap<>();
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

  private static final String NOTHING =
      """
      SELECT
          NULL::BIGINT AS prompt_id,
          NULL::VARCHAR AS art_style,
          NULL::DOUBLE AS similarity,
          NULL::TIMESTAMP AS newest
      WHERE false
      """;

  private static final String NEWEST =
      """
      SELECT
          p.prompt_id,
          any_value(p.art_style) AS art_style,
          NULL::DOUBLE AS similarity,
          max(g.timestamp) AS newest
      FROM dim_prompts AS p
      LEFT JOIN main.fct_generations AS g USING (prompt_id)
      WHERE %s
      GROUP BY p.prompt_id
      """;

  // Unit vectors: the inner product is the cosine. DuckDB 2.0 works out that of lists in two thirds
  // of the time that it takes for arrays. What is as near as the last of the nearest is found too.
  private static final String NEAR =
      """
      WITH compared AS MATERIALIZED (
          SELECT
              p.prompt_id,
              p.art_style,
              list_inner_product(p.%s, ?::VARCHAR::FLOAT[%d]) AS similarity
          FROM dim_prompts AS p
          WHERE %s
      ),
      nearest AS (
          SELECT similarity
          FROM compared
          WHERE similarity IS NOT NULL
          ORDER BY similarity DESC
          LIMIT %d
      )
      SELECT prompt_id, art_style, similarity, NULL::TIMESTAMP AS newest
      FROM compared
      WHERE similarity >= (SELECT least(%s, min(similarity)) FROM nearest)
      """;

  // The figures, rendered as for all prompts, see only the generations of the prompts found and
  // their sessions: these are named like the tables that they would read, and have the columns that
  // MEASURES ask for. A page that has no hit still has the figures, in one row without a prompt.
  private static final String PAGE =
      """
      WITH found AS MATERIALIZED (%s),
      page AS MATERIALIZED (
          SELECT prompt_id, similarity, newest
          FROM found
          ORDER BY similarity DESC NULLS LAST, newest DESC NULLS LAST, prompt_id
          LIMIT %d OFFSET %d
      ),
      idx_generations AS MATERIALIZED (
          SELECT
              prompt_id,
              session_id,
              timestamp,
              status,
              latency_ms,
              cost_credits,
              churned_after
          FROM main.idx_generations
          WHERE prompt_id IN (SELECT prompt_id FROM found)
      ),
      idx_sessions AS MATERIALIZED (
          SELECT session_id, any_value(churned_after) AS churned_after
          FROM idx_generations
          GROUP BY session_id
      ),
      latest AS (
          SELECT
              prompt_id,
              arg_max(status, timestamp) AS status,
              arg_max(latency_ms, timestamp) AS latency_ms
          FROM idx_generations
          WHERE prompt_id IN (SELECT prompt_id FROM page)
          GROUP BY prompt_id
      ),
      styles AS (
          SELECT art_style, count(*) AS prompts
          FROM found
          GROUP BY art_style
      ),
      totals AS (
          SELECT coalesce(sum(prompts), 0)::BIGINT AS total
          FROM styles
      ),
      style AS (
          SELECT art_style AS top_style, prompts / total AS style_share
          FROM styles
          CROSS JOIN totals
          WHERE art_style IS NOT NULL
          ORDER BY prompts DESC, art_style
          LIMIT 1
      ),
      figures AS (%s)
      SELECT
          totals.*,
          figures.*,
          style.*,
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
      CROSS JOIN totals
      LEFT JOIN style ON true
      LEFT JOIN (page JOIN dim_prompts AS p USING (prompt_id) LEFT JOIN latest USING (prompt_id))
          ON true
      ORDER BY page.similarity DESC NULLS LAST, page.newest DESC NULLS LAST, p.prompt_id
      """;
}
