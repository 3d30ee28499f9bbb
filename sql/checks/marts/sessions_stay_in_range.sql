-- severity: error
-- description: Success rate is 0..1, friction 0..6, latency and cost are not negative, no session ends before it starts.
SELECT
    session_id,
    session_start,
    session_end,
    total_generations,
    success_rate,
    avg_latency_ms,
    total_cost_credits,
    friction_score
FROM fct_sessions
WHERE
    session_end < session_start
    OR total_generations < 1
    OR success_rate NOT BETWEEN 0 AND 1
    OR avg_latency_ms < 0
    OR total_cost_credits < 0
    OR friction_score < 0
    OR friction_score
    > friction_error_weight() + friction_latency_weight() + friction_retry_weight()
