-- severity: error
-- description: total_cost_credits is the sum of its generations' cost_credits, to the last digit.
WITH sums AS (
    SELECT
        session_id,
        sum(cost_credits) AS generation_credits
    FROM fct_generations
    GROUP BY session_id
)

SELECT
    session_id,
    total_cost_credits,
    sums.generation_credits
FROM fct_sessions
INNER JOIN sums USING (session_id)
WHERE total_cost_credits <> sums.generation_credits
