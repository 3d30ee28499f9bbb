-- Grain: one row per run of the pipeline that lies beside the published one.
CREATE TABLE ops_runs (
    run_id VARCHAR PRIMARY KEY,
    is_published BOOLEAN NOT NULL,
    status VARCHAR NOT NULL,
    started_at TIMESTAMP,
    finished_at TIMESTAMP,
    seconds DOUBLE,
    command VARCHAR,
    input VARCHAR,
    runner VARCHAR,
    seed BIGINT,
    users VARCHAR,
    analyzer_version VARCHAR,
    prompt_rows BIGINT,
    user_rows BIGINT,
    generation_rows BIGINT,
    bad_records BIGINT,
    simulated_columns VARCHAR[] NOT NULL
);

COMMENT ON TABLE ops_runs IS 'One row per run of the pipeline that lies beside the published one.';
COMMENT ON COLUMN ops_runs.run_id IS 'Start of the run and four hexadecimal digits.';
COMMENT ON COLUMN ops_runs.is_published IS 'Whether this warehouse holds its rows; true for one run.';
COMMENT ON COLUMN ops_runs.status IS 'succeeded, failed, or unfinished: killed or still running, so that all below is NULL.';
COMMENT ON COLUMN ops_runs.started_at IS 'When the run started, UTC.';
COMMENT ON COLUMN ops_runs.finished_at IS 'When the run ended, UTC.';
COMMENT ON COLUMN ops_runs.seconds IS 'Seconds from start to end.';
COMMENT ON COLUMN ops_runs.command IS 'Options of the run, as given.';
COMMENT ON COLUMN ops_runs.input IS 'What the run read, in words.';
COMMENT ON COLUMN ops_runs.runner IS 'Beam runner that executed it.';
COMMENT ON COLUMN ops_runs.seed IS 'Seed of all simulated values.';
COMMENT ON COLUMN ops_runs.users IS 'simulated, or observed: users and times came with the input.';
COMMENT ON COLUMN ops_runs.analyzer_version IS 'Version of this product that ran.';
COMMENT ON COLUMN ops_runs.prompt_rows IS 'Rows that it wrote for dim_prompts.';
COMMENT ON COLUMN ops_runs.user_rows IS 'Rows that it wrote for dim_users.';
COMMENT ON COLUMN ops_runs.generation_rows IS 'Rows that it wrote for fct_generations.';
COMMENT ON COLUMN ops_runs.bad_records IS 'Records that could not be processed.';
COMMENT ON COLUMN ops_runs.simulated_columns IS 'Columns (table.column) whose values this run made up.';

INSERT INTO ops_runs
SELECT
    run_id,
    is_published,
    status,
    started_at,
    finished_at,
    date_diff('millisecond', started_at, finished_at) / 1000 AS seconds,
    command,
    input,
    runner,
    seed,
    users,
    analyzer_version,
    prompt_rows,
    user_rows,
    generation_rows,
    bad_records,
    simulated_columns
FROM stg_runs
-- A copied run directory repeats its run_id: the published one counts, else the first.
QUALIFY row_number() OVER (PARTITION BY run_id ORDER BY is_published DESC, started_at) = 1
ORDER BY run_id;
