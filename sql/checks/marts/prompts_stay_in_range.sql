-- severity: error
-- description: Sizes and steps are positive, complexity is 1..5, NSFW scores are 0..2, alignment is a cosine.
SELECT
    prompt_id,
    width,
    height,
    step,
    complexity_score,
    alignment_score,
    style_cluster,
    image_nsfw,
    prompt_nsfw
FROM dim_prompts
WHERE
    width < 1
    OR height < 1
    OR step < 0
    OR complexity_score NOT BETWEEN 1 AND 5
    -- A cosine of single-precision unit vectors may exceed 1 by rounding.
    OR alignment_score NOT BETWEEN -1.001 AND 1.001
    OR style_cluster < 0
    OR image_nsfw NOT BETWEEN 0 AND 2
    OR prompt_nsfw NOT BETWEEN 0 AND 2
