-- Grain: one row per line of the run's bad_records.jsonl.
WITH documents AS (
    SELECT
        line_number,
        line,
        json_transform(
            CASE WHEN json_valid(line) THEN line ELSE '{}' END,
            '{"source": "VARCHAR", "step": "VARCHAR", "reason": "VARCHAR", "attempted": "VARCHAR"}'
        ) AS record
    FROM run_bad_record_lines
)

SELECT
    line_number,
    coalesce(record.source, '') AS source,
    coalesce(record.step, '') AS step,
    -- A line that was cut short is shown as it stands.
    coalesce(record.reason, line) AS reason,
    coalesce(record.attempted, '') AS attempted
FROM documents
