package io.genai.sessions.pipeline;

import io.genai.sessions.models.MiniLmEmbedder;
import io.genai.sessions.models.TextEmbedder;
import io.genai.sessions.models.clip.ClipModel;
import io.genai.sessions.models.clip.EmbeddedClip;
import io.genai.sessions.models.generate.ServerOptions;
import io.genai.sessions.models.hub.CatalogModel;
import io.genai.sessions.models.hub.ModelRole;
import io.genai.sessions.models.hub.ModelStore;
import io.genai.sessions.models.label.EmbeddedPromptLabeler;
import io.genai.sessions.models.label.PromptLabeler;
import io.genai.sessions.pipeline.PipelineFailure.Code;
import io.genai.sessions.pipeline.enrich.ModelOpener;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The models of a run, as its options choose them. */
record RunModels(
    ModelChoice<TextEmbedder> textEmbedder,
    ModelChoice<PromptLabeler> labeler,
    ModelChoice<ClipModel> clip) {
  private static final String TEXT_EMBEDDER = ModelRole.TEXT_EMBEDDER.word();
  private static final String LABELER = "labeler";
  private static final String CLIP = ModelRole.CLIP.word();
  private static final String REAL_CLIP = "clip-vit-b32-q";
  private static final int MINI_LM_DIMENSIONS = 384;
  private static final int CLIP_DIMENSIONS = 512;

  /**
   * The models that {@code options} ask for. One that is not installed is left out, and says which
   * command fetches it.
   *
   * @throws PipelineFailure (USER) where an option names no model of its role
   */
  static RunModels of(AnalyzerOptions options) {
    return new RunModels(textEmbedder(options), labeler(options), clip(options));
  }

  private static ModelChoice<TextEmbedder> textEmbedder(AnalyzerOptions options) {
    return options.embedsText()
        ? ModelChoice.embedded(
            TEXT_EMBEDDER, MiniLmEmbedder.EMBEDDED_ID, MINI_LM_DIMENSIONS, MiniLmEmbedder::shared)
        : ModelChoice.none(TEXT_EMBEDDER, "--textEmbedder=none");
  }

  private static ModelChoice<PromptLabeler> labeler(AnalyzerOptions options) {
    return switch (options.labels()) {
      case AnalyzerOptions.NO_MODEL -> ModelChoice.none(LABELER, "--labels=none");
      case AnalyzerOptions.EMBEDDED_MODEL ->
          ModelChoice.embedded(LABELER, EmbeddedPromptLabeler.ID, 0, EmbeddedPromptLabeler::open);
      case AnalyzerOptions.SERVER ->
          server(options.server().orElseThrow(), options.serverModel().orElseThrow());
      default -> {
        CatalogModel model =
            ofCatalogue(
                options.labels(),
                ModelRole.TEXT_GENERATOR,
                "--labels must be 'embedded', 'server', 'none'");
        // Workers get the id: the model's entry does not travel.
        String id = model.id();
        yield installed(LABELER, model, () -> CatalogModels.labeler(id));
      }
    };
  }

  private static ModelChoice<PromptLabeler> server(URI endpoint, String model) {
    ServerOptions checked = ServerOptions.of(endpoint, model);
    return new ModelChoice<>(
        LABELER,
        "server:" + checked.model(),
        false,
        0,
        "",
        Optional.of(() -> CatalogModels.labelerOnServer(endpoint, model)),
        "answered by " + checked.endpoint());
  }

  private static ModelChoice<ClipModel> clip(AnalyzerOptions options) {
    return switch (options.clip()) {
      case AnalyzerOptions.NO_MODEL -> ModelChoice.none(CLIP, "--clip=none");
      case AnalyzerOptions.EMBEDDED_MODEL -> embeddedClip(options.isSample());
      default -> {
        CatalogModel model =
            ofCatalogue(options.clip(), ModelRole.CLIP, "--clip must be 'embedded', 'none'");
        String id = model.id();
        yield installed(CLIP, model, () -> CatalogModels.clip(id));
      }
    };
  }

  private static ModelChoice<ClipModel> embeddedClip(boolean isSample) {
    ModelChoice<ClipModel> embedded =
        ModelChoice.embedded(CLIP, EmbeddedClip.ID, CLIP_DIMENSIONS, EmbeddedClip::shared);
    return isSample
        ? embedded
        : embedded.noting(
            "%s For instance: %s, then run with --clip=%s"
                .formatted(EmbeddedClip.NOTE, ModelStore.pullCommand(REAL_CLIP), REAL_CLIP));
  }

  private static CatalogModel ofCatalogue(String id, ModelRole role, String otherwise) {
    List<CatalogModel> models =
        CatalogModels.store().models().stream()
            .filter(model -> model.role() == role && !model.isEmbedded())
            .toList();
    return models.stream()
        .filter(model -> model.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new PipelineFailure(
                    Code.USER,
                    "%s or a %s of the catalogue (%s), but was: %s"
                        .formatted(
                            otherwise,
                            role.word(),
                            models.stream().map(CatalogModel::id).collect(Collectors.joining(", ")),
                            id)));
  }

  private static <M extends AutoCloseable> ModelChoice<M> installed(
      String role, CatalogModel model, ModelOpener<M> opener) {
    boolean isInstalled = CatalogModels.store().isInstalled(model);
    return new ModelChoice<>(
        role,
        model.id(),
        false,
        model.dimensions().orElse(0),
        model.licence(),
        isInstalled ? Optional.of(opener) : Optional.empty(),
        isInstalled
            ? ""
            : "%s is not installed. Fetch it with: %s"
                .formatted(model.id(), ModelStore.pullCommand(model.id())));
  }
}
