-- Grain: one row per combination of what sessions and generations are told apart by.
CREATE TABLE idx_combinations (
    combination_id INTEGER PRIMARY KEY,
    user_tier VARCHAR NOT NULL,
    region VARCHAR NOT NULL,
    device_type VARCHAR NOT NULL,
    model_version VARCHAR,
    subject VARCHAR,
    art_style VARCHAR,
    mood VARCHAR,
    setting VARCHAR,
    lighting VARCHAR,
    complexity_score INTEGER
);

COMMENT ON TABLE idx_combinations IS 'One row per combination of user, model and labels that a session or a generation has, to add figures up by any of them.';
COMMENT ON COLUMN idx_combinations.combination_id IS 'Number of the combination, from 0.';
COMMENT ON COLUMN idx_combinations.user_tier IS 'Plan of the user. Simulated.';
COMMENT ON COLUMN idx_combinations.region IS 'Part of the world. Simulated.';
COMMENT ON COLUMN idx_combinations.device_type IS 'What the user works with. Simulated.';
COMMENT ON COLUMN idx_combinations.model_version IS 'Version of the image model. Simulated.';
COMMENT ON COLUMN idx_combinations.subject IS 'What the image is of. NULL: no label.';
COMMENT ON COLUMN idx_combinations.art_style IS 'Named medium of the image. NULL: no label.';
COMMENT ON COLUMN idx_combinations.mood IS 'Dominant tone. NULL: no label.';
COMMENT ON COLUMN idx_combinations.setting IS 'Where it takes place. NULL: no label.';
COMMENT ON COLUMN idx_combinations.lighting IS 'Lighting that the prompt asks for. NULL: no label.';
COMMENT ON COLUMN idx_combinations.complexity_score IS 'How many distinct visual instructions, 1 to 5. NULL: no label.';

INSERT INTO idx_combinations
WITH combinations AS (
    SELECT
        u.user_tier,
        u.region,
        u.device_type,
        g.model_version,
        p.subject,
        p.art_style,
        p.mood,
        p.setting,
        p.lighting,
        p.complexity_score
    FROM fct_generations AS g
    INNER JOIN dim_users AS u USING (user_id)
    INNER JOIN dim_prompts AS p USING (prompt_id)
    UNION
    SELECT
        u.user_tier,
        u.region,
        u.device_type,
        l.model_version,
        l.subject,
        l.art_style,
        l.mood,
        l.setting,
        l.lighting,
        l.complexity_score
    FROM fct_sessions AS s
    INNER JOIN dim_users AS u USING (user_id)
    INNER JOIN fct_session_labels AS l USING (session_id)
)

SELECT
    row_number() OVER (
        ORDER BY
            user_tier,
            region,
            device_type,
            model_version,
            subject,
            art_style,
            mood,
            setting,
            lighting,
            complexity_score
    ) - 1 AS combination_id,
    user_tier,
    region,
    device_type,
    model_version,
    subject,
    art_style,
    mood,
    setting,
    lighting,
    complexity_score
FROM combinations
ORDER BY combination_id;

-- Their values and the statuses as one type, stored as numbers: DuckDB groups and filters these sooner
-- than texts. In the order of the texts.
CREATE TYPE told_apart_by AS ENUM (
    SELECT DISTINCT value
    FROM (
        SELECT
            unnest(
                [
                    user_tier,
                    region,
                    device_type,
                    model_version,
                    subject,
                    art_style,
                    mood,
                    setting,
                    lighting
                ]
            ) AS value
        FROM idx_combinations
        UNION ALL
        SELECT DISTINCT status AS value
        FROM fct_generations
    ) AS all_values
    WHERE value IS NOT NULL
    ORDER BY value
);
