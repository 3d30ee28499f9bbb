-- severity: error
-- description: word_count is the number of words of prompt_text.
SELECT
    prompt_id,
    word_count,
    count_words(prompt_text) AS counted,
    left(prompt_text, 80) AS prompt_start
FROM dim_prompts
WHERE word_count <> count_words(prompt_text)
