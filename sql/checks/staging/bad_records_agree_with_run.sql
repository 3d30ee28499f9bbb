-- severity: warn
-- description: run.json and bad_records.jsonl agree on the number of bad records.
SELECT
    bad_records AS in_run_json,
    (SELECT count(*) FROM stg_bad_records) AS in_bad_records_jsonl
FROM stg_runs
WHERE
    is_published
    AND bad_records IS DISTINCT FROM (SELECT count(*) FROM stg_bad_records)
