-- severity: warn
-- description: No latency is above the time at which a generation times out.
SELECT
    generation_id,
    latency_ms,
    status
FROM fct_generations
WHERE latency_ms > friction_latency_ceiling_ms()
