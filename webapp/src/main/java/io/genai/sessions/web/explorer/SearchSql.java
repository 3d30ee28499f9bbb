package io.genai.sessions.web.explorer;

/** The statements of the search, with a {@code %s} or {@code %d} for what is filled in. */
final class SearchSql {
  private SearchSql() {}

  static final String NOTHING =
      """
      SELECT
          NULL::BIGINT AS prompt_id,
          NULL::VARCHAR AS art_style,
          NULL::DOUBLE AS similarity
      WHERE false
      """;

  // Unit vectors: the inner product is the cosine. DuckDB 2.0 works out that of lists in two thirds
  // of the time that it takes for arrays. What is as near as the last of the nearest is found too.
  static final String NEAR =
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
      SELECT prompt_id, art_style, similarity
      FROM compared
      WHERE similarity >= (SELECT least(%s, min(similarity)) FROM nearest)
      """;

  // The figures, rendered as for all prompts, see only the generations of the prompts found and
  // their sessions: these are named like the tables that they would read, and have the columns that
  // the search's measures ask for.
  private static final String SUMMARY =
      """
      idx_generations AS MATERIALIZED (
          SELECT
              prompt_id,
              session_number,
              timestamp,
              status,
              latency_ms,
              cost_credits,
              churned_after
          FROM main.idx_generations
          WHERE prompt_id IN (SELECT prompt_id FROM found)
      ),
      idx_sessions AS MATERIALIZED (
          SELECT any_value(churned_after) AS churned_after
          FROM idx_generations
          GROUP BY session_number
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
      """;

  private static final String LATEST =
      """
      latest AS (
          SELECT
              prompt_id,
              arg_max(status, timestamp) AS status,
              arg_max(latency_ms, timestamp) AS latency_ms
          FROM idx_generations
          WHERE prompt_id IN (SELECT prompt_id FROM page)
          GROUP BY prompt_id
      )
      """;

  private static final String HIT =
      """
          p.prompt_id,
          p.prompt_text,
          p.thumbnail_path,
          p.art_style,
          p.mood,
          page.similarity,
          latest.status,
          latest.latency_ms,
          (%s) AS sensitive
      """;

  // A page that has no hit still has the figures, in one row without a prompt.
  static final String PAGE =
      """
      WITH found AS MATERIALIZED (%s),
      page AS MATERIALIZED (
          SELECT prompt_id, similarity
          FROM found
          ORDER BY similarity DESC, prompt_id
          LIMIT %d OFFSET %d
      ),
      """
          + SUMMARY
          + ","
          + LATEST
          + """
      SELECT
          totals.*,
          figures.*,
          style.*,
      """
          + HIT
          + """
      FROM figures
      CROSS JOIN totals
      LEFT JOIN style ON true
      LEFT JOIN (page JOIN dim_prompts AS p USING (prompt_id) LEFT JOIN latest USING (prompt_id))
          ON true
      ORDER BY page.similarity DESC, p.prompt_id
      """;

  // The newest prompts made one of the newest generations, unless few pass.
  static final String LISTING =
      """
      WITH found AS MATERIALIZED (
          SELECT p.prompt_id, p.art_style
          FROM dim_prompts AS p
          WHERE %s
      ),
      recent AS MATERIALIZED (
          SELECT prompt_id, timestamp
          FROM main.idx_generations
          ORDER BY timestamp DESC, prompt_id
          LIMIT %d
      ),
      newest AS (
          SELECT prompt_id, max(timestamp) AS newest
          FROM recent
          WHERE prompt_id IN (SELECT prompt_id FROM found)
          GROUP BY prompt_id
          ORDER BY newest DESC, prompt_id
          LIMIT %d
      ),
      """
          + SUMMARY
          + """
      SELECT
          totals.*,
          figures.*,
          style.*,
          (SELECT list(prompt_id::VARCHAR ORDER BY newest DESC, prompt_id) FROM newest) AS newest
      FROM figures
      CROSS JOIN totals
      LEFT JOIN style ON true
      """;

  // As many as asked for of all that pass, for when few do.
  static final String NEWEST_IDS =
      """
      SELECT p.prompt_id
      FROM dim_prompts AS p
      LEFT JOIN main.idx_generations AS g USING (prompt_id)
      WHERE %s
      GROUP BY p.prompt_id
      ORDER BY max(g.timestamp) DESC NULLS LAST, p.prompt_id
      LIMIT %d
      """;

  // The prompts with these ids, in their order.
  static final String HITS =
      """
      WITH page AS MATERIALIZED (
          SELECT unnest(ids) AS prompt_id, generate_subscripts(ids, 1) AS place, NULL AS similarity
          FROM (SELECT ?::VARCHAR::BIGINT[] AS ids)
      ),
      """
          + LATEST
          + """
      SELECT
      """
          + HIT
          + """
      FROM page
      JOIN dim_prompts AS p USING (prompt_id)
      LEFT JOIN latest USING (prompt_id)
      ORDER BY page.place
      """;
}
