-- Grain: one row per prompt, where there are too many to compare a search with each of their vectors.
CREATE TABLE idx_prompt_signs (
    prompt_id BIGINT NOT NULL,
    text_1 UBIGINT,
    text_2 UBIGINT,
    text_3 UBIGINT,
    text_4 UBIGINT,
    text_5 UBIGINT,
    text_6 UBIGINT,
    image_1 UBIGINT,
    image_2 UBIGINT,
    image_3 UBIGINT,
    image_4 UBIGINT,
    image_5 UBIGINT,
    image_6 UBIGINT,
    image_7 UBIGINT,
    image_8 UBIGINT,
    text_size_1 UBIGINT,
    text_size_2 UBIGINT,
    text_size_3 UBIGINT,
    text_size_4 UBIGINT,
    text_size_5 UBIGINT,
    text_size_6 UBIGINT,
    image_size_1 UBIGINT,
    image_size_2 UBIGINT,
    image_size_3 UBIGINT,
    image_size_4 UBIGINT,
    image_size_5 UBIGINT,
    image_size_6 UBIGINT,
    image_size_7 UBIGINT,
    image_size_8 UBIGINT
);

COMMENT ON TABLE idx_prompt_signs IS 'One row per prompt: signs and sizes of its vectors'' values, to find the nearest without reading all. Empty up to exactly_searched_prompts prompts.';
COMMENT ON COLUMN idx_prompt_signs.prompt_id IS 'Whose; refers to dim_prompts.';
COMMENT ON COLUMN idx_prompt_signs.text_1 IS 'Signs of values 1 to 64 of text_embedding_mini. NULL: no vector.';
COMMENT ON COLUMN idx_prompt_signs.text_2 IS 'Signs of values 65 to 128 of text_embedding_mini. NULL: no vector.';
COMMENT ON COLUMN idx_prompt_signs.text_3 IS 'Signs of values 129 to 192 of text_embedding_mini. NULL: no vector.';
COMMENT ON COLUMN idx_prompt_signs.text_4 IS 'Signs of values 193 to 256 of text_embedding_mini. NULL: no vector.';
COMMENT ON COLUMN idx_prompt_signs.text_5 IS 'Signs of values 257 to 320 of text_embedding_mini. NULL: no vector.';
COMMENT ON COLUMN idx_prompt_signs.text_6 IS 'Signs of values 321 to 384 of text_embedding_mini. NULL: no vector.';
COMMENT ON COLUMN idx_prompt_signs.image_1 IS 'Signs of values 1 to 64 of image_embedding. NULL: no vector.';
COMMENT ON COLUMN idx_prompt_signs.image_2 IS 'Signs of values 65 to 128 of image_embedding. NULL: no vector.';
COMMENT ON COLUMN idx_prompt_signs.image_3 IS 'Signs of values 129 to 192 of image_embedding. NULL: no vector.';
COMMENT ON COLUMN idx_prompt_signs.image_4 IS 'Signs of values 193 to 256 of image_embedding. NULL: no vector.';
COMMENT ON COLUMN idx_prompt_signs.image_5 IS 'Signs of values 257 to 320 of image_embedding. NULL: no vector.';
COMMENT ON COLUMN idx_prompt_signs.image_6 IS 'Signs of values 321 to 384 of image_embedding. NULL: no vector.';
COMMENT ON COLUMN idx_prompt_signs.image_7 IS 'Signs of values 385 to 448 of image_embedding. NULL: no vector.';
COMMENT ON COLUMN idx_prompt_signs.image_8 IS 'Signs of values 449 to 512 of image_embedding. NULL: no vector.';
COMMENT ON COLUMN idx_prompt_signs.text_size_1 IS 'Which of values 1 to 64 of text_embedding_mini are large. NULL: no vector.';
COMMENT ON COLUMN idx_prompt_signs.text_size_2 IS 'Which of values 65 to 128 of text_embedding_mini are large. NULL: no vector.';
COMMENT ON COLUMN idx_prompt_signs.text_size_3 IS 'Which of values 129 to 192 of text_embedding_mini are large. NULL: no vector.';
COMMENT ON COLUMN idx_prompt_signs.text_size_4 IS 'Which of values 193 to 256 of text_embedding_mini are large. NULL: no vector.';
COMMENT ON COLUMN idx_prompt_signs.text_size_5 IS 'Which of values 257 to 320 of text_embedding_mini are large. NULL: no vector.';
COMMENT ON COLUMN idx_prompt_signs.text_size_6 IS 'Which of values 321 to 384 of text_embedding_mini are large. NULL: no vector.';
COMMENT ON COLUMN idx_prompt_signs.image_size_1 IS 'Which of values 1 to 64 of image_embedding are large. NULL: no vector.';
COMMENT ON COLUMN idx_prompt_signs.image_size_2 IS 'Which of values 65 to 128 of image_embedding are large. NULL: no vector.';
COMMENT ON COLUMN idx_prompt_signs.image_size_3 IS 'Which of values 129 to 192 of image_embedding are large. NULL: no vector.';
COMMENT ON COLUMN idx_prompt_signs.image_size_4 IS 'Which of values 193 to 256 of image_embedding are large. NULL: no vector.';
COMMENT ON COLUMN idx_prompt_signs.image_size_5 IS 'Which of values 257 to 320 of image_embedding are large. NULL: no vector.';
COMMENT ON COLUMN idx_prompt_signs.image_size_6 IS 'Which of values 321 to 384 of image_embedding are large. NULL: no vector.';
COMMENT ON COLUMN idx_prompt_signs.image_size_7 IS 'Which of values 385 to 448 of image_embedding are large. NULL: no vector.';
COMMENT ON COLUMN idx_prompt_signs.image_size_8 IS 'Which of values 449 to 512 of image_embedding are large. NULL: no vector.';

