-- severity: error
-- description: Every prompt_id of fct_generations is in dim_prompts.
SELECT
    generation_id,
    prompt_id
FROM fct_generations
ANTI JOIN dim_prompts USING (prompt_id)
