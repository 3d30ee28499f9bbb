SELECT 1
SELECT 1;
FROM dim_users
FROM dim_users SELECT user_id LIMIT 3
SELECT count(*) FROM dim_users -- ; DELETE FROM dim_users
SELECT /* DROP TABLE x; */ count(*) FROM dim_users
SELECT 'drop shadow' AS deleted, 'insert; update' AS "update" FROM dim_users
SELECT * EXCLUDE (region) FROM dim_users
SELECT u.* FROM dim_users u
SELECT COLUMNS('user.*') FROM dim_users
SELECT COLUMNS(lambda c: c LIKE 'user%') FROM dim_users
SELECT count(*) FILTER (WHERE user_tier = 'pro') FROM dim_users
SELECT region, count(*) FROM dim_users GROUP BY ROLLUP (region)
SELECT region, user_tier, count(*) FROM dim_users GROUP BY GROUPING SETS ((region), (user_tier), ())
SELECT region, user_tier, grouping(region), count(*) FROM dim_users GROUP BY CUBE (region, user_tier)
SELECT region FROM dim_users GROUP BY region HAVING count(*) > 3 ORDER BY count(*) DESC NULLS LAST LIMIT 3 OFFSET 1
SELECT DISTINCT ON (region) region, user_id FROM dim_users ORDER BY region, user_id
SELECT * FROM dim_users ORDER BY ALL LIMIT 10%
SELECT user_id FROM fct_generations QUALIFY row_number() OVER (PARTITION BY user_id ORDER BY timestamp) = 1
SELECT sum(latency_ms) OVER w, lag(latency_ms, 1, 0) OVER w FROM fct_generations WINDOW w AS (PARTITION BY user_id ORDER BY timestamp ROWS BETWEEN 3 PRECEDING AND CURRENT ROW)
SELECT avg(latency_ms) OVER (ORDER BY timestamp RANGE BETWEEN INTERVAL 3 DAY PRECEDING AND CURRENT ROW EXCLUDE CURRENT ROW) FROM fct_generations
SELECT first_value(status IGNORE NULLS) OVER (ORDER BY timestamp) FROM fct_generations
WITH a AS (SELECT 1 AS x), b AS (SELECT x + 1 AS y FROM a) SELECT * FROM a, b
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 5) SELECT * FROM t
WITH a AS MATERIALIZED (SELECT 1 AS x) SELECT * FROM a AS first JOIN a AS second USING (x)
SELECT 1 UNION SELECT 2 UNION ALL SELECT 3
SELECT user_id FROM dim_users EXCEPT SELECT user_id FROM fct_generations
SELECT user_id FROM dim_users INTERSECT ALL SELECT user_id FROM fct_generations
SELECT user_id AS x FROM dim_users UNION BY NAME SELECT 1 AS y
(SELECT 1) UNION ALL (SELECT 2) ORDER BY 1
SELECT * FROM (VALUES (1, 'a'), (2, 'b')) AS v(id, name)
VALUES (1), (2)
SELECT * FROM range(5)
SELECT * FROM range(DATE '2022-08-01', DATE '2022-08-05', INTERVAL 1 DAY)
SELECT * FROM generate_series(1, 5) AS s(n)
SELECT unnest([1, 2, 3])
SELECT * FROM unnest([1, 2, 3])
SELECT u.user_id, g.n FROM dim_users u, LATERAL (SELECT count(*) AS n FROM fct_generations WHERE user_id = u.user_id) g
SELECT * FROM dim_users u LEFT JOIN fct_sessions s ON s.user_id = u.user_id AND s.churned_after
SELECT count(*) FROM dim_users SEMI JOIN fct_sessions USING (user_id)
SELECT count(*) FROM dim_users ANTI JOIN fct_sessions USING (user_id)
SELECT count(*) FROM fct_generations g ASOF JOIN fct_sessions s ON g.user_id = s.user_id AND g.timestamp >= s.session_start
SELECT count(*) FROM dim_users CROSS JOIN (SELECT 1)
SELECT count(*) FROM dim_users NATURAL JOIN fct_sessions
SELECT count(*) FROM dim_users POSITIONAL JOIN dim_prompts
SELECT EXISTS (SELECT 1 FROM dim_users), (SELECT max(signup_date) FROM dim_users)
SELECT * FROM dim_users WHERE user_id IN (SELECT user_id FROM fct_sessions) AND region NOT IN ('Europe')
SELECT 1 WHERE 2 > ALL (SELECT 1) AND 2 = ANY (SELECT 2)
SELECT CASE WHEN 1 = 1 THEN 'a' ELSE 'b' END, CASE 1 WHEN 1 THEN 2 END
SELECT coalesce(NULL, 1), nullif(1, 1), ifnull(NULL, 2), if(true, 1, 2), greatest(1, 2), least(1, 2)
SELECT 1 BETWEEN 0 AND 2, NOT true, NULL IS NULL, 1 IS NOT NULL, 1 IS DISTINCT FROM 2, true AND false OR true
SELECT 'a' LIKE 'a%', 'a' ILIKE 'A%' ESCAPE '!', 'a' NOT LIKE 'b', 'a' SIMILAR TO 'a+', 'a' GLOB 'a*', 'a' ~ 'a', 'a' !~ 'b'
SELECT CAST('1' AS INTEGER), TRY_CAST('x' AS INTEGER), '2022-01-01'::DATE, 1::DECIMAL(10, 2), DATE '2022-01-01', TIMESTAMP '2022-01-01 00:00:00'
SELECT INTERVAL 3 DAY, INTERVAL '1' MONTH, date_trunc('week', now()), extract(hour FROM timestamp '2022-01-01 10:00:00'), dayname(current_date)
SELECT current_date, current_timestamp, now(), today()
SELECT strftime(DATE '2022-01-01', '%Y-%m'), date_diff('day', DATE '2022-01-01', DATE '2022-01-05'), date_part('dow', DATE '2022-01-01'), age(DATE '2022-01-01')
SELECT TIMESTAMP '2022-01-01 00:00:00' AT TIME ZONE 'UTC'
SELECT epoch(INTERVAL 1 HOUR), time_bucket(INTERVAL 1 HOUR, TIMESTAMP '2022-01-01 10:20:00'), make_date(2022, 1, 1), last_day(DATE '2022-01-01')
SELECT [1, 2, 3][1], [1, 2, 3][1:2], {'a': 1}.a, {'a': 1}['a'], map {'a': 1}, [x * 2 FOR x IN [1, 2] IF x > 1]
SELECT list_transform([1, 2], lambda x: x + 1), list_filter([1, 2], lambda x: x > 1), list_sum([1, 2]), list_aggregate([1, 2], 'avg'), len([1])
SELECT row(1, 2), struct_pack(a := 1), (1, 2), list_value(1, 2), array_value(1.0, 2.0)
SELECT concat('a', 'b'), 'a' || 'b', upper('a'), substr('abc', 1, 2), replace('a', 'a', 'b'), split_part('a,b', ',', 1), trim(' a '), position('a' IN 'ba'), substring('abc' FROM 2 FOR 1), overlay('abc' PLACING 'x' FROM 1), lpad('1', 3, '0')
SELECT regexp_matches('a', 'a'), regexp_extract('a1', '[0-9]'), regexp_replace('a', 'a', 'b'), regexp_extract_all('a1b2', '[0-9]'), string_split('a b', ' '), printf('%d', 1), format('{}', 1)
SELECT round(1.5), floor(1.5), ceil(1.5), abs(-1), sqrt(4), ln(1), 5 // 2, 5 % 2, 2 ** 3, 2 ^ 3, -1, +1, ~1, 1 & 2, 1 | 2, 1 << 2, xor(1, 2), 5!
SELECT median(latency_ms), quantile_cont(latency_ms, [0.5, 0.9]), approx_quantile(latency_ms, 0.5), mode(status), stddev(latency_ms), var_pop(latency_ms), corr(latency_ms, retry_count), regr_slope(latency_ms, retry_count), entropy(status), histogram(status), arg_max(status, latency_ms), any_value(status), list(status), string_agg(DISTINCT status, ',' ORDER BY status), bool_or(retry_count > 0), approx_count_distinct(user_id) FROM fct_generations
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY latency_ms), percentile_disc(0.5) WITHIN GROUP (ORDER BY latency_ms), mode() WITHIN GROUP (ORDER BY status) FROM fct_generations
SELECT max(latency_ms, 3), max_by(status, latency_ms), count(DISTINCT user_id), sum(DISTINCT latency_ms) FROM fct_generations
SELECT rank() OVER (ORDER BY latency_ms), dense_rank() OVER (ORDER BY latency_ms), ntile(4) OVER (ORDER BY latency_ms), percent_rank() OVER (ORDER BY latency_ms), cume_dist() OVER (ORDER BY latency_ms), nth_value(status, 2) OVER (ORDER BY latency_ms) FROM fct_generations
SELECT array_cosine_similarity([1.0, 2.0]::FLOAT[2], [1.0, 2.0]::FLOAT[2]), list_cosine_similarity([1.0], [2.0])
SELECT * FROM main.dim_users LIMIT 1
SELECT * FROM dim_users TABLESAMPLE 10%
SELECT * FROM dim_users USING SAMPLE 5 ROWS
SELECT * FROM dim_users USING SAMPLE reservoir(5 ROWS) REPEATABLE (42)
SELECT random() >= 0, hash('a') IS NOT NULL, md5('a'), uuid() IS NOT NULL, sha256('a')
SELECT json_extract('{"a": 1}', '$.a'), '{"a": 1}'::JSON ->> 'a', json_object('a', 1), to_json([1])
SELECT #1, user_id FROM dim_users ORDER BY #2
SELECT region COLLATE NOCASE FROM dim_users ORDER BY region COLLATE NOCASE
SELECT e'a\nb', $$dollar; DROP$$, 'it''s', "region" FROM dim_users
SELECT sum(cost_credits) / nullif(count(*) FILTER (WHERE status = 'nothing'), 0) FROM fct_generations
SELECT 1 / 0, 1 % 0
SELECT dim_users FROM dim_users LIMIT 1
SELECT count() FROM dim_users
SELECT typeof(1), 0x1F, 1e3, 1_000, .5
SELECT image_embedding, text_embedding_mini FROM dim_prompts LIMIT 1
SELECT x: 42, y: user_id FROM dim_users
SELECT * RENAME (region AS area) FROM dim_users LIMIT 1
SELECT * LIKE 'user%' FROM dim_users LIMIT 1
SELECT user_id FROM dim_users WHERE region = 'Europe' ORDER BY random() LIMIT 1
SELECT min(u.signup_date), max(COLUMNS(s.*)) FROM dim_users u JOIN fct_sessions s USING (user_id)
SELECT isodow(timestamp), weekday(timestamp), yearweek(timestamp) FROM fct_generations
SELECT generate_subscripts([1, 2], 1), range(3), flatten([[1], [2]]), list_zip([1], [2]), list_sort([2, 1]), list_distinct([1, 1])
