-- severity: error
-- description: Start, end, count, success rate, latency and friction of a session follow from its generations.
WITH recomputed AS (
    SELECT
        session_id,
        min(timestamp) AS first_timestamp,
        max(timestamp) AS last_timestamp,
        count(*) AS generations,
        avg((status = 'success')::INTEGER) AS success_share,
        avg(latency_ms) AS average_latency_ms,
        friction_score(
            avg((status <> 'success')::INTEGER),
            avg(latency_ms),
            avg((retry_count > 0)::INTEGER)
        ) AS friction
    FROM fct_generations
    GROUP BY session_id
)

SELECT
    session_id,
    total_generations,
    recomputed.generations,
    success_rate,
    recomputed.success_share,
    avg_latency_ms,
    recomputed.average_latency_ms,
    friction_score,
    recomputed.friction
FROM fct_sessions
INNER JOIN recomputed USING (session_id)
WHERE
    session_start <> recomputed.first_timestamp
    OR session_end <> recomputed.last_timestamp
    OR total_generations <> recomputed.generations
    OR abs(success_rate - recomputed.success_share) > 1e-9
    OR abs(avg_latency_ms - recomputed.average_latency_ms) > 1e-6
    OR abs(friction_score - recomputed.friction) > 1e-9
