-- severity: error
-- description: Every row of generations has a generation_id and no other row has the same.
SELECT
    generation_id,
    count(*) AS occurrences
FROM stg_generations
GROUP BY generation_id
HAVING count(*) > 1 OR generation_id IS NULL
