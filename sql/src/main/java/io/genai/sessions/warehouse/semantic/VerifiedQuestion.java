package io.genai.sessions.warehouse.semantic;

/** A question whose SQL a person has checked. */
public record VerifiedQuestion(String question, String sql, SourceLine source) {}
