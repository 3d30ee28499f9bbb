-- severity: warn
-- description: Nine images in ten or more have an alignment_score above 0.
SELECT
    prompt_id,
    alignment_score,
    clip_model
FROM dim_prompts
WHERE
    alignment_score <= 0
    AND (SELECT avg((alignment_score <= 0)::INTEGER) FROM dim_prompts) > 0.1
