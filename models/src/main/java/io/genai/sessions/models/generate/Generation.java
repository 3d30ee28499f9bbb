package io.genai.sessions.models.generate;

/**
 * What the model made of one prompt.
 *
 * @param text the output without stop strings and special tokens
 * @param finish why it ended
 * @param usage how many tokens it took
 */
public record Generation(String text, FinishReason finish, TokenUsage usage) {}
