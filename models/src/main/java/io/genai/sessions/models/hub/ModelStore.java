package io.genai.sessions.models.hub;

import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.ModelException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The models of the catalogue and where their files are. Asks the hub only when told to pull. */
public final class ModelStore {
  private static final String CATALOG = "catalog.yaml";

  private final List<CatalogModel> models;
  private final HubClient hub;

  ModelStore(List<CatalogModel> models, HubClient hub) {
    this.models = List.copyOf(models);
    this.hub = hub;
  }

  /** Returns the program's own catalogue over the cache that the environment names. */
  public static ModelStore ofEnvironment(DownloadListener listener) {
    return new ModelStore(catalog(), new HubClient(HubSettings.ofEnvironment(), listener));
  }

  static List<CatalogModel> catalog() {
    try (InputStream stream =
            Objects.requireNonNull(ModelStore.class.getResourceAsStream(CATALOG), CATALOG);
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      return CatalogReader.read(CATALOG, reader);
    } catch (IOException e) {
      throw new ModelException(Code.INTERNAL, "The catalogue cannot be read", e);
    }
  }

  /** Returns the whole catalogue, in its order. */
  public List<CatalogModel> models() {
    return models;
  }

  /**
   * Returns a model of the catalogue.
   *
   * @throws ModelException USER if there is none of that id
   */
  public CatalogModel model(String id) {
    return models.stream()
        .filter(model -> model.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new ModelException(
                    Code.USER,
                    "There is no model '%s' in the catalogue; there are: %s"
                        .formatted(
                            id,
                            models.stream()
                                .map(CatalogModel::id)
                                .collect(Collectors.joining(", ")))));
  }

  /** Tells whether all of a model's files are there; an embedded model always is. */
  public boolean isInstalled(CatalogModel model) {
    return model.files().stream().allMatch(file -> hub.find(file).isPresent());
  }

  /**
   * Returns where one of a model's files lies.
   *
   * @param path as the catalogue names it
   * @throws ModelException USER if it is not there; the message says which command fetches it
   */
  public Path file(CatalogModel model, String path) {
    Optional<HubFile> file =
        model.files().stream().filter(candidate -> candidate.path().equals(path)).findFirst();
    return hub.find(
            file.orElseThrow(
                () ->
                    new ModelException(
                        Code.USER, "Model '%s' has no file '%s'".formatted(model.id(), path))))
        .orElseThrow(() -> notInstalled(model));
  }

  /**
   * Returns the paths of all of a model's files, in the catalogue's order.
   *
   * @throws ModelException USER if one is not there; the message says which command fetches it
   */
  public List<Path> files(CatalogModel model) {
    return model.files().stream()
        .map(file -> hub.find(file).orElseThrow(() -> notInstalled(model)))
        .toList();
  }

  /** Fetches what is missing of a model and what is damaged; returns its files' paths. */
  public List<Path> pull(CatalogModel model) {
    damaged(model).forEach(hub::discard);
    return model.files().stream().map(hub::fetch).toList();
  }

  /** Returns those files of a model that are there but do not have their hash. */
  public List<HubFile> damaged(CatalogModel model) {
    return model.files().stream()
        .filter(file -> hub.find(file).isPresent() && !hub.isIntact(file))
        .toList();
  }

  /** Returns the command that fetches a model. */
  public static String pullCommand(String id) {
    return "mvn -q compile exec:java@models -pl models -am -Dexec.args=\"pull %s\"".formatted(id);
  }

  private static ModelException notInstalled(CatalogModel model) {
    return new ModelException(
        Code.USER,
        "Model '%s' is not installed. Fetch it with: %s"
            .formatted(model.id(), pullCommand(model.id())));
  }
}
