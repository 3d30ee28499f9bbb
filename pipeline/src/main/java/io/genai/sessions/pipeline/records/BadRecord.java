package io.genai.sessions.pipeline.records;

/**
 * Something in the input that could not be processed. It never stops the run by itself; it is
 * written to the run's {@code bad_records.jsonl}.
 *
 * @param source where it stands, such as {@code part-000001.zip!/9f….png}
 * @param step the step that met it
 * @param reason what is wrong with it
 * @param attempted what was tried, and what became of the row
 */
public record BadRecord(String source, String step, String reason, String attempted) {}
