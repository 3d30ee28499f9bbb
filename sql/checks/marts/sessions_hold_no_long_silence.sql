-- severity: error
-- description: Within a session no two consecutive generations are more than 30 minutes apart.
WITH silences AS (
    SELECT
        session_id,
        generation_id,
        timestamp - lag(timestamp) OVER (PARTITION BY session_id ORDER BY timestamp) AS silence
    FROM fct_generations
)

SELECT
    session_id,
    generation_id,
    silence
FROM silences
WHERE silence > session_gap()
