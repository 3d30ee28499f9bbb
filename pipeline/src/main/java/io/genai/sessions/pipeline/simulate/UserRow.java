package io.genai.sessions.pipeline.simulate;

/**
 * One row of {@code users}.
 *
 * @param signupDay days since 1970-01-01
 */
public record UserRow(
    String userId, String userTier, int signupDay, String region, String deviceType) {}
