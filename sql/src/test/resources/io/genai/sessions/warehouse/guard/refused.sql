INSERT INTO dim_users SELECT * FROM dim_users
UPDATE dim_users SET region = 'x'
DELETE FROM dim_users
TRUNCATE dim_users
MERGE INTO dim_users USING fct_sessions ON false WHEN NOT MATCHED THEN INSERT DEFAULT VALUES
CREATE TABLE t (x INT)
CREATE TEMP TABLE t AS SELECT 1
CREATE OR REPLACE MACRO m() AS 1
CREATE VIEW v AS SELECT 1
DROP TABLE dim_users
ALTER TABLE dim_users ADD COLUMN x INT
SELECT 1; SELECT 2
SELECT 1; DROP TABLE dim_users
; ; SELECT 1; DELETE FROM dim_users
WITH x AS (INSERT INTO dim_users SELECT * FROM dim_users RETURNING *) SELECT * FROM x
WITH x AS (UPDATE dim_users SET region = 'x' RETURNING *) SELECT * FROM x
SELECT * FROM (WITH x AS (DELETE FROM dim_users RETURNING *) SELECT * FROM x)
SELECT (WITH x AS (DELETE FROM dim_users RETURNING user_id) SELECT max(user_id) FROM x)
COPY dim_users TO 'out.csv'
COPY (SELECT 1) TO 'out.parquet'
COPY dim_users FROM 'in.csv'
EXPORT DATABASE 'x'
IMPORT DATABASE 'x'
ATTACH 'x.duckdb'
DETACH warehouse
USE warehouse
INSTALL httpfs
LOAD httpfs
SET memory_limit = '100GB'
SET VARIABLE x = 1
RESET ALL
PRAGMA database_list
CALL duckdb_settings()
CHECKPOINT
VACUUM
ANALYZE
BEGIN
COMMIT
EXPLAIN SELECT 1
EXPLAIN ANALYZE SELECT 1
PREPARE p AS SELECT 1
EXECUTE p
DEALLOCATE p
SHOW TABLES
DESCRIBE dim_users
SUMMARIZE dim_users
SELECT * FROM (DESCRIBE dim_users)
SELECT * FROM (SUMMARIZE dim_users)
FROM (SHOW ALL TABLES)
CREATE SECRET s (TYPE s3)
SELECT * FROM 'file.csv'
SELECT * FROM 'https://example.org/x.parquet'
SELECT * FROM "/etc/passwd"
SELECT * FROM read_csv('/etc/passwd')
SELECT * FROM read_text('/etc/passwd')
SELECT * FROM read_blob('/etc/passwd')
SELECT * FROM read_json_auto('x')
SELECT * FROM read_parquet('x')
SELECT * FROM parquet_metadata('x')
SELECT * FROM glob('/*')
SELECT * FROM sniff_csv('/etc/passwd')
SELECT * FROM query('DELETE FROM dim_users')
SELECT * FROM query_table('dim_users')
SELECT * FROM duckdb_tables()
SELECT * FROM duckdb_tables
SELECT * FROM duckdb_secrets()
SELECT * FROM duckdb_settings()
SELECT * FROM information_schema.tables
SELECT * FROM pg_catalog.pg_tables
SELECT * FROM pg_tables
SELECT * FROM sqlite_master
SELECT * FROM system.main.duckdb_columns
SELECT * FROM pragma_table_info('dim_users')
SELECT * FROM test_all_types()
SELECT * FROM json_execute_serialized_sql('x')
SELECT * FROM which_secret('s3://x', 's3')
SELECT * FROM enable_logging()
SELECT * FROM checkpoint()
SELECT * FROM summary(dim_users)
SELECT * FROM seq_scan('dim_users')
SELECT current_setting('memory_limit')
SELECT getvariable('x')
SELECT getenv('HOME')
SELECT sleep_ms(100)
SELECT pg_sleep(1)
SELECT nextval('s')
SELECT currval('s')
SELECT setseed(0.1)
SELECT write_log('x')
SELECT json_serialize_sql('SELECT 1')
SELECT json_serialize_plan('SELECT 1')
SELECT json_execute_serialized_sql('x')
SELECT current_database()
SELECT current_user
SELECT current_schema
SELECT session_user()
SELECT version()
SELECT txid_current()
SELECT current_query()
SELECT in_search_path('a', 'b')
SELECT system.main.version()
SELECT main.current_setting('x')
SELECT error('x')
SELECT ?
SELECT $1
SELECT * FROM dim_users WHERE user_id = $name
SELECT * FROM 'x.csv', (WITH "x.csv" AS (SELECT 1) SELECT * FROM "x.csv")
WITH a AS (SELECT * FROM b), b AS (SELECT 1) SELECT * FROM a
SELECT * FROM dim_users AT (VERSION => 1)
SELECT * FROM other.main.dim_users
SELECT * FROM other.dim_users
PIVOT dim_users ON region USING count(*)
SELECT
SELEC 1
SELECT * FROM
nonsense
'
--
/* only a comment */
