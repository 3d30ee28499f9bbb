-- Grain: one row per distinct generated image (a DiffusionDB row). The text of a prompt may recur.
CREATE TABLE dim_prompts (
    prompt_id BIGINT PRIMARY KEY,
    prompt_text VARCHAR NOT NULL,
    word_count INTEGER NOT NULL,
    image_path VARCHAR,
    width INTEGER,
    height INTEGER,
    seed BIGINT,
    step INTEGER,
    cfg DOUBLE,
    sampler VARCHAR,
    subject VARCHAR,
    art_style VARCHAR,
    mood VARCHAR,
    setting VARCHAR,
    lighting VARCHAR,
    complexity_score INTEGER,
    has_nsfw_intent BOOLEAN,
    label_model VARCHAR,
    image_embedding FLOAT[512],
    text_embedding FLOAT[512],
    alignment_score DOUBLE,
    style_cluster INTEGER,
    clip_model VARCHAR,
    text_embedding_mini FLOAT[384],
    embedding_model VARCHAR,
    image_name VARCHAR,
    thumbnail_path VARCHAR,
    image_nsfw DOUBLE,
    prompt_nsfw DOUBLE
);

COMMENT ON TABLE dim_prompts IS 'One row per distinct generated image (a DiffusionDB row). The text of a prompt may recur.';
COMMENT ON COLUMN dim_prompts.prompt_id IS 'Number of the row in the input.';
COMMENT ON COLUMN dim_prompts.prompt_text IS 'What the user asked for, as typed.';
COMMENT ON COLUMN dim_prompts.word_count IS 'Words of prompt_text, separated by white space.';
COMMENT ON COLUMN dim_prompts.image_path IS 'Key of the image below the blob root, e.g. images/generations/gen_00001.png. NULL: no image.';
COMMENT ON COLUMN dim_prompts.width IS 'Width of the image in pixels.';
COMMENT ON COLUMN dim_prompts.height IS 'Height of the image in pixels.';
COMMENT ON COLUMN dim_prompts.seed IS 'Random seed of the generation.';
COMMENT ON COLUMN dim_prompts.step IS 'Number of diffusion steps.';
COMMENT ON COLUMN dim_prompts.cfg IS 'Classifier-free guidance scale.';
COMMENT ON COLUMN dim_prompts.sampler IS 'Sampling method of the diffusion. Vocabulary: sampler.';
COMMENT ON COLUMN dim_prompts.subject IS 'What the image is of. Vocabulary: subject. By label_model.';
COMMENT ON COLUMN dim_prompts.art_style IS 'Named medium of the image. Vocabulary: art_style. By label_model.';
COMMENT ON COLUMN dim_prompts.mood IS 'Dominant tone. Vocabulary: mood. By label_model.';
COMMENT ON COLUMN dim_prompts.setting IS 'Where it takes place. Vocabulary: setting. By label_model.';
COMMENT ON COLUMN dim_prompts.lighting IS 'Lighting that the prompt asks for. Vocabulary: lighting. By label_model.';
COMMENT ON COLUMN dim_prompts.complexity_score IS 'How many distinct visual instructions, 1 (a bare subject) to 5 (a long list of specifiers). By label_model.';
COMMENT ON COLUMN dim_prompts.has_nsfw_intent IS 'Whether the prompt asks for nudity, sexual content or graphic gore. By label_model.';
COMMENT ON COLUMN dim_prompts.label_model IS 'Model that wrote the labels. NULL: not labelled.';
COMMENT ON COLUMN dim_prompts.image_embedding IS 'CLIP embedding of the image, unit length. By clip_model.';
COMMENT ON COLUMN dim_prompts.text_embedding IS 'CLIP embedding of the text, unit length. By clip_model.';
COMMENT ON COLUMN dim_prompts.alignment_score IS 'Cosine of image_embedding and text_embedding, 0..1 in practice: how well the image shows what was asked for. By clip_model.';
COMMENT ON COLUMN dim_prompts.style_cluster IS 'k-means cluster of image_embedding, 0 to k - 1. By clip_model.';
COMMENT ON COLUMN dim_prompts.clip_model IS 'Model that wrote the CLIP embeddings. NULL: none.';
COMMENT ON COLUMN dim_prompts.text_embedding_mini IS 'Sentence embedding of the text for search by meaning, unit length. By embedding_model.';
COMMENT ON COLUMN dim_prompts.embedding_model IS 'Model that wrote text_embedding_mini. NULL: none.';
COMMENT ON COLUMN dim_prompts.image_name IS 'Name of the image in the dataset.';
COMMENT ON COLUMN dim_prompts.thumbnail_path IS 'Key of the 256-pixel thumbnail below the blob root. NULL: no image.';
COMMENT ON COLUMN dim_prompts.image_nsfw IS 'The dataset''s NSFW score of the image, 0..1; 2: the dataset''s authors blurred it.';
COMMENT ON COLUMN dim_prompts.prompt_nsfw IS 'The dataset''s NSFW score of the text, 0..1.';

INSERT INTO dim_prompts BY NAME
-- By name: vectors that no row of the run has are left out of both lists, see AbsentVectors.
SELECT
    prompt_id,
    prompt_text,
    word_count,
    image_path,
    width,
    height,
    seed,
    step,
    cfg,
    sampler,
    subject,
    art_style,
    mood,
    setting,
    lighting,
    complexity_score,
    has_nsfw_intent,
    label_model,
    image_embedding,
    text_embedding,
    alignment_score,
    style_cluster,
    clip_model,
    text_embedding_mini,
    embedding_model,
    image_name,
    thumbnail_path,
    image_nsfw,
    prompt_nsfw
FROM stg_prompts;
