package io.genai.sessions.pipeline.simulate;

/**
 * A user and who they are.
 *
 * @param signupDay days since 1970-01-01
 */
public record UserRow(
    String userId, String userTier, int signupDay, String region, String deviceType) {}
