-- Grain: one row per generation request.
CREATE TABLE fct_generations (
    generation_id BIGINT PRIMARY KEY,
    user_id VARCHAR NOT NULL,
    prompt_id BIGINT NOT NULL,
    session_id VARCHAR NOT NULL,
    timestamp TIMESTAMP NOT NULL,
    latency_ms INTEGER NOT NULL,
    status VARCHAR NOT NULL,
    cost_credits DECIMAL(12, 4) NOT NULL,
    model_version VARCHAR NOT NULL,
    retry_count INTEGER NOT NULL
);

COMMENT ON TABLE fct_generations IS 'One row per generation request.';
COMMENT ON COLUMN fct_generations.generation_id IS 'Number of the request.';
COMMENT ON COLUMN fct_generations.user_id IS 'Who asked; refers to dim_users. Simulated unless the input has users.';
COMMENT ON COLUMN fct_generations.prompt_id IS 'What was asked; refers to dim_prompts.';
COMMENT ON COLUMN fct_generations.session_id IS 'Session of the request; refers to fct_sessions. Simulated unless the input has users.';
COMMENT ON COLUMN fct_generations.timestamp IS 'When the request came, UTC. Simulated unless the input has users.';
COMMENT ON COLUMN fct_generations.latency_ms IS 'Milliseconds from request to answer; 30,000 where it timed out. Simulated.';
COMMENT ON COLUMN fct_generations.status IS 'How the request ended. Vocabulary: status. Simulated.';
COMMENT ON COLUMN fct_generations.cost_credits IS 'Price of the request in credits. Simulated.';
COMMENT ON COLUMN fct_generations.model_version IS 'Version of the image model that served the request. Simulated.';
COMMENT ON COLUMN fct_generations.retry_count IS 'How often the service tried again. Simulated.';

INSERT INTO fct_generations
WITH silences AS (
    SELECT
        *,
        timestamp - lag(timestamp) OVER (PARTITION BY user_id ORDER BY timestamp, generation_id)
            AS silence
    FROM stg_generations
),

numbered AS (
    SELECT
        *,
        count(*) FILTER (WHERE silence IS NULL OR silence > session_gap())
            OVER (
                PARTITION BY user_id
                ORDER BY timestamp, generation_id
                ROWS UNBOUNDED PRECEDING
            ) AS session_number
    FROM silences
)

SELECT
    generation_id,
    user_id,
    prompt_id,
    -- Padded so that a user's sessions sort in their order; more than 9,999 only grow longer.
    printf('%s-%04d', user_id, session_number) AS session_id,
    timestamp,
    latency_ms,
    status,
    cost_credits,
    model_version,
    retry_count
FROM numbered
ORDER BY timestamp, generation_id;
