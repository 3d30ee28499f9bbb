-- severity: error
-- description: Every session has at least one generation.
SELECT
    session_id,
    user_id
FROM fct_sessions
ANTI JOIN fct_generations USING (session_id)
