-- severity: error
-- description: Generations and sessions have the same number of requests and the same credits, to the last digit.
WITH generation_totals AS (
    SELECT
        count(*) AS generations,
        sum(cost_credits) AS credits
    FROM fct_generations
),

session_totals AS (
    SELECT
        sum(total_generations) AS generations,
        sum(total_cost_credits) AS credits
    FROM fct_sessions
)

SELECT
    generation_totals.generations AS generations,
    session_totals.generations AS session_generations,
    generation_totals.credits AS generation_credits,
    session_totals.credits AS session_credits
FROM generation_totals
CROSS JOIN session_totals
WHERE
    generation_totals.generations IS DISTINCT FROM session_totals.generations
    OR generation_totals.credits IS DISTINCT FROM session_totals.credits
