package io.genai.sessions.models.clip;

import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.ModelException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a CLIP export with separate encoders, as {@code Xenova/clip-vit-base-patch32} has
 * them.
 *
 * @param vision {@code pixel_values} to {@code image_embeds}
 * @param text {@code input_ids} to {@code text_embeds}
 * @param tokenizer {@code tokenizer.json}
 */
public record ClipFiles(Path vision, Path text, Path tokenizer) {
  /**
   * Finds a model's files in a directory or its folder {@code onnx}: {@code vision_model*.onnx},
   * {@code text_model*.onnx}, {@code tokenizer.json}. Of several the unquantised one is taken.
   *
   * @throws ModelException USER if one is not there, or it is not clear which is meant
   */
  public static ClipFiles in(Path directory) {
    List<Path> files = new ArrayList<>();
    for (Path folder : List.of(directory, directory.resolve("onnx"))) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> entries = Files.list(folder)) {
          entries.sorted().forEach(files::add);
        } catch (IOException e) {
          throw new ModelException(Code.RESOURCE, folder + " cannot be listed", e);
        }
      }
    }
    return among(files);
  }

  /**
   * Finds a model's files among others, for instance those of a model of the catalogue.
   *
   * @throws ModelException USER if one is not there, or it is not clear which is meant
   */
  public static ClipFiles among(List<Path> files) {
    return new ClipFiles(
        one(files, "vision_model", ".onnx"),
        one(files, "text_model", ".onnx"),
        one(files, "tokenizer", ".json"));
  }

  private static Path one(List<Path> files, String start, String end) {
    List<Path> candidates =
        files.stream()
            .filter(file -> name(file).startsWith(start) && name(file).endsWith(end))
            .filter(file -> !name(file).equals("tokenizer_config.json"))
            .toList();
    if (candidates.size() == 1) {
      return candidates.get(0);
    }
    return candidates.stream()
        .filter(file -> name(file).equals(start + end))
        .findFirst()
        .orElseThrow(
            () ->
                new ModelException(
                    Code.USER,
                    "A CLIP model needs one file %s*%s, but there are %d of them among: %s"
                        .formatted(start, end, candidates.size(), files)));
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
