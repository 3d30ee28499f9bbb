-- severity: warn
-- description: Every prompt has at least one generation.
SELECT prompt_id
FROM dim_prompts
ANTI JOIN fct_generations USING (prompt_id)
