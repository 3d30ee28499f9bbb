-- severity: error
-- description: The friction deciles that the dashboard keeps are as large as each other and rise with friction; requests have their session's.
WITH deciles AS (
    SELECT
        friction_decile,
        count(*) AS sessions,
        min(friction_score) AS least_friction,
        max(friction_score) AS most_friction
    FROM idx_sessions
    GROUP BY friction_decile
),

neighbours AS (
    SELECT
        *,
        lag(most_friction) OVER (ORDER BY friction_decile) AS friction_before
    FROM deciles
)

SELECT
    friction_decile,
    sessions,
    least_friction,
    friction_before
FROM neighbours
WHERE
    friction_decile NOT BETWEEN 1 AND 10
    OR least_friction < friction_before
    OR abs(sessions - (SELECT count(*) FROM fct_sessions) / 10.0) >= 1
UNION ALL
SELECT
    g.friction_decile,
    1 AS sessions,
    NULL AS least_friction,
    NULL AS friction_before
FROM idx_generations AS g
LEFT JOIN idx_sessions AS s USING (session_id)
WHERE g.friction_decile IS DISTINCT FROM s.friction_decile
