-- severity: warn
-- description: A prompt with an image has its width, height and thumbnail.
SELECT
    prompt_id,
    image_path,
    thumbnail_path,
    width,
    height
FROM dim_prompts
WHERE
    image_path IS NOT NULL
    AND (thumbnail_path IS NULL OR width IS NULL OR height IS NULL)
