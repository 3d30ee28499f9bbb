-- severity: error
-- description: Every row of prompts has a prompt_id and no other row has the same.
SELECT
    prompt_id,
    count(*) AS occurrences
FROM stg_prompts
GROUP BY prompt_id
HAVING count(*) > 1 OR prompt_id IS NULL
