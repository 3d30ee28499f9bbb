-- severity: error
-- description: CLIP embeddings have 512 numbers, sentence embeddings 384.
SELECT
    prompt_id,
    len(image_embedding) AS image_embedding_length,
    len(text_embedding) AS text_embedding_length,
    len(text_embedding_mini) AS text_embedding_mini_length
FROM run_prompts
WHERE
    len(image_embedding) <> 512
    OR len(text_embedding) <> 512
    OR len(text_embedding_mini) <> 384