INSERT INTO idx_prompt_signs
SELECT
    prompt_id,
    sign_bits(text_embedding_mini, 1) AS text_1,
    sign_bits(text_embedding_mini, 65) AS text_2,
    sign_bits(text_embedding_mini, 129) AS text_3,
    sign_bits(text_embedding_mini, 193) AS text_4,
    sign_bits(text_embedding_mini, 257) AS text_5,
    sign_bits(text_embedding_mini, 321) AS text_6,
    sign_bits(image_embedding, 1) AS image_1,
    sign_bits(image_embedding, 65) AS image_2,
    sign_bits(image_embedding, 129) AS image_3,
    sign_bits(image_embedding, 193) AS image_4,
    sign_bits(image_embedding, 257) AS image_5,
    sign_bits(image_embedding, 321) AS image_6,
    sign_bits(image_embedding, 385) AS image_7,
    sign_bits(image_embedding, 449) AS image_8,
    size_bits(text_embedding_mini, 1, 384) AS text_size_1,
    size_bits(text_embedding_mini, 65, 384) AS text_size_2,
    size_bits(text_embedding_mini, 129, 384) AS text_size_3,
    size_bits(text_embedding_mini, 193, 384) AS text_size_4,
    size_bits(text_embedding_mini, 257, 384) AS text_size_5,
    size_bits(text_embedding_mini, 321, 384) AS text_size_6,
    size_bits(image_embedding, 1, 512) AS image_size_1,
    size_bits(image_embedding, 65, 512) AS image_size_2,
    size_bits(image_embedding, 129, 512) AS image_size_3,
    size_bits(image_embedding, 193, 512) AS image_size_4,
    size_bits(image_embedding, 257, 512) AS image_size_5,
    size_bits(image_embedding, 321, 512) AS image_size_6,
    size_bits(image_embedding, 385, 512) AS image_size_7,
    size_bits(image_embedding, 449, 512) AS image_size_8
FROM dim_prompts
WHERE (SELECT count(*) FROM dim_prompts) > exactly_searched_prompts();
