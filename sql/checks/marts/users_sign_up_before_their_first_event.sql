-- severity: error
-- description: No user signed up after the day of the first generation.
WITH first_events AS (
    SELECT
        user_id,
        min(timestamp) AS first_event
    FROM fct_generations
    GROUP BY user_id
)

SELECT
    user_id,
    signup_date,
    first_event
FROM dim_users
INNER JOIN first_events USING (user_id)
WHERE signup_date > first_event::DATE
