-- Grain: one row per session, a user's generations no more than 30 minutes apart.
CREATE TABLE fct_sessions (
    session_id VARCHAR PRIMARY KEY,
    user_id VARCHAR NOT NULL,
    session_start TIMESTAMP NOT NULL,
    session_end TIMESTAMP NOT NULL,
    total_generations INTEGER NOT NULL,
    success_rate DOUBLE NOT NULL,
    avg_latency_ms DOUBLE NOT NULL,
    total_cost_credits DECIMAL(18, 4) NOT NULL,
    friction_score DOUBLE NOT NULL,
    churned_after BOOLEAN
);

COMMENT ON TABLE fct_sessions IS 'One row per session: a user''s generations no more than 30 minutes apart.';
COMMENT ON COLUMN fct_sessions.session_id IS 'user_id and the number of the session among the user''s. Simulated unless the input has users.';
COMMENT ON COLUMN fct_sessions.user_id IS 'Whose session; refers to dim_users. Simulated unless the input has users.';
COMMENT ON COLUMN fct_sessions.session_start IS 'When its first request came, UTC. Simulated unless the input has users.';
COMMENT ON COLUMN fct_sessions.session_end IS 'When its last request came, UTC. Simulated unless the input has users.';
COMMENT ON COLUMN fct_sessions.total_generations IS 'Number of its requests. Simulated unless the input has users.';
COMMENT ON COLUMN fct_sessions.success_rate IS 'Share of its requests with status success, 0..1. Simulated.';
COMMENT ON COLUMN fct_sessions.avg_latency_ms IS 'Average latency of its requests in milliseconds. Simulated.';
COMMENT ON COLUMN fct_sessions.total_cost_credits IS 'Exact sum of its requests'' cost_credits, in credits. Simulated.';
COMMENT ON COLUMN fct_sessions.friction_score IS '3 * error rate + 2 * average latency / 30,000 ms (at most 1) + 1 * share of requests with a retry, 0..6. Simulated.';
COMMENT ON COLUMN fct_sessions.churned_after IS 'Whether the user stayed away for 7 days or more after it. NULL: the data does not reach 7 days past its end, whether or not the user came back meanwhile (else the last days would hold none but users who came back). Simulated unless the input has users.';

INSERT INTO fct_sessions
WITH sessions AS (
    SELECT
        session_id,
        any_value(user_id) AS user_id,
        min(timestamp) AS session_start,
        max(timestamp) AS session_end,
        count(*) AS total_generations,
        count(*) FILTER (WHERE status = 'success') / count(*) AS success_rate,
        count(*) FILTER (WHERE status <> 'success') / count(*) AS error_rate,
        count(*) FILTER (WHERE retry_count > 0) / count(*) AS retry_rate,
        avg(latency_ms) AS avg_latency_ms,
        sum(cost_credits) AS total_cost_credits
    FROM fct_generations
    GROUP BY session_id
),

returns AS (
    SELECT
        *,
        lead(session_start) OVER (PARTITION BY user_id ORDER BY session_start) AS next_start,
        max(session_end) OVER () AS data_end
    FROM sessions
)

SELECT
    session_id,
    user_id,
    session_start,
    session_end,
    total_generations,
    success_rate,
    avg_latency_ms,
    total_cost_credits,
    friction_score(error_rate, avg_latency_ms, retry_rate) AS friction_score,
    CASE
        WHEN data_end >= session_end + churn_window()
            THEN coalesce(next_start >= session_end + churn_window(), TRUE)
    END AS churned_after
FROM returns
ORDER BY session_start, session_id;
