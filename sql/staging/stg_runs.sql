-- Grain: one row per directory beside the published run; one without a readable run.json is a run
-- that was killed or still runs.
WITH documents AS (
    SELECT
        directory_name,
        is_published,
        json_transform(
            CASE WHEN json_valid(document) THEN document ELSE '{}' END,
            '{
                "run_id": "VARCHAR", "status": "VARCHAR",
                "started_at": "VARCHAR", "finished_at": "VARCHAR",
                "command": "VARCHAR", "input": "VARCHAR", "runner": "VARCHAR",
                "seed": "BIGINT", "users": "VARCHAR", "analyzer_version": "VARCHAR",
                "rows": {"prompts": "BIGINT", "users": "BIGINT", "generations": "BIGINT"},
                "bad_records": "BIGINT",
                "simulated_columns": ["VARCHAR"],
                "steps": [{
                    "name": "VARCHAR", "ordinal": "INTEGER", "upstream": ["VARCHAR"],
                    "state": "VARCHAR", "seconds": "DOUBLE", "rows_in": "BIGINT",
                    "rows_out": "BIGINT", "bad_records": "BIGINT", "note": "VARCHAR"
                }],
                "models": [{
                    "role": "VARCHAR", "model_id": "VARCHAR", "embedded": "BOOLEAN",
                    "dimensions": "INTEGER", "licence": "VARCHAR", "rows": "BIGINT",
                    "state": "VARCHAR", "note": "VARCHAR"
                }]
            }'
        ) AS run
    FROM run_documents
)

SELECT
    coalesce(run.run_id, directory_name) AS run_id,
    is_published,
    coalesce(run.status, 'unfinished') AS status,
    -- 'Z' and other offsets are taken into account: the result is UTC.
    try_cast(run.started_at AS TIMESTAMP) AS started_at,
    try_cast(run.finished_at AS TIMESTAMP) AS finished_at,
    run.command AS command,
    run.input AS input,
    run.runner AS runner,
    run.seed AS seed,
    run.users AS users,
    run.analyzer_version AS analyzer_version,
    run.rows.prompts AS prompt_rows,
    run.rows.users AS user_rows,
    run.rows.generations AS generation_rows,
    run.bad_records AS bad_records,
    coalesce(run.simulated_columns, []) AS simulated_columns,
    coalesce(run.steps, []) AS steps,
    coalesce(run.models, []) AS models
FROM documents
