-- severity: error
-- description: Latency, cost and retries are not negative.
SELECT
    generation_id,
    latency_ms,
    cost_credits,
    retry_count
FROM fct_generations
WHERE
    latency_ms < 0
    OR cost_credits < 0
    OR retry_count < 0
