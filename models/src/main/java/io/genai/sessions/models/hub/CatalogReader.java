package io.genai.sessions.models.hub;

import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.ModelException.Code;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code catalog.yaml}; a complaint names file and line. */
final class CatalogReader {
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "role",
          "embedded",
          "repository",
          "revision",
          "files",
          "dimensions",
          "licence",
          "purpose");

  private final Set<String> ids = new HashSet<>();

  private CatalogReader() {}

  static List<CatalogModel> read(String file, Reader text) {
    YamlMapping catalog = YamlMapping.read(file, text);
    catalog.allowOnly(Set.of("models"));
    CatalogReader reader = new CatalogReader();
    List<CatalogModel> models = new ArrayList<>();
    for (YamlMapping entry : catalog.mappings("models")) {
      models.add(reader.model(entry));
    }
    return List.copyOf(models);
  }

  private CatalogModel model(YamlMapping entry) {
    entry.allowOnly(KEYS);
    String id = entry.text("id");
    if (!id.matches("[a-z0-9][a-z0-9.-]*")) {
      throw entry.error("id", "must be lower-case letters, digits, '.' and '-', but was: " + id);
    }
    if (!ids.add(id)) {
      throw entry.error("id", "stands twice: " + id);
    }
    return new CatalogModel(
        id,
        role(entry),
        files(entry),
        dimensions(entry),
        entry.text("licence"),
        entry.text("purpose"));
  }

  private static ModelRole role(YamlMapping entry) {
    String word = entry.text("role");
    return Stream.of(ModelRole.values())
        .filter(role -> role.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                entry.error(
                    "role",
                    "must be one of %s, but was: %s"
                        .formatted(
                            Stream.of(ModelRole.values())
                                .map(ModelRole::word)
                                .collect(Collectors.joining(", ")),
                            word)));
  }

  private static List<HubFile> files(YamlMapping entry) {
    boolean embedded = entry.has("embedded") && entry.text("embedded").equals("true");
    if (embedded == entry.has("repository")) {
      throw entry.error("id", "must have either 'embedded: true' or a 'repository'");
    }
    if (embedded) {
      return List.of();
    }
    try {
      HubRepository repository = HubRepository.model(entry.text("repository"));
      String revision = entry.text("revision");
      List<HubFile> files =
          entry.texts("files").stream()
              .map(path -> new HubFile(repository, revision, path))
              .toList();
      if (files.isEmpty()) {
        throw new ModelException(Code.DATA, "at least one file is needed");
      }
      return files;
    } catch (ModelException e) {
      throw entry.error("repository", "cannot be used: " + e.getMessage());
    }
  }

  private static OptionalInt dimensions(YamlMapping entry) {
    if (!entry.has("dimensions")) {
      return OptionalInt.empty();
    }
    String text = entry.text("dimensions");
    if (!text.matches("[1-9]\\d{0,5}")) {
      throw entry.error("dimensions", "must be a whole number of at least 1, but was: " + text);
    }
    return OptionalInt.of(Integer.parseInt(text));
  }
}
