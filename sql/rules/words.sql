-- Words of a text: runs of characters between ASCII white space (space, tab, line feed, vertical
-- tab, form feed, carriage return). WarehouseRules.wordCount is its twin in Java.
CREATE MACRO count_words(text) AS
    len(regexp_extract_all(text, '[^ \t\n\x0B\f\r]+'))::INTEGER;
