-- severity: error
-- description: churned_after says whether the user stayed away for 7 days, and is NULL where the data ends earlier.
WITH data_span AS (
    SELECT max(timestamp) AS data_end
    FROM fct_generations
),

next_events AS (
    SELECT
        fct_sessions.session_id,
        fct_generations.timestamp AS next_event
    FROM fct_sessions
    ASOF INNER JOIN fct_generations
        ON
            fct_sessions.user_id = fct_generations.user_id
            AND fct_sessions.session_end < fct_generations.timestamp
)

SELECT
    session_id,
    session_end,
    next_event,
    data_end,
    churned_after
FROM fct_sessions
CROSS JOIN data_span
LEFT JOIN next_events USING (session_id)
WHERE
    churned_after IS DISTINCT FROM CASE
        WHEN data_end - session_end >= churn_window()
            THEN next_event IS NULL OR next_event - session_end >= churn_window()
    END
