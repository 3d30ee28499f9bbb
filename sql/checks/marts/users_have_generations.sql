-- severity: warn
-- description: Every user has at least one generation.
SELECT user_id
FROM dim_users
ANTI JOIN fct_generations USING (user_id)
