-- severity: error
-- description: Every user_id of fct_generations is in dim_users.
SELECT
    generation_id,
    user_id
FROM fct_generations
ANTI JOIN dim_users USING (user_id)
