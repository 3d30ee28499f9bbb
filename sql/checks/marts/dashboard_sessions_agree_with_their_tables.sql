-- severity: error
-- description: idx_sessions says of each session what the plain tables, joined, say.
WITH plain AS (
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
        (
            SELECT avg((g.retry_count > 0)::INT)
            FROM fct_generations AS g
            WHERE g.session_id = s.session_id
        ) AS retry_rate,
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
        l.complexity_score
    FROM fct_sessions AS s
    LEFT JOIN dim_users AS u USING (user_id)
    LEFT JOIN fct_session_labels AS l USING (session_id)
),

kept AS (
    SELECT
        i.* EXCLUDE (friction_decile, combination_id),
        c.model_version,
        c.subject,
        c.art_style,
        c.mood,
        c.setting,
        c.lighting,
        c.complexity_score
    FROM idx_sessions AS i
    LEFT JOIN idx_combinations AS c
        ON
            i.combination_id = c.combination_id
            AND i.user_tier = c.user_tier
            AND i.region = c.region
            AND i.device_type = c.device_type
)

(
    SELECT * FROM plain
    EXCEPT ALL
    SELECT * FROM kept
)
UNION ALL
(
    SELECT * FROM kept
    EXCEPT ALL
    SELECT * FROM plain
)
