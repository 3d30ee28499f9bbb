-- severity: error
-- description: No row of prompts lacks a value that every row must have.
SELECT
    prompt_id,
    image_name,
    prompt_text,
    word_count
FROM stg_prompts
WHERE
    image_name IS NULL
    OR prompt_text IS NULL
    OR word_count IS NULL
