/**
 * Text generation: one interface, {@link io.genai.sessions.models.generate.TextGenerator}, over a
 * local ONNX decoder or an OpenAI-compatible server, with output held to a shape token by token.
 */
package io.genai.sessions.models.generate;
