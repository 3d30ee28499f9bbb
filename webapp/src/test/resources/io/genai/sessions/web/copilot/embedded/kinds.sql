CREATE TABLE dim_users AS SELECT *, date_trunc('week', signup_date)::DATE AS cohort_week FROM (VALUES
  ('ann', 'free', 'Europe', 'desktop', DATE '2022-07-01'),
  ('bob', 'pro', 'Asia Pacific', 'mobile', DATE '2022-07-15'),
  ('cat', 'enterprise', 'Europe', 'api', DATE '2022-08-01'),
  ('dan', 'free', 'Europe', 'tablet', DATE '2022-08-01')
) AS rows(user_id, user_tier, region, device_type, signup_date);

CREATE TABLE dim_prompts AS SELECT *, 512 AS width, 512 AS height, 7.0 AS cfg, 50 AS step, 1 AS seed, NULL::VARCHAR AS image_path,
  'neutral' AS mood, 'city' AS setting, 'natural' AS lighting FROM (VALUES
  (1, 'a red robot', 'object', 'anime', 2, FALSE, 'ddim', 3, 0.20),
  (2, 'a castle at dawn', 'architecture', 'anime', 4, FALSE, 'plms', 4, 0.30),
  (3, 'portrait of a queen', 'person', 'sketch', 4, TRUE, 'ddim', 4, 0.25),
  (4, 'portrait of a king', 'person', 'sketch', 5, FALSE, 'plms', 4, 0.10),
  (5, 'a dragon over the sea', 'creature', 'comic', 1, FALSE, 'ddim', 5, 0.40),
  (6, 'a dragon asleep', 'creature', 'comic', 1, FALSE, 'ddim', 3, 0.20)
) AS rows(prompt_id, prompt_text, subject, art_style, complexity_score, has_nsfw_intent, sampler, word_count, alignment_score);

CREATE TABLE fct_generations AS SELECT * FROM (VALUES
  (1, 'ann', 's1', 1, TIMESTAMP '2022-08-01 09:00', 'sd-1.4', 'timeout', 9000, 2.0, 1),
  (2, 'ann', 's1', 2, TIMESTAMP '2022-08-01 09:05', 'sd-1.4', 'timeout', 8000, 2.0, 0),
  (3, 'ann', 's1', 1, TIMESTAMP '2022-08-01 09:10', 'sd-1.5', 'success', 1000, 1.0, 0),
  (4, 'ann', 's2', 3, TIMESTAMP '2022-08-03 10:00', 'sd-1.5', 'success', 2000, 1.0, 0),
  (5, 'bob', 's3', 2, TIMESTAMP '2022-08-01 12:00', 'sd-1.5', 'success', 1500, 3.0, 0),
  (6, 'bob', 's3', 4, TIMESTAMP '2022-08-01 12:01', 'sd-2.0', 'model_error', 500, 3.0, 1),
  (7, 'bob', 's4', 4, TIMESTAMP '2022-08-20 22:00', 'sd-2.0', 'success', 2500, 4.0, 0),
  (8, 'cat', 's5', 5, TIMESTAMP '2022-08-06 08:00', 'sd-2.0', 'success', 3000, 5.0, 0),
  (9, 'cat', 's5', 6, TIMESTAMP '2022-08-06 08:10', 'sd-2.0', 'success', 3500, 5.0, 0)
) AS rows(generation_id, user_id, session_id, prompt_id, timestamp, model_version, status, latency_ms, cost_credits, retry_count);

CREATE TABLE fct_sessions AS
SELECT session_id, user_id, min(timestamp) AS session_start, max(timestamp) AS session_end,
  count(*) AS total_generations, avg((status = 'success')::INT) AS success_rate,
  avg(latency_ms) AS avg_latency_ms, sum(cost_credits) AS total_cost_credits,
  3 * avg((status <> 'success')::INT) AS friction_score, session_id IN ('s3', 's4') AS churned_after
FROM fct_generations GROUP BY session_id, user_id;
