-- severity: error
-- description: A session belongs to one user, the user of each of its generations.
SELECT
    generation_id,
    session_id,
    fct_generations.user_id AS generation_user_id,
    fct_sessions.user_id AS session_user_id
FROM fct_generations
INNER JOIN fct_sessions USING (session_id)
WHERE fct_generations.user_id <> fct_sessions.user_id
