-- severity: error
-- description: Every user_id of fct_sessions is in dim_users.
SELECT
    session_id,
    user_id
FROM fct_sessions
ANTI JOIN dim_users USING (user_id)
