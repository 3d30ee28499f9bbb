-- severity: error
-- description: idx_generations says of each request what the plain tables, joined, say.
WITH plain AS (
    SELECT
        g.*,
        u.user_tier,
        u.region,
        u.device_type,
        u.cohort_week,
        s.churned_after,
        p.subject,
        p.art_style,
        p.mood,
        p.setting,
        p.lighting,
        p.complexity_score,
        p.style_cluster,
        g.timestamp::DATE AS day,
        s.session_start::DATE < s.session_end::DATE AS is_of_long_session
    FROM fct_generations AS g
    LEFT JOIN dim_users AS u USING (user_id)
    LEFT JOIN fct_sessions AS s USING (session_id)
    LEFT JOIN dim_prompts AS p USING (prompt_id)
),

kept AS (
    SELECT i.* EXCLUDE (friction_decile, combination_id, user_number, session_number)
    FROM idx_generations AS i
    INNER JOIN idx_combinations AS c
        ON
            i.combination_id = c.combination_id
            AND i.user_tier = c.user_tier
            AND i.region = c.region
            AND i.device_type = c.device_type
            AND i.model_version = c.model_version
            AND i.subject IS NOT DISTINCT FROM c.subject
            AND i.art_style IS NOT DISTINCT FROM c.art_style
            AND i.mood IS NOT DISTINCT FROM c.mood
            AND i.setting IS NOT DISTINCT FROM c.setting
            AND i.lighting IS NOT DISTINCT FROM c.lighting
            AND i.complexity_score IS NOT DISTINCT FROM c.complexity_score
)

SELECT
    plain.generation_id,
    kept.generation_id AS kept_generation_id
FROM plain
FULL JOIN kept USING (generation_id)
WHERE
    plain.generation_id IS NULL
    OR kept.generation_id IS NULL
    OR plain IS DISTINCT FROM kept
