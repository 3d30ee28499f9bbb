-- severity: error
-- description: dim_users, dim_prompts and fct_generations have a row for each row of the run.
WITH counted AS (
    SELECT
        'dim_users' AS table_name,
        (SELECT count(*) FROM stg_users) AS staged,
        (SELECT count(*) FROM dim_users) AS built
    UNION ALL
    SELECT
        'dim_prompts' AS table_name,
        (SELECT count(*) FROM stg_prompts) AS staged,
        (SELECT count(*) FROM dim_prompts) AS built
    UNION ALL
    SELECT
        'fct_generations' AS table_name,
        (SELECT count(*) FROM stg_generations) AS staged,
        (SELECT count(*) FROM fct_generations) AS built
)

SELECT
    table_name,
    staged,
    built
FROM counted
WHERE staged <> built
