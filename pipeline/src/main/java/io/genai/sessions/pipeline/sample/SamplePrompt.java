package io.genai.sessions.pipeline.sample;

/** A prompt as its user typed it, and what it asks to be drawn. */
public record SamplePrompt(String text, Scene scene) {}
