-- Grain: one row per session: of each label, the one that most of its requests have.
CREATE TABLE fct_session_labels (
    session_id VARCHAR PRIMARY KEY,
    model_version VARCHAR,
    subject VARCHAR,
    art_style VARCHAR,
    mood VARCHAR,
    setting VARCHAR,
    lighting VARCHAR,
    complexity_score INTEGER
);

COMMENT ON TABLE fct_session_labels IS 'One row per session: of each label, the one that most of its requests have, the first in order where two are as frequent.';
COMMENT ON COLUMN fct_session_labels.session_id IS 'Which session; refers to fct_sessions.';
COMMENT ON COLUMN fct_session_labels.model_version IS 'Most frequent model_version of its generations.';
COMMENT ON COLUMN fct_session_labels.subject IS 'Most frequent subject of its prompts. NULL: none has one.';
COMMENT ON COLUMN fct_session_labels.art_style IS 'Most frequent art_style of its prompts. NULL: none has one.';
COMMENT ON COLUMN fct_session_labels.mood IS 'Most frequent mood of its prompts. NULL: none has one.';
COMMENT ON COLUMN fct_session_labels.setting IS 'Most frequent setting of its prompts. NULL: none has one.';
COMMENT ON COLUMN fct_session_labels.lighting IS 'Most frequent lighting of its prompts. NULL: none has one.';
COMMENT ON COLUMN fct_session_labels.complexity_score IS 'Most frequent complexity_score of its prompts. NULL: none has one.';

INSERT INTO fct_session_labels
SELECT
    g.session_id,
    mode(g.model_version ORDER BY g.model_version) AS model_version,
    mode(p.subject ORDER BY p.subject) AS subject,
    mode(p.art_style ORDER BY p.art_style) AS art_style,
    mode(p.mood ORDER BY p.mood) AS mood,
    mode(p.setting ORDER BY p.setting) AS setting,
    mode(p.lighting ORDER BY p.lighting) AS lighting,
    mode(p.complexity_score ORDER BY p.complexity_score) AS complexity_score
FROM fct_generations AS g
INNER JOIN dim_prompts AS p USING (prompt_id)
GROUP BY g.session_id
ORDER BY g.session_id;
