-- Grain: one row per run and role of a model.
CREATE TABLE ops_models (
    run_id VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    model_id VARCHAR,
    embedded BOOLEAN,
    dimensions INTEGER,
    licence VARCHAR,
    rows BIGINT,
    state VARCHAR,
    note VARCHAR
);

COMMENT ON TABLE ops_models IS 'One row per run and role of a model.';
COMMENT ON COLUMN ops_models.run_id IS 'Run that used the model; refers to ops_runs.';
COMMENT ON COLUMN ops_models.role IS 'What the model is for: text-embedder, labeler, clip, text-generator.';
COMMENT ON COLUMN ops_models.model_id IS 'Name of the model in the catalogue.';
COMMENT ON COLUMN ops_models.embedded IS 'Whether the model comes with the product, without a download.';
COMMENT ON COLUMN ops_models.dimensions IS 'Length of its vectors. NULL: it writes none.';
COMMENT ON COLUMN ops_models.licence IS 'Licence of its weights.';
COMMENT ON COLUMN ops_models.rows IS 'Rows that carry its results.';
COMMENT ON COLUMN ops_models.state IS 'used, or why not.';
COMMENT ON COLUMN ops_models.note IS 'Remarks of the run on it.';

INSERT INTO ops_models
WITH models AS (
    SELECT
        run_id,
        unnest(models) AS model
    FROM stg_runs
)

SELECT
    run_id,
    model.role,
    model.model_id,
    model.embedded,
    model.dimensions,
    model.licence,
    model.rows,
    model.state,
    model.note
FROM models
WHERE model.role IS NOT NULL
ORDER BY run_id, model.role, model.model_id;
