-- Grain: one row, about this file.
CREATE TABLE ops_warehouse (
    schema_version INTEGER NOT NULL,
    run_id VARCHAR NOT NULL,
    built_at TIMESTAMP NOT NULL
);

COMMENT ON TABLE ops_warehouse IS 'One row, about this file.';
COMMENT ON COLUMN ops_warehouse.schema_version IS 'Shape of the tables; a reader of another version asks for a rebuild.';
COMMENT ON COLUMN ops_warehouse.run_id IS 'Run whose rows this file holds; refers to ops_runs.';
COMMENT ON COLUMN ops_warehouse.built_at IS 'When this file was built, UTC.';

INSERT INTO ops_warehouse
SELECT
    schema_version() AS schema_version,
    run_id,
    make_timestamp(epoch_us(current_timestamp)) AS built_at
FROM stg_runs
WHERE is_published;
