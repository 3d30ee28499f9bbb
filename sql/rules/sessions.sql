-- The longest silence inside a session.
CREATE MACRO session_gap() AS to_minutes(session_gap_minutes()::BIGINT);

-- The silence after a session that makes its user churned.
CREATE MACRO churn_window() AS to_days(churn_window_days()::INTEGER);
