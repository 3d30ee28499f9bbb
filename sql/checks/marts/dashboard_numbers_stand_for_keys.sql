-- severity: error
-- description: The dashboard's numbers stand for one user or session each, from 0 without a gap, the same in both tables.
WITH users AS (
    SELECT
        user_number,
        count(DISTINCT user_id) AS ids
    FROM idx_sessions
    GROUP BY user_number
),

sessions AS (
    SELECT
        session_number,
        count(*) AS ids
    FROM idx_sessions
    GROUP BY session_number
)

SELECT
    'user' AS of_what,
    user_number AS number
FROM users
WHERE
    ids <> 1
    OR user_number NOT BETWEEN 0 AND (SELECT count(DISTINCT user_id) - 1 FROM idx_sessions)
UNION ALL
SELECT
    'session' AS of_what,
    session_number AS number
FROM sessions
WHERE
    ids <> 1
    OR session_number NOT BETWEEN 0 AND (SELECT count(*) - 1 FROM idx_sessions)
UNION ALL
SELECT DISTINCT
    'request' AS of_what,
    g.session_number AS number
FROM idx_generations AS g
LEFT JOIN idx_sessions AS s USING (session_id)
WHERE
    g.session_number IS DISTINCT FROM s.session_number
    OR g.user_number IS DISTINCT FROM s.user_number
