package io.genai.sessions.web.copilot;

import java.net.URI;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which language model writes SQL: {@code --llm.endpoint} with {@code --llm.model} asks a server,
 * {@code --llm.model} alone a model of the catalogue; neither: none does.
 */
@ConfigurationProperties("llm")
public record LlmSettings(Optional<URI> endpoint, Optional<String> model) {
  /** Says what is missing rather than fail at the first question. */
  public LlmSettings {
    if (endpoint.isPresent() && model.isEmpty()) {
      throw new IllegalArgumentException(
          "--llm.endpoint needs --llm.model=NAME, the name by which the server knows the model");
    }
  }
}
