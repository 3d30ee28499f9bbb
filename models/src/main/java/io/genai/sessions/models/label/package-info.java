/**
 * Labels prompts with the closed vocabularies of {@code labels.yaml}: {@link
 * io.genai.sessions.models.label.PromptLabeler} and its two implementations.
 */
package io.genai.sessions.models.label;
