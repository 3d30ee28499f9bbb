package io.genai.sessions.pipeline.enrich;

import io.genai.sessions.models.label.PromptLabels;

/**
 * A prompt's labels and the model that made them.
 *
 * @param model the model's id
 */
public record Labelling(String model, PromptLabels labels) {}
