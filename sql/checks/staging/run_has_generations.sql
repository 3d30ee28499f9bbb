-- severity: error
-- description: The run holds at least one generation.
SELECT count(*) AS generations
FROM stg_generations
HAVING count(*) = 0
