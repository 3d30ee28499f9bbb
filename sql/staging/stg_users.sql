-- Grain: one row per user of the run.
SELECT
    user_id::VARCHAR AS user_id,
    user_tier::VARCHAR AS user_tier,
    signup_date::DATE AS signup_date,
    region::VARCHAR AS region,
    device_type::VARCHAR AS device_type
FROM run_users
