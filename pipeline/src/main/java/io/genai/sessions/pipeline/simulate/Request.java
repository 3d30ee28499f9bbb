package io.genai.sessions.pipeline.simulate;

import java.util.Optional;

/**
 * What the simulation needs to know of one row.
 *
 * @param promptId the row's position in the input
 * @param key the row's own name, from which its draws come
 * @param wordCount whitespace-separated words of the prompt
 * @param nsfw whether the prompt has an NSFW keyword
 * @param idea what the prompt begins with: prompts of one idea belong to one simulated user
 * @param userName the input's user; empty: one is simulated
 * @param timestampMillis the input's time, UTC epoch milliseconds; empty: it is simulated
 */
record Request(
    long promptId,
    String key,
    int wordCount,
    boolean nsfw,
    String idea,
    Optional<String> userName,
    Optional<Long> timestampMillis) {}
