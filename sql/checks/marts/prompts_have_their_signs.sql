-- severity: error
-- description: Where there is an index of signs, each prompt is in it once, with the signs and sizes of its vectors (recomputed for every 1,000th prompt).
WITH expected AS (
    SELECT
        prompt_id,
        text_embedding_mini,
        image_embedding
    FROM dim_prompts
    WHERE (SELECT count(*) FROM dim_prompts) > exactly_searched_prompts()
),

found AS (
    SELECT
        prompt_id,
        count(*) AS rows_found
    FROM idx_prompt_signs
    GROUP BY prompt_id
)

SELECT
    prompt_id,
    coalesce(rows_found, 0) AS rows_found
FROM expected
FULL JOIN found USING (prompt_id)
WHERE
    coalesce(rows_found, 0) <> 1
    OR expected.prompt_id IS NULL
UNION ALL
SELECT
    prompt_id,
    1 AS rows_found
FROM expected
INNER JOIN idx_prompt_signs USING (prompt_id)
WHERE
    prompt_id % 1000 = 0
    AND (
        text_1 IS DISTINCT FROM sign_bits(text_embedding_mini, 1)
        OR text_6 IS DISTINCT FROM sign_bits(text_embedding_mini, 321)
        OR image_1 IS DISTINCT FROM sign_bits(image_embedding, 1)
        OR image_8 IS DISTINCT FROM sign_bits(image_embedding, 449)
        OR text_size_1 IS DISTINCT FROM size_bits(text_embedding_mini, 1, 384)
        OR text_size_6 IS DISTINCT FROM size_bits(text_embedding_mini, 321, 384)
        OR image_size_1 IS DISTINCT FROM size_bits(image_embedding, 1, 512)
        OR image_size_8 IS DISTINCT FROM size_bits(image_embedding, 449, 512)
    )
