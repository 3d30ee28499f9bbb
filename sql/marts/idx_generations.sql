-- Grain: one row per generation request, with what the dashboard splits and filters it by beside it.
CREATE TABLE idx_generations (
    generation_id BIGINT NOT NULL,
    user_id VARCHAR NOT NULL,
    prompt_id BIGINT NOT NULL,
    session_id VARCHAR NOT NULL,
    timestamp TIMESTAMP NOT NULL,
    latency_ms INTEGER NOT NULL,
    status told_apart_by NOT NULL,
    cost_credits DECIMAL(12, 4) NOT NULL,
    model_version told_apart_by NOT NULL,
    retry_count INTEGER NOT NULL,
    user_tier told_apart_by NOT NULL,
    region told_apart_by NOT NULL,
    device_type told_apart_by NOT NULL,
    cohort_week DATE NOT NULL,
    churned_after BOOLEAN,
    friction_decile UTINYINT NOT NULL,
    subject told_apart_by,
    art_style told_apart_by,
    mood told_apart_by,
    setting told_apart_by,
    lighting told_apart_by,
    complexity_score UTINYINT,
    style_cluster USMALLINT,
    combination_id INTEGER NOT NULL,
    user_number INTEGER NOT NULL,
    session_number INTEGER NOT NULL,
    day DATE NOT NULL,
    is_of_long_session BOOLEAN NOT NULL
);

COMMENT ON TABLE idx_generations IS 'fct_generations with the columns of its user, session and prompt that the dashboard splits and filters by, so that no question has to join them.';
COMMENT ON COLUMN idx_generations.generation_id IS 'Number of the request; refers to fct_generations.';
COMMENT ON COLUMN idx_generations.user_id IS 'Who asked; refers to dim_users.';
COMMENT ON COLUMN idx_generations.prompt_id IS 'What was asked; refers to dim_prompts.';
COMMENT ON COLUMN idx_generations.session_id IS 'Session of the request; refers to fct_sessions.';
COMMENT ON COLUMN idx_generations.timestamp IS 'When the request came, UTC.';
COMMENT ON COLUMN idx_generations.latency_ms IS 'As in fct_generations. Simulated.';
COMMENT ON COLUMN idx_generations.status IS 'As in fct_generations. Simulated.';
COMMENT ON COLUMN idx_generations.cost_credits IS 'As in fct_generations. Simulated.';
COMMENT ON COLUMN idx_generations.model_version IS 'As in fct_generations. Simulated.';
COMMENT ON COLUMN idx_generations.retry_count IS 'As in fct_generations. Simulated.';
COMMENT ON COLUMN idx_generations.user_tier IS 'Of its user. Simulated.';
COMMENT ON COLUMN idx_generations.region IS 'Of its user. Simulated.';
COMMENT ON COLUMN idx_generations.device_type IS 'Of its user. Simulated.';
COMMENT ON COLUMN idx_generations.cohort_week IS 'Of its user. Simulated.';
COMMENT ON COLUMN idx_generations.churned_after IS 'Of its session. NULL: not known yet.';
COMMENT ON COLUMN idx_generations.friction_decile IS 'Tenth of all sessions by friction score that its session belongs to. Simulated.';
COMMENT ON COLUMN idx_generations.subject IS 'Of its prompt. NULL: no label.';
COMMENT ON COLUMN idx_generations.art_style IS 'Of its prompt. NULL: no label.';
COMMENT ON COLUMN idx_generations.mood IS 'Of its prompt. NULL: no label.';
COMMENT ON COLUMN idx_generations.setting IS 'Of its prompt. NULL: no label.';
COMMENT ON COLUMN idx_generations.lighting IS 'Of its prompt. NULL: no label.';
COMMENT ON COLUMN idx_generations.complexity_score IS 'Of its prompt. NULL: no label.';
COMMENT ON COLUMN idx_generations.style_cluster IS 'Of its prompt. NULL: none.';
COMMENT ON COLUMN idx_generations.combination_id IS 'Its user''s, its own and its prompt''s values together; refers to idx_combinations.';
COMMENT ON COLUMN idx_generations.user_number IS 'A number for user_id, from 0: quicker to tell apart.';
COMMENT ON COLUMN idx_generations.session_number IS 'A number for session_id, from 0: quicker to look up.';
COMMENT ON COLUMN idx_generations.day IS 'Day of timestamp.';
COMMENT ON COLUMN idx_generations.is_of_long_session IS 'Whether its session has requests on several days.';

INSERT INTO idx_generations
WITH sessions AS (
    SELECT
        session_id,
        session_start::DATE < session_end::DATE AS is_long,
        churned_after,
        -- The rule of session_sequence in semantic/entities.yaml.
        ntile(10) OVER (ORDER BY friction_score, session_id) AS friction_decile,
        dense_rank() OVER (ORDER BY user_id) - 1 AS user_number,
        row_number() OVER (ORDER BY session_start, session_id) - 1 AS session_number
    FROM fct_sessions
)

SELECT
    g.generation_id,
    g.user_id,
    g.prompt_id,
    g.session_id,
    g.timestamp,
    g.latency_ms,
    g.status,
    g.cost_credits,
    g.model_version,
    g.retry_count,
    u.user_tier,
    u.region,
    u.device_type,
    u.cohort_week,
    s.churned_after,
    s.friction_decile,
    p.subject,
    p.art_style,
    p.mood,
    p.setting,
    p.lighting,
    p.complexity_score,
    p.style_cluster,
    c.combination_id,
    s.user_number,
    s.session_number,
    g.timestamp::DATE AS day,
    s.is_long AS is_of_long_session
FROM fct_generations AS g
INNER JOIN dim_users AS u USING (user_id)
INNER JOIN dim_prompts AS p USING (prompt_id)
INNER JOIN sessions AS s USING (session_id)
INNER JOIN idx_combinations AS c
    ON
        c.user_tier = u.user_tier
        AND c.region = u.region
        AND c.device_type = u.device_type
        AND c.model_version IS NOT DISTINCT FROM g.model_version
        AND c.subject IS NOT DISTINCT FROM p.subject
        AND c.art_style IS NOT DISTINCT FROM p.art_style
        AND c.mood IS NOT DISTINCT FROM p.mood
        AND c.setting IS NOT DISTINCT FROM p.setting
        AND c.lighting IS NOT DISTINCT FROM p.lighting
        AND c.complexity_score IS NOT DISTINCT FROM p.complexity_score
ORDER BY g.timestamp, g.generation_id;
