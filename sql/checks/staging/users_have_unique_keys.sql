-- severity: error
-- description: Every row of users has a user_id and no other row has the same.
SELECT
    user_id,
    count(*) AS occurrences
FROM stg_users
GROUP BY user_id
HAVING count(*) > 1 OR user_id IS NULL
