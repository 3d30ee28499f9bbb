-- severity: error
-- description: Closed columns of fct_generations (status) hold only values of their vocabulary.
SELECT
    generation_id,
    'status' AS column_name,
    status AS value
FROM fct_generations
WHERE status NOT IN (SELECT value FROM rule_vocabularies WHERE vocabulary = 'status')
