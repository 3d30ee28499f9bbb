package io.genai.sessions.pipeline.simulate;

import java.math.BigDecimal;

/**
 * One generation request and how it went.
 *
 * @param timestampMillis UTC epoch milliseconds
 * @param latencyMs milliseconds
 * @param costCredits credits, four decimals
 */
public record GenerationRow(
    long generationId,
    String userId,
    long promptId,
    long timestampMillis,
    int latencyMs,
    String status,
    BigDecimal costCredits,
    String modelVersion,
    int retryCount) {}
