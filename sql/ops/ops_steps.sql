-- Grain: one row per run and step of its pipeline.
CREATE TABLE ops_steps (
    run_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    ordinal INTEGER,
    upstream VARCHAR[] NOT NULL,
    state VARCHAR,
    seconds DOUBLE,
    rows_in BIGINT,
    rows_out BIGINT,
    bad_records BIGINT,
    note VARCHAR
);

COMMENT ON TABLE ops_steps IS 'One row per run and step of its pipeline.';
COMMENT ON COLUMN ops_steps.run_id IS 'Run of the step; refers to ops_runs.';
COMMENT ON COLUMN ops_steps.name IS 'Name of the step.';
COMMENT ON COLUMN ops_steps.ordinal IS 'Place of the step in the run.';
COMMENT ON COLUMN ops_steps.upstream IS 'Names of the steps that it reads from.';
COMMENT ON COLUMN ops_steps.state IS 'succeeded, skipped or failed.';
COMMENT ON COLUMN ops_steps.seconds IS 'Seconds from its first to its last record.';
COMMENT ON COLUMN ops_steps.rows_in IS 'Records that it read.';
COMMENT ON COLUMN ops_steps.rows_out IS 'Records that it wrote.';
COMMENT ON COLUMN ops_steps.bad_records IS 'Records that it could not process.';
COMMENT ON COLUMN ops_steps.note IS 'Why it was skipped, what it took from the cache, and the like.';

INSERT INTO ops_steps
WITH steps AS (
    SELECT
        run_id,
        unnest(steps) AS step
    FROM stg_runs
)

SELECT
    run_id,
    step.name,
    step.ordinal,
    coalesce(step.upstream, []) AS upstream,
    step.state,
    step.seconds,
    step.rows_in,
    step.rows_out,
    step.bad_records,
    step.note
FROM steps
WHERE step.name IS NOT NULL
ORDER BY run_id, step.ordinal;
