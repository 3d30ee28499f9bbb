-- severity: error
-- description: Closed columns of dim_prompts (sampler, subject, art_style, mood, setting, lighting) hold only values of their vocabulary.
SELECT
    prompt_id,
    'sampler' AS column_name,
    sampler AS value
FROM dim_prompts
WHERE sampler NOT IN (SELECT value FROM rule_vocabularies WHERE vocabulary = 'sampler')
UNION ALL
SELECT
    prompt_id,
    'subject' AS column_name,
    subject AS value
FROM dim_prompts
WHERE subject NOT IN (SELECT value FROM rule_vocabularies WHERE vocabulary = 'subject')
UNION ALL
SELECT
    prompt_id,
    'art_style' AS column_name,
    art_style AS value
FROM dim_prompts
WHERE art_style NOT IN (SELECT value FROM rule_vocabularies WHERE vocabulary = 'art_style')
UNION ALL
SELECT
    prompt_id,
    'mood' AS column_name,
    mood AS value
FROM dim_prompts
WHERE mood NOT IN (SELECT value FROM rule_vocabularies WHERE vocabulary = 'mood')
UNION ALL
SELECT
    prompt_id,
    'setting' AS column_name,
    setting AS value
FROM dim_prompts
WHERE setting NOT IN (SELECT value FROM rule_vocabularies WHERE vocabulary = 'setting')
UNION ALL
SELECT
    prompt_id,
    'lighting' AS column_name,
    lighting AS value
FROM dim_prompts
WHERE lighting NOT IN (SELECT value FROM rule_vocabularies WHERE vocabulary = 'lighting')
