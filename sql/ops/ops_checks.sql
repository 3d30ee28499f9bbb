-- Grain: one row per check that this build ran.
CREATE TABLE ops_checks (
    name VARCHAR PRIMARY KEY,
    stage VARCHAR NOT NULL,
    severity VARCHAR NOT NULL,
    description VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    offending_rows BIGINT NOT NULL,
    sample_rows VARCHAR[] NOT NULL,
    seconds DOUBLE NOT NULL
);

COMMENT ON TABLE ops_checks IS 'One row per check that this build ran. No check of severity error failed: else this file would not have been published.';
COMMENT ON COLUMN ops_checks.name IS 'Name of the check, that of its file below sql/checks.';
COMMENT ON COLUMN ops_checks.stage IS 'staging: checked before the tables were built; marts: after.';
COMMENT ON COLUMN ops_checks.severity IS 'error: a failure keeps the warehouse from being published; warn: it is reported.';
COMMENT ON COLUMN ops_checks.description IS 'What holds when the check passes.';
COMMENT ON COLUMN ops_checks.state IS 'passed or failed.';
COMMENT ON COLUMN ops_checks.offending_rows IS 'Number of rows that break the rule.';
COMMENT ON COLUMN ops_checks.sample_rows IS 'Up to five of them, each a JSON object.';
COMMENT ON COLUMN ops_checks.seconds IS 'Seconds that the check took.';

INSERT INTO ops_checks
SELECT
    name,
    stage,
    severity,
    description,
    state,
    offending_rows,
    sample_rows,
    seconds
FROM check_results
ORDER BY stage DESC, name;
