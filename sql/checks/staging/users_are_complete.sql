-- severity: error
-- description: No row of users lacks a value that every row must have.
SELECT
    user_id,
    user_tier,
    signup_date,
    region,
    device_type
FROM stg_users
WHERE
    user_tier IS NULL
    OR signup_date IS NULL
    OR region IS NULL
    OR device_type IS NULL
