-- Grain: one row per record that the published run could not process.
CREATE TABLE ops_bad_records (
    line_number BIGINT PRIMARY KEY,
    source VARCHAR NOT NULL,
    step VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    attempted VARCHAR NOT NULL
);

COMMENT ON TABLE ops_bad_records IS 'One row per record that the published run could not process.';
COMMENT ON COLUMN ops_bad_records.line_number IS 'Its line in bad_records.jsonl.';
COMMENT ON COLUMN ops_bad_records.source IS 'Where the record lies, e.g. part-000001.zip!/x.png.';
COMMENT ON COLUMN ops_bad_records.step IS 'Step that could not process it.';
COMMENT ON COLUMN ops_bad_records.reason IS 'Why.';
COMMENT ON COLUMN ops_bad_records.attempted IS 'What was attempted.';

INSERT INTO ops_bad_records
SELECT
    line_number,
    source,
    step,
    reason,
    attempted
FROM stg_bad_records
ORDER BY line_number;
