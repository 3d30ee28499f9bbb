package io.genai.sessions.web.copilot.llm;

import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.generate.LocalOptions;
import io.genai.sessions.models.generate.LocalTextGenerator;
import io.genai.sessions.models.generate.OpenAiCompatibleGenerator;
import io.genai.sessions.models.generate.ServerOptions;
import io.genai.sessions.models.generate.TextGenerator;
import io.genai.sessions.models.hub.CatalogModel;
import io.genai.sessions.models.hub.DownloadListener;
import io.genai.sessions.models.hub.ModelStore;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Opens the language model that was chosen: on a server, or in this process. */
public final class LanguageModels {
  /** Somebody waits for the answer; one more try, then another generator does. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final int ATTEMPTS = 2;

  private LanguageModels() {}

  /**
   * Connects to an OpenAI-compatible server; nothing is asked yet.
   *
   * @param model the model's name as the server knows it
   * @throws ModelException USER if the address is none
   */
  public static TextGenerator onServer(URI endpoint, String model) {
    ServerOptions defaults = ServerOptions.of(endpoint, model);
    return OpenAiCompatibleGenerator.connect(
        new ServerOptions(
            endpoint, model, defaults.apiKey(), PATIENCE, ATTEMPTS, defaults.firstPause(), 1));
  }

  /**
   * Opens a text generator of the catalogue.
   *
   * @throws ModelException where it is not installed or its files are no text generator
   */
  public static TextGenerator local(String id) {
    ModelStore store = ModelStore.ofEnvironment(DownloadListener.NONE);
    CatalogModel model = store.model(id);
    List<Path> files = store.files(model);
    Path decoder =
        files.stream()
            .filter(file -> file.toString().endsWith(".onnx"))
            .findFirst()
            .orElseThrow(
                () ->
                    new ModelException(
                        ModelException.Code.USER, "model '%s' has no ONNX file".formatted(id)));
    Path directory = store.file(model, "tokenizer.json").toAbsolutePath().getParent();
    return LocalTextGenerator.open(id, directory, decoder, LocalOptions.defaults());
  }
}
