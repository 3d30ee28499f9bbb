-- severity: error
-- description: Labels, CLIP values and embeddings come with the model that wrote them, and labels come together.
SELECT
    prompt_id,
    label_model,
    clip_model,
    embedding_model
FROM dim_prompts
WHERE
    (text_embedding_mini IS NULL) <> (embedding_model IS NULL)
    OR (
        clip_model IS NULL
        AND coalesce(
            image_embedding[1], text_embedding[1], alignment_score, style_cluster
        ) IS NOT NULL
    )
    OR (
        label_model IS NULL
        AND coalesce(
            subject, art_style, mood, setting, lighting,
            complexity_score::VARCHAR, has_nsfw_intent::VARCHAR
        ) IS NOT NULL
    )
    OR (
        label_model IS NOT NULL
        AND (
            subject IS NULL
            OR art_style IS NULL
            OR mood IS NULL
            OR setting IS NULL
            OR lighting IS NULL
            OR complexity_score IS NULL
            OR has_nsfw_intent IS NULL
        )
    )
