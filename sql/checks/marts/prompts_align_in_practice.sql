-- severity: warn
-- description: alignment_score is 0..1.
SELECT
    prompt_id,
    alignment_score,
    clip_model
FROM dim_prompts
WHERE alignment_score NOT BETWEEN 0 AND 1
