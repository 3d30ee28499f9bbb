-- Grain: one row per table or staging model of this warehouse.
CREATE TABLE ops_tables (
    name VARCHAR PRIMARY KEY,
    layer VARCHAR NOT NULL,
    grain VARCHAR NOT NULL,
    upstream VARCHAR[] NOT NULL,
    row_count BIGINT NOT NULL,
    seconds DOUBLE NOT NULL
);

COMMENT ON TABLE ops_tables IS 'One row per table or staging model of this warehouse.';
COMMENT ON COLUMN ops_tables.name IS 'Name of the table or model, that of its file below sql/.';
COMMENT ON COLUMN ops_tables.layer IS 'staging: typed rows of the run, not kept; marts: what the app reads.';
COMMENT ON COLUMN ops_tables.grain IS 'What one row is.';
COMMENT ON COLUMN ops_tables.upstream IS 'Tables that it is made from; run_users, run_prompts and run_generations are the run''s Parquet files.';
COMMENT ON COLUMN ops_tables.row_count IS 'Number of its rows.';
COMMENT ON COLUMN ops_tables.seconds IS 'Seconds that it took to build.';

INSERT INTO ops_tables
SELECT
    name,
    layer,
    grain,
    upstream,
    row_count,
    seconds
FROM model_results
ORDER BY layer DESC, name;
