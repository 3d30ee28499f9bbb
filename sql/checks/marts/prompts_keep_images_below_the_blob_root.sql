-- severity: error
-- description: Image and thumbnail keys are relative and do not climb.
SELECT
    prompt_id,
    image_path,
    thumbnail_path
FROM dim_prompts
WHERE
    image_path NOT LIKE 'images/generations/_%'
    OR thumbnail_path NOT LIKE 'images/thumbnails/_%'
    OR list_contains(string_split(image_path, '/'), '..')
    OR list_contains(string_split(thumbnail_path, '/'), '..')
