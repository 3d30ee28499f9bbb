-- severity: error
-- description: Every session_id of fct_generations is in fct_sessions.
SELECT
    generation_id,
    session_id
FROM fct_generations
ANTI JOIN fct_sessions USING (session_id)
