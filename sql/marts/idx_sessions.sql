-- Grain: one row per session, with what the dashboard splits and filters it by beside it.
CREATE TABLE idx_sessions (
    session_id VARCHAR NOT NULL,
    user_id VARCHAR NOT NULL,
    session_start TIMESTAMP NOT NULL,
    session_end TIMESTAMP NOT NULL,
    total_generations INTEGER NOT NULL,
    success_rate DOUBLE NOT NULL,
    avg_latency_ms DOUBLE NOT NULL,
    total_cost_credits DECIMAL(18, 4) NOT NULL,
    friction_score DOUBLE NOT NULL,
    churned_after BOOLEAN,
    retry_rate DOUBLE NOT NULL,
    friction_decile UTINYINT NOT NULL,
    user_tier told_apart_by NOT NULL,
    region told_apart_by NOT NULL,
    device_type told_apart_by NOT NULL,
    cohort_week DATE NOT NULL,
    combination_id INTEGER NOT NULL,
    user_number INTEGER NOT NULL,
    session_number INTEGER NOT NULL,
    day DATE NOT NULL
);

COMMENT ON TABLE idx_sessions IS 'fct_sessions with the columns of its user and its requests that the dashboard splits and filters by, so that no question has to join them.';
COMMENT ON COLUMN idx_sessions.session_id IS 'Which session; refers to fct_sessions.';
COMMENT ON COLUMN idx_sessions.user_id IS 'Whose session; refers to dim_users.';
COMMENT ON COLUMN idx_sessions.session_start IS 'When its first request came, UTC.';
COMMENT ON COLUMN idx_sessions.session_end IS 'When its last request came, UTC.';
COMMENT ON COLUMN idx_sessions.total_generations IS 'As in fct_sessions.';
COMMENT ON COLUMN idx_sessions.success_rate IS 'As in fct_sessions. Simulated.';
COMMENT ON COLUMN idx_sessions.avg_latency_ms IS 'As in fct_sessions. Simulated.';
COMMENT ON COLUMN idx_sessions.total_cost_credits IS 'As in fct_sessions. Simulated.';
COMMENT ON COLUMN idx_sessions.friction_score IS 'As in fct_sessions. Simulated.';
COMMENT ON COLUMN idx_sessions.churned_after IS 'As in fct_sessions. NULL: not known yet.';
COMMENT ON COLUMN idx_sessions.retry_rate IS 'Share of its requests with a retry. Simulated.';
COMMENT ON COLUMN idx_sessions.friction_decile IS 'Tenth of all sessions by friction score, 1 (smoothest) to 10. Simulated.';
COMMENT ON COLUMN idx_sessions.user_tier IS 'Of its user. Simulated.';
COMMENT ON COLUMN idx_sessions.region IS 'Of its user. Simulated.';
COMMENT ON COLUMN idx_sessions.device_type IS 'Of its user. Simulated.';
COMMENT ON COLUMN idx_sessions.cohort_week IS 'Of its user. Simulated.';
COMMENT ON COLUMN idx_sessions.combination_id IS 'Its user''s values and its most frequent labels together; refers to idx_combinations.';
COMMENT ON COLUMN idx_sessions.user_number IS 'A number for user_id, as in idx_generations.';
COMMENT ON COLUMN idx_sessions.session_number IS 'A number for session_id, as in idx_generations.';
COMMENT ON COLUMN idx_sessions.day IS 'Day of session_start.';

INSERT INTO idx_sessions
WITH requests AS (
    SELECT
        session_id,
        avg((retry_count > 0)::INT) AS retry_rate,
        any_value(friction_decile) AS friction_decile,
        any_value(user_number) AS user_number,
        any_value(session_number) AS session_number
    FROM idx_generations
    GROUP BY session_id
)

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
    r.friction_decile,
    u.user_tier,
    u.region,
    u.device_type,
    u.cohort_week,
    c.combination_id,
    r.user_number,
    r.session_number,
    s.session_start::DATE AS day
FROM fct_sessions AS s
INNER JOIN dim_users AS u USING (user_id)
INNER JOIN requests AS r USING (session_id)
INNER JOIN fct_session_labels AS l USING (session_id)
INNER JOIN idx_combinations AS c
    ON
        c.user_tier = u.user_tier
        AND c.region = u.region
        AND c.device_type = u.device_type
        AND c.model_version IS NOT DISTINCT FROM l.model_version
        AND c.subject IS NOT DISTINCT FROM l.subject
        AND c.art_style IS NOT DISTINCT FROM l.art_style
        AND c.mood IS NOT DISTINCT FROM l.mood
        AND c.setting IS NOT DISTINCT FROM l.setting
        AND c.lighting IS NOT DISTINCT FROM l.lighting
        AND c.complexity_score IS NOT DISTINCT FROM l.complexity_score
ORDER BY s.session_start, s.session_id;
