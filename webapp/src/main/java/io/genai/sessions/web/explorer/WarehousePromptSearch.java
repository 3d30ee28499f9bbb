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

  // Twenty pages; who scrolls on has ten times as many listed, and so on.
  private static final int LISTED = 480;
  private static final int LISTED_NEXT = 10;
  // Among so many generations are the newest of a filter that lets one in a hundred pass.
  private static final int RECENT = 100_000;
  // All listings together; some 24 MB.
  private static final int MOST_LISTED = 1_000_000;

  private static final String[] MEASURES = {
    "error_rate", "average_latency", "cost_per_generation", "churn_rate"
  };

  private final Warehouse warehouse;
  private final Figures figures;
  private final QueryVectors vectors;
  private final Shortlist shortlist;
  private final Cache<WarehouseInfo, Overall> overall =
      Caffeine.newBuilder().maximumSize(2).build();

  private final Cache<Listed, Listing> listings =
      Caffeine.newBuilder()
          .maximumWeight(MOST_LISTED)
          .weigher((Listed listed, Listing listing) -> listing.newest().size() + 1)
          .build();

  WarehousePromptSearch(
      Warehouse warehouse, Figures figures, QueryVectors vectors, Shortlist shortlist) {
    this.warehouse = warehouse;
    this.figures = figures;
    this.vectors = vectors;
    this.shortlist = shortlist;
  }

  /** What holds for all prompts. */
  private record Overall(Map<String, Optional<Double>> figures, Map<String, Double> styleShares) {}

  /** SQL of the result set of a search by nearness: prompt_id, art_style, similarity. */
  private record Found(String sql, List<Object> parameters, boolean shortlisted) {}

  /** What holds for a whole result set. */
  private record Summary(
      long total,
      Map<String, Optional<Double>> figures,
      Optional<String> style,
      double styleShare) {}

  /** One row of the answer. */
  private record PageRow(Summary summary, Optional<SearchResult.Hit> hit) {}

  /** Which prompts are listed, and how many of them at most. */
  private record Listed(WarehouseInfo warehouse, PromptConditions conditions, int count) {}

  /** The prompts that pass, and the first of them by their newest generation. */
  private record Listing(Summary summary, List<Long> newest) {}

  @Override
  public void prepare() {
    vectors.prepare();
  }

  @Override
  public SearchResult search(SearchRequest request, int offset, int limit) {
    // One lease: row numbers of the shortlist mean nothing in another file.
    try (WarehouseLease lease = warehouse.lease()) {
      PromptConditions conditions = PromptConditions.of(request, figures);
      return request.likeness() instanceof Likeness.Near near
          ? nearest(found(near, conditions, lease), lease, offset, limit)
          : newest(listing(conditions, lease, offset + limit), lease, offset, limit);
    }
  }

  private SearchResult nearest(Found found, WarehouseLease lease, int offset, int limit) {
    String sql =
        SearchSql.PAGE.formatted(
            found.sql(), limit, offset, figures.sql(measures()), Sensitive.CONDITION);
    List<PageRow> rows = lease.query(sql, found.parameters(), WarehousePromptSearch::pageRow);
    return result(
        rows.get(0).summary(),
        found.shortlisted(),
        rows.stream().map(PageRow::hit).flatMap(Optional::stream).toList(),
        lease);
  }

  /** A page of what is listed; nothing but its rows is looked up. */
  private SearchResult newest(Listing listing, WarehouseLease lease, int offset, int limit) {
    int size = listing.newest().size();
    List<Long> page =
        listing.newest().subList(Math.min(offset, size), Math.min(offset + limit, size));
    return result(
        listing.summary(),
        false,
        lease.query(
            SearchSql.HITS.formatted(Sensitive.CONDITION),
            List.of(page.toString()),
            WarehousePromptSearch::hit),
        lease);
  }

  /** A listing that has so many prompts, or all that pass. */
  private Listing listing(PromptConditions conditions, WarehouseLease lease, int count) {
    int listed = LISTED;
    while (listed < Math.min(count, lease.info().prompts())) {
      listed = Math.multiplyExact(listed, LISTED_NEXT);
    }
    return listings.get(
        new Listed(lease.info(), conditions, listed), missing -> listing(missing, lease));
  }

  private Listing listing(Listed listed, WarehouseLease lease) {
    PromptConditions conditions = listed.conditions();
    Listing listing =
        lease
            .queryOne(
                SearchSql.LISTING.formatted(
                    conditions.sql(), RECENT, listed.count(), figures.sql(measures())),
                conditions.parameters(),
                row -> new Listing(summary(row), newest(row)))
            .orElseThrow();
    if (listing.newest().size() == Math.min(listed.count(), listing.summary().total())) {
      return listing;
    }
    return new Listing(
        listing.summary(),
        lease.query(
            SearchSql.NEWEST_IDS.formatted(conditions.sql(), listed.count()),
            conditions.parameters(),
            row -> row.whole("prompt_id")));
  }

  private static List<Long> newest(Row row) {
    return row.isNull("newest")
        ? List.of()
        : row.texts("newest").stream().map(Long::valueOf).toList();
  }

  @Override
  public boolean findsByLook() {
    try (WarehouseLease lease = warehouse.lease()) {
      return vectors.findByLook(lease);
    }
  }

  private Found found(Likeness.Near likeness, PromptConditions conditions, WarehouseLease lease) {
    return vectors
        .of(likeness, lease)
        .map(vector -> near(likeness, vector, conditions, lease))
        .orElseGet(() -> new Found(SearchSql.NOTHING, List.of(), false));
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
        SearchSql.NEAR.formatted(
            space.column(), space.dimensions(), compared.sql(), NEAREST, likeness.similar()),
        parameters,
        shortlisted);
  }

  private SearchResult result(
      Summary found, boolean shortlisted, List<SearchResult.Hit> hits, WarehouseLease lease) {
    Overall all = overall.get(lease.info(), missing -> overall(lease));
    List<SearchResult.Insight> insights = new ArrayList<>();
    for (String name : MEASURES) {
      insights.add(
          new SearchResult.Insight(
              figures.model().measure(name), found.figures().get(name), all.figures().get(name)));
    }
    return new SearchResult(
        found.total(),
        // More like this leaves the prompt itself out of what was shortlisted.
        shortlisted && found.total() >= Shortlist.LENGTH - 1,
        hits,
        insights,
        found
            .style()
            .map(
                name ->
                    new SearchResult.TopStyle(
                        name, found.styleShare(), all.styleShares().get(name))));
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
        summary(row), row.isNull("prompt_id") ? Optional.empty() : Optional.of(hit(row)));
  }

  private static Summary summary(Row row) {
    return new Summary(
        row.whole("total"),
        values(row),
        row.optional("top_style", row::text),
        row.optional("style_share", row::number).orElse(0.0));
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
}
