package io.genai.sessions.pipeline;

import io.genai.sessions.models.InferenceThreads;
import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.clip.ClipFiles;
import io.genai.sessions.models.clip.ClipModel;
import io.genai.sessions.models.generate.OpenAiCompatibleGenerator;
import io.genai.sessions.models.generate.ServerOptions;
import io.genai.sessions.models.hub.DownloadListener;
import io.genai.sessions.models.hub.ModelStore;
import io.genai.sessions.models.label.LlmPromptLabeler;
import io.genai.sessions.models.label.PromptLabeler;
import java.net.URI;

/** Opens models that do not come with the program, on the worker that uses them. */
final class CatalogModels {
  private CatalogModels() {}

  /** The catalogue, over the cache that the environment names. */
  static ModelStore store() {
    return ModelStore.ofEnvironment(DownloadListener.NONE);
  }

  /**
   * Opens a CLIP model of the catalogue.
   *
   * @throws ModelException where it is not installed or its files are no CLIP model
   */
  static ClipModel clip(String id) {
    ModelStore store = store();
    ClipFiles files = ClipFiles.among(store.files(store.model(id)));
    return ClipModel.shared(id, files, InferenceThreads.allCores());
  }

  /**
   * Opens a text generator of the catalogue to label prompts.
   *
   * @throws ModelException where it is not installed or its files are no text generator
   */
  static PromptLabeler labeler(String id) {
    return LlmPromptLabeler.ofCatalogue(store(), id);
  }

  /** Connects to an OpenAI-compatible server to label prompts; nothing is asked yet. */
  static PromptLabeler labelerOnServer(URI endpoint, String model) {
    return new LlmPromptLabeler(
        OpenAiCompatibleGenerator.connect(ServerOptions.of(endpoint, model)));
  }
}
