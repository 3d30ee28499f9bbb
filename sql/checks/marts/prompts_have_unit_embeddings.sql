-- severity: error
-- description: Embeddings have length 1 (to 0.001).
WITH lengths AS (
    SELECT
        prompt_id,
        sqrt(array_inner_product(image_embedding, image_embedding)) AS image_length,
        sqrt(array_inner_product(text_embedding, text_embedding)) AS text_length,
        sqrt(array_inner_product(text_embedding_mini, text_embedding_mini)) AS mini_length
    FROM dim_prompts
    WHERE coalesce(embedding_model, clip_model) IS NOT NULL
)

SELECT
    prompt_id,
    image_length,
    text_length,
    mini_length
FROM lengths
-- NaN is greater than every number, so it is found too.
WHERE
    abs(image_length - 1) > 0.001
    OR abs(text_length - 1) > 0.001
    OR abs(mini_length - 1) > 0.001
