package io.genai.sessions.web.copilot;

import java.net.URI;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which language model writes SQL: {@code --llm.endpoint} with {@code --llm.model} asks a server,
 * {@code --llm.model} alone a model of the catalogue; neither: none does.
 *
 * @param endpoint base address of an OpenAI-compatible server, or blank
 * @param model name by which the server or the catalogue knows the model, or blank
 */
@ConfigurationProperties("llm")
public record LlmSettings(@DefaultValue("") String endpoint, @DefaultValue("") String model) {
  /** No language model. */
  public static final LlmSettings NONE = new LlmSettings("", "");

  /** Says what is missing rather than fail at the first question. */
  public LlmSettings {
    if (!endpoint.isBlank() && model.isBlank()) {
      throw new IllegalArgumentException(
          "--llm.endpoint needs --llm.model=NAME, the name by which the server knows the model");
    }
  }

  /** The model's name, if one was chosen. */
  Optional<String> name() {
    return Optional.of(model).filter(name -> !name.isBlank());
  }

  /** The server's address, if there is one. */
  Optional<URI> server() {
    return Optional.of(endpoint).filter(address -> !address.isBlank()).map(URI::create);
  }
}
