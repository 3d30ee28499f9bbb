-- Grain: one row per user.
CREATE TABLE dim_users (
    user_id VARCHAR PRIMARY KEY,
    user_tier VARCHAR NOT NULL,
    signup_date DATE NOT NULL,
    cohort_week DATE NOT NULL,
    region VARCHAR NOT NULL,
    device_type VARCHAR NOT NULL
);

COMMENT ON TABLE dim_users IS 'One row per user.';
COMMENT ON COLUMN dim_users.user_id IS '''u'' and 8 hexadecimal digits, or the dataset''s own hash. Simulated unless the input has users.';
COMMENT ON COLUMN dim_users.user_tier IS 'Plan of the user. Vocabulary: user_tier. Simulated.';
COMMENT ON COLUMN dim_users.signup_date IS 'Day of the sign-up (UTC), never after the first generation. Simulated.';
COMMENT ON COLUMN dim_users.cohort_week IS 'Monday of the week of the sign-up. Simulated.';
COMMENT ON COLUMN dim_users.region IS 'Part of the world. Vocabulary: region. Simulated.';
COMMENT ON COLUMN dim_users.device_type IS 'What the user works with. Vocabulary: device_type. Simulated.';

INSERT INTO dim_users
SELECT
    user_id,
    user_tier,
    signup_date,
    date_trunc('week', signup_date)::DATE AS cohort_week,
    region,
    device_type
FROM stg_users
ORDER BY user_id;
