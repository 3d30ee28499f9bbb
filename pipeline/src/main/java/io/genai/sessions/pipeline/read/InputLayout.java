package io.genai.sessions.pipeline.read;

import io.genai.sessions.pipeline.parts.PartFile;
import io.genai.sessions.pipeline.parts.PartFile.Kind;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a directory belongs to DiffusionDB.
 *
 * @param parts the parts, in the canonical order; paths relative to the directory
 * @param metadata the metadata tables, in the canonical order; relative to the directory
 */
record InputLayout(List<PartFile> parts, List<String> metadata) {

  /** What is looked for, in words for the user. */
  static final String DESCRIPTION =
      "part-*.zip or unpacked part-*/part-*.json, at the top, in images/ or in"
          + " diffusiondb-large-part-*/, or metadata.parquet or metadata-large.parquet";

  /** How many directories deep the layouts reach, the file itself included. */
  static final int DEPTH = 4;

  private static final Pattern PART =
      Pattern.compile(
          "(?<path>(images/)?(diffusiondb-large-part-[^/]+/)?(?<name>part-[^/]+?))"
              + "(?<kind>\\.zip|/[^/]+)");
  private static final Pattern METADATA = Pattern.compile("(images/)?metadata(-large)?\\.parquet");

  /**
   * Sorts out the files of a directory, given by their relative paths in any order. A part that was
   * unpacked beside its archive is taken from the archive.
   */
  static InputLayout of(Collection<String> files) {
    Map<String, PartFile> parts = new TreeMap<>();
    for (String file : files) {
      Matcher match = PART.matcher(file);
      if (match.matches()) {
        String path = match.group("path");
        PartFile part =
            match.group("kind").equals(".zip")
                ? new PartFile(match.group("name") + ".zip", path + ".zip", Kind.ZIP)
                : new PartFile(match.group("name"), path, Kind.FOLDER);
        parts.merge(path, part, (one, other) -> one.kind() == Kind.ZIP ? one : other);
      }
    }
    return new InputLayout(
        parts.values().stream()
            .sorted(Comparator.comparing(PartFile::baseName).thenComparing(PartFile::path))
            .toList(),
        files.stream()
            .filter(file -> METADATA.matcher(file).matches())
            .sorted(
                Comparator.comparing((String path) -> path.substring(path.lastIndexOf('/') + 1))
                    .reversed()
                    .thenComparing(Comparator.naturalOrder()))
            .toList());
  }
}
