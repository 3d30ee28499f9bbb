-- severity: error
-- description: Each session has its row of labels, with the art style that counting gives.
WITH counted AS (
    SELECT
        g.session_id,
        p.art_style,
        count(p.art_style) AS times
    FROM fct_generations AS g
    INNER JOIN dim_prompts AS p USING (prompt_id)
    GROUP BY g.session_id, p.art_style
),

expected AS (
    SELECT
        session_id,
        first(art_style ORDER BY times DESC, art_style) AS art_style
    FROM counted
    GROUP BY session_id
)

SELECT
    coalesce(expected.session_id, labels.session_id) AS session_id,
    expected.art_style AS counted_style,
    labels.art_style AS kept_style
FROM expected
FULL JOIN fct_session_labels AS labels USING (session_id)
WHERE
    expected.session_id IS NULL
    OR labels.session_id IS NULL
    OR expected.art_style IS DISTINCT FROM labels.art_style
