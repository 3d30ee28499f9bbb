-- severity: error
-- description: cohort_week is the Monday on or before signup_date.
SELECT
    user_id,
    signup_date,
    cohort_week
FROM dim_users
WHERE
    isodow(cohort_week) <> 1
    OR signup_date - cohort_week NOT BETWEEN 0 AND 6
