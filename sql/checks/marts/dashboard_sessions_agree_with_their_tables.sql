-- severity: error
-- description: idx_sessions says of each session what the plain tables, joined, say.
WITH requests AS (
    SELECT
        session_id,
        avg((retry_count > 0)::INT) AS retry_rate
    FROM fct_generations
    GROUP BY session_id
),

plain AS (
    SELECT
        s.session_id,
        s.user_id,
        s.session_start,
        s.session_end,
        s.total_generations,
        s.success_rate,
        s.avg_latency_ms,
        s.total_cost_credits,
        s.friction_score,
        s.churned_after,
        r.retry_rate,
        u.user_tier,
        u.region,
        u.device_type,
        u.cohort_week,
        l.model_version,
        l.subject,
        l.art_style,
        l.mood,
        l.setting,
        l.lighting,
        l.complexity_score,
        s.session_start::DATE AS day
    FROM fct_sessions AS s
    LEFT JOIN requests AS r USING (session_id)
    LEFT JOIN dim_users AS u USING (user_id)
    LEFT JOIN fct_session_labels AS l USING (session_id)
),

kept AS (
    SELECT
        i.* EXCLUDE (friction_decile, combination_id, user_number, session_number, day),
        c.model_version,
        c.subject,
        c.art_style,
        c.mood,
        c.setting,
        c.lighting,
        c.complexity_score,
        i.day
    FROM idx_sessions AS i
    LEFT JOIN idx_combinations AS c
        ON
            i.combination_id = c.combination_id
            AND i.user_tier = c.user_tier
            AND i.region = c.region
            AND i.device_type = c.device_type
)

SELECT
    plain.session_id,
    kept.session_id AS kept_session_id
FROM plain
FULL JOIN kept USING (session_id)
WHERE
    plain.session_id IS NULL
    OR kept.session_id IS NULL
    OR plain IS DISTINCT FROM kept
