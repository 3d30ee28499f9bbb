-- severity: error
-- description: Closed columns of dim_users (user_tier, region, device_type) hold only values of their vocabulary.
SELECT
    user_id,
    'user_tier' AS column_name,
    user_tier AS value
FROM dim_users
WHERE user_tier NOT IN (SELECT value FROM rule_vocabularies WHERE vocabulary = 'user_tier')
UNION ALL
SELECT
    user_id,
    'region' AS column_name,
    region AS value
FROM dim_users
WHERE region NOT IN (SELECT value FROM rule_vocabularies WHERE vocabulary = 'region')
UNION ALL
SELECT
    user_id,
    'device_type' AS column_name,
    device_type AS value
FROM dim_users
WHERE device_type NOT IN (SELECT value FROM rule_vocabularies WHERE vocabulary = 'device_type')
