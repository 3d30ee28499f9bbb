-- severity: error
-- description: A user's consecutive sessions are more than 30 minutes apart.
WITH sequences AS (
    SELECT
        session_id,
        user_id,
        session_start,
        lag(session_end) OVER (PARTITION BY user_id ORDER BY session_start) AS previous_end
    FROM fct_sessions
)

SELECT
    session_id,
    user_id,
    previous_end,
    session_start
FROM sequences
WHERE session_start - previous_end <= session_gap()
