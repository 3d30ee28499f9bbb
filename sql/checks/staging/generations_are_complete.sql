-- severity: error
-- description: No row of generations lacks a value that every row must have.
SELECT
    generation_id,
    user_id,
    prompt_id,
    timestamp,
    latency_ms,
    status,
    cost_credits,
    model_version,
    retry_count
FROM stg_generations
WHERE
    user_id IS NULL
    OR prompt_id IS NULL
    OR timestamp IS NULL
    OR latency_ms IS NULL
    OR status IS NULL
    OR cost_credits IS NULL
    OR model_version IS NULL
    OR retry_count IS NULL
