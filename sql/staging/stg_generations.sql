-- Grain: one row per generation request of the run.
SELECT
    generation_id::BIGINT AS generation_id,
    user_id::VARCHAR AS user_id,
    prompt_id::BIGINT AS prompt_id,
    -- By way of microseconds since 1970, so that the reader's time zone has no say.
    make_timestamp(epoch_us(timestamp)) AS timestamp,
    latency_ms::INTEGER AS latency_ms,
    status::VARCHAR AS status,
    cost_credits::DECIMAL(12, 4) AS cost_credits,
    model_version::VARCHAR AS model_version,
    retry_count::INTEGER AS retry_count
FROM run_generations
