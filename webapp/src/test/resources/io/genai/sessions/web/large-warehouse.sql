-- A large warehouse out of a small one ("seed"): its rows {copies} times over. Each copy of a prompt has
-- the original's text vector, moved by noise of a length between 0 and 1.6 and made a unit vector again, so
-- that near and far variants of real prompts lie side by side. Image vectors are left out.
ATTACH '{seed}' AS seed (READ_ONLY);
SET preserve_insertion_order = FALSE;
SET disabled_compression_methods = 'alprd';
COPY FROM DATABASE seed TO {catalog} (SCHEMA);
INSERT INTO dim_users
SELECT u.* REPLACE (user_id || '-' || copy AS user_id)
FROM seed.dim_users AS u, range({copies}) AS copies(copy);
INSERT INTO fct_sessions
SELECT s.* REPLACE (user_id || '-' || copy AS user_id, session_id || '-' || copy AS session_id)
FROM seed.fct_sessions AS s, range({copies}) AS copies(copy)
ORDER BY session_start, session_id;
INSERT INTO fct_session_labels
SELECT l.* REPLACE (session_id || '-' || copy AS session_id)
FROM seed.fct_session_labels AS l, range({copies}) AS copies(copy)
ORDER BY session_id;
INSERT INTO fct_generations
SELECT g.* REPLACE (
    user_id || '-' || copy AS user_id,
    session_id || '-' || copy AS session_id,
    generation_id + copy * {rows} AS generation_id,
    prompt_id + copy * {rows} AS prompt_id)
FROM seed.fct_generations AS g, range({copies}) AS copies(copy)
ORDER BY timestamp, generation_id;
INSERT INTO dim_prompts BY NAME
WITH moved AS (
    SELECT
        p.* EXCLUDE (image_embedding, text_embedding) REPLACE (
            prompt_id + copy * {rows} AS prompt_id,
            hash(prompt_id) % 8 AS style_cluster),
        list_transform(
            text_embedding_mini,
            lambda x, place: (x + (0.005 + 0.0003 * (hash(prompt_id, copy) % 1000))
                * (hash(copy * {rows} + prompt_id, place) / 18446744073709551616.0 - 0.5))::FLOAT
        ) AS vector
    FROM seed.dim_prompts AS p, range({copies}) AS copies(copy)
),
scaled AS (
    SELECT *, (1 / sqrt(list_inner_product(vector, vector)))::FLOAT AS scale FROM moved
)
SELECT
    * EXCLUDE (vector, scale) REPLACE (
        list_transform(vector, lambda x: x * scale)::FLOAT[384] AS text_embedding_mini)
FROM scaled;
INSERT INTO ops_runs FROM seed.ops_runs;
INSERT INTO ops_models FROM seed.ops_models;
INSERT INTO ops_warehouse FROM seed.ops_warehouse;
CHECKPOINT;
