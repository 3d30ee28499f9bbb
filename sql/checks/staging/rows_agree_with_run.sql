-- severity: error
-- description: run.json and the Parquet files agree on the number of rows.
WITH counted AS (
    SELECT 'users' AS table_name, count(*) AS in_parquet FROM stg_users
    UNION ALL
    SELECT 'prompts' AS table_name, count(*) AS in_parquet FROM stg_prompts
    UNION ALL
    SELECT 'generations' AS table_name, count(*) AS in_parquet FROM stg_generations
),

announced AS (
    SELECT
        unnest(['users', 'prompts', 'generations']) AS table_name,
        unnest([user_rows, prompt_rows, generation_rows]) AS in_run_json
    FROM stg_runs
    WHERE is_published
)

SELECT
    table_name,
    counted.in_parquet,
    announced.in_run_json
FROM counted
INNER JOIN announced USING (table_name)
WHERE counted.in_parquet IS DISTINCT FROM announced.in_run_json
