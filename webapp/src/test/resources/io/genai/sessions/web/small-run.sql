-- What a run of the pipeline might have written, made up without chance: {rows} generations.
-- Friction is worse on the free tier and for dark anime on mobile, so that there is something to find.
CREATE MACRO pick(salted, choices) AS choices[1 + (hash(salted) % len(choices))::INTEGER];

CREATE TABLE users AS
SELECT
    'u' || printf('%08x', i) AS user_id,
    CASE WHEN hash(i * 13) % 100 < 70 THEN 'free' WHEN hash(i * 13) % 100 < 95 THEN 'pro'
        ELSE 'enterprise' END AS user_tier,
    DATE '2022-06-01' + (hash(i * 17) % 60)::INTEGER AS signup_date,
    pick(i * 7, ['North America', 'Europe', 'Asia Pacific', 'Latin America', 'Middle East & Africa'])
        AS region,
    pick(i * 11, ['desktop', 'mobile', 'tablet', 'api']) AS device_type
FROM range(greatest(10, {rows} // 12)) AS t(i);

CREATE TABLE prompts AS
WITH drawn AS (
    SELECT
        i,
        i // 3 AS idea,
        hash(i * 19) % 14 AS details,
        pick(i // 3 * 5, [
            {'words': 'an astronaut riding a horse', 'subject': 'scene', 'setting': 'space'},
            {'words': 'portrait of an old fisherman', 'subject': 'person', 'setting': 'studio'},
            {'words': 'a castle above the clouds', 'subject': 'architecture', 'setting': 'castle'},
            {'words': 'a red fox in the snow', 'subject': 'animal', 'setting': 'forest'},
            {'words': 'cyberpunk street at night', 'subject': 'scene', 'setting': 'city'},
            {'words': 'a dragon over the mountains', 'subject': 'creature', 'setting': 'mountains'},
            {'words': 'a sunken ship on the sea floor', 'subject': 'vehicle', 'setting': 'underwater'},
            {'words': 'a bowl of ramen', 'subject': 'food', 'setting': 'interior'}]) AS what,
        pick(i // 3 * 7, ['photorealistic', 'anime', 'oil painting', 'watercolor', 'digital painting',
            'concept art', '3d render', 'pixel art', 'sketch', 'comic']) AS art_style,
        pick(i // 3 * 11, ['dark', 'cheerful', 'mysterious', 'epic', 'serene', 'melancholic'])
            AS mood,
        pick(i // 3 * 23, ['cinematic', 'natural', 'dramatic', 'neon', 'golden hour', 'soft'])
            AS lighting
    FROM range({rows}) AS t(i)
)
SELECT
    i AS prompt_id,
    'image_' || printf('%06d', i) || '.png' AS image_name,
    what.words || ', ' || art_style || ', ' || mood || ' mood, ' || lighting || ' light'
        || array_to_string(list_slice(['highly detailed', 'sharp focus', '8k', 'trending on artstation',
            'intricate', 'elegant', 'award winning', 'volumetric fog', 'by a master', 'wide angle',
            'muted colours', 'film grain', 'centred composition'], 1, details::INTEGER)
            .list_transform(lambda word: ', ' || word), '') AS prompt_text,
    CASE WHEN i % 20 = 19 THEN NULL ELSE 'images/generations/image_' || printf('%06d', i) || '.png' END
        AS image_path,
    CASE WHEN i % 20 = 19 THEN NULL ELSE 'images/thumbnails/image_' || printf('%06d', i) || '.jpg' END
        AS thumbnail_path,
    CASE WHEN i % 20 = 19 THEN NULL ELSE 512 END::INTEGER AS width,
    CASE WHEN i % 20 = 19 THEN NULL ELSE 512 END::INTEGER AS height,
    (hash(i * 29) % 4000000000)::BIGINT AS seed,
    pick(i * 31, [20, 30, 50])::INTEGER AS step,
    pick(i * 37, [7.0, 7.5, 12.0])::DOUBLE AS cfg,
    pick(i * 41, ['ddim', 'plms', 'k_euler', 'k_euler_ancestral', 'k_lms']) AS sampler,
    CASE WHEN i % 50 = 7 THEN 2.0 ELSE (hash(i * 43) % 100) / 400.0 END::DOUBLE AS image_nsfw,
    ((hash(i * 47) % 100) / 400.0)::DOUBLE AS prompt_nsfw,
    what.subject AS subject,
    art_style,
    mood,
    what.setting AS setting,
    lighting,
    (1 + least(4, details // 3))::INTEGER AS complexity_score,
    i % 25 = 3 AS has_nsfw_intent,
    'lexicon-1' AS label_model,
    (hash(i // 3 * 7) % 6)::INTEGER AS style_cluster,
    0.18 + (hash(i * 53) % 1000) / 5000.0 AS alignment_score
FROM drawn;
ALTER TABLE prompts ADD COLUMN word_count INTEGER;
UPDATE prompts SET word_count = len(regexp_split_to_array(trim(prompt_text), '\s+'));

-- Users take turns of three prompts a session; every fifth session comes ten days after the one before.
CREATE TABLE generations AS
WITH visits AS (
    SELECT
        p.prompt_id,
        p.prompt_id // 3 AS visit,
        u.*
    FROM prompts AS p
    JOIN users AS u
        ON u.user_id = 'u' || printf('%08x', (hash(p.prompt_id // 3 * 83) % greatest(10, {rows} // 12))::BIGINT)
),
drawn AS (
    SELECT
        v.*,
        p.word_count,
        p.complexity_score,
        hash(v.prompt_id * 109) % 100 AS luck,
        CASE WHEN user_tier = 'free' THEN 24 ELSE 3 END
            + CASE WHEN p.art_style = 'anime' AND device_type = 'mobile' THEN 40 ELSE 0 END
            + CASE WHEN p.complexity_score >= 4 THEN 8 ELSE 0 END AS odds
    FROM visits AS v
    JOIN prompts AS p USING (prompt_id)
)
SELECT
    prompt_id AS generation_id,
    user_id,
    prompt_id,
    (TIMESTAMP '2022-08-01 06:00:00'
        + to_hours((visit * 24 * 42 // greatest(1, {rows} // 3))::INTEGER)
        + to_minutes((hash(visit * 3) % 50)::INTEGER)
        + to_seconds((prompt_id % 3 * 70)::INTEGER)) AT TIME ZONE 'UTC' AS timestamp,
    CASE WHEN luck < odds AND luck % 4 = 0 THEN 30000
        ELSE 200 + word_count * 50 + (hash(prompt_id * 97) % 1500)::INTEGER END::INTEGER AS latency_ms,
    CASE WHEN luck >= odds THEN 'success' WHEN luck % 4 = 0 THEN 'timeout'
        WHEN luck % 4 = 1 THEN 'rate_limited' WHEN luck % 4 = 2 THEN 'model_error'
        ELSE 'safety_violation' END AS status,
    (0.01 * word_count + 0.1)::DECIMAL(12, 4) AS cost_credits,
    CASE WHEN visit * 3 < {rows} // 3 THEN 'sd-v1.4' WHEN visit * 3 < 2 * {rows} // 3 THEN 'sd-v1.5'
        ELSE 'sdxl-0.9' END AS model_version,
    CASE WHEN luck < odds THEN (luck % 3)::INTEGER ELSE 0 END AS retry_count
FROM drawn;
