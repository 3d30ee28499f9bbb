package io.genai.sessions.pipeline.read;

import java.util.List;

/**
 * What a part gave.
 *
 * @param entries how many places in the canonical order its JSON takes, refused entries included
 * @param rows its rows, in the JSON's order
 */
record PartContents(long entries, List<Candidate> rows, List<PlacedBadRecord> badRecords) {}
