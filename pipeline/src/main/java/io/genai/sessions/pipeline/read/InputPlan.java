package io.genai.sessions.pipeline.read;

import io.genai.sessions.pipeline.PipelineFailure;
import io.genai.sessions.pipeline.PipelineFailure.Code;
import io.genai.sessions.pipeline.parquet.ExistingFile;
import io.genai.sessions.pipeline.parts.FileListing;
import io.genai.sessions.pipeline.parts.PartFile;
import io.genai.sessions.pipeline.parts.PartFile.Kind;
import io.genai.sessions.pipeline.read.MetadataFile.RowGroup;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * What of the input is read, made in the driver: the parts and metadata tables in their canonical
 * order, and how many rows of them are wanted.
 */
public final class InputPlan {
  /** Largest limit for which the driver looks where it ends before the work is handed out. */
  private static final long MAXIMUM_LOOK_AHEAD = 100_000;

  private final List<NumberedPart> parts;
  private final Map<Integer, Long> rowsOfMetadata;
  private final List<RowGroup> rowGroups;
  private final int files;
  private final boolean hasUsersAndTimes;
  private final OptionalLong limit;

  /**
   * A part in its place of the canonical order.
   *
   * @param file 0-based number of the file in the plan
   */
  record NumberedPart(int file, PartFile part) {}

  private InputPlan(
      List<NumberedPart> parts,
      Map<Integer, Long> rowsOfMetadata,
      List<RowGroup> rowGroups,
      int files,
      boolean hasUsersAndTimes,
      OptionalLong limit) {
    this.parts = parts;
    this.rowsOfMetadata = rowsOfMetadata;
    this.rowGroups = rowGroups;
    this.files = files;
    this.hasUsersAndTimes = hasUsersAndTimes;
    this.limit = limit;
  }

  private static InputPlan of(
      List<NumberedPart> parts, List<MetadataFile> tables, OptionalLong limit) {
    return new InputPlan(
        parts,
        tables.stream().collect(Collectors.toMap(MetadataFile::file, MetadataFile::rows)),
        tables.stream().flatMap(table -> table.groups().stream()).toList(),
        parts.size() + tables.size(),
        tables.stream().anyMatch(MetadataFile::hasUsersAndTimes),
        limit);
  }

  /**
   * Plans to read {@code input}.
   *
   * @param input a directory in DiffusionDB's own layout, a metadata table or a zipped part, on any
   *     of Beam's file systems
   * @param limit how many rows are wanted, the first ones of the canonical order; all where empty
   * @throws PipelineFailure where there is nothing to read, or a metadata table cannot be used
   */
  public static InputPlan of(String input, OptionalLong limit) {
    if (limit.isPresent() && limit.getAsLong() < 1) {
      throw new PipelineFailure(
          Code.USER, "--limit must be at least 1, but was: " + limit.getAsLong());
    }
    try {
      InputPlan plan = whole(input, limit);
      return limit.isPresent() ? plan.trimmed(limit.getAsLong()) : plan;
    } catch (IOException e) {
      throw new PipelineFailure(
          Code.RESOURCE,
          "Cannot read --input %s (%s). Check that it may be read, then run again."
              .formatted(input, e),
          e);
    } catch (IllegalArgumentException e) {
      throw new PipelineFailure(
          Code.USER,
          "--input %s is on a file system that is not known (%s). Give a local path, s3:// or gs://."
              .formatted(input, e.getMessage()),
          e);
    }
  }

  /**
   * Plans to read parts that were fetched, with what a table of the whole edition says of them.
   *
   * @param parts files {@code part-NNNNNN.zip}, on this machine
   * @param metadata on this machine; of its rows only those of the parts are read, all of them
   *     where there are no parts
   * @param limit as above
   * @throws PipelineFailure where the table cannot be used
   */
  public static InputPlan of(List<Path> parts, Path metadata, OptionalLong limit) {
    List<NumberedPart> numbered =
        IntStream.range(0, parts.size())
            .mapToObj(file -> new NumberedPart(file, zip(parts.get(file))))
            .toList();
    MetadataFile table =
        MetadataFile.inspect(parts.size(), metadata.getFileName().toString(), metadata.toString())
            .onlyOf(numbered.stream().map(part -> number(part.part())).toList());
    InputPlan plan = of(numbered, List.of(table), limit);
    return limit.isPresent() ? plan.trimmed(limit.getAsLong()) : plan;
  }

  private static PartFile zip(Path part) {
    return new PartFile(part.getFileName().toString(), part.toString(), Kind.ZIP);
  }

  private static int number(PartFile part) {
    return Integer.parseInt(part.baseName().replaceFirst("^part-", ""));
  }

  private static InputPlan whole(String input, OptionalLong limit) throws IOException {
    if (input.endsWith(".parquet")) {
      return of(List.of(), List.of(table(0, file(input))), limit);
    }
    if (input.endsWith(".zip")) {
      ResourceId zip = file(input);
      PartFile part = new PartFile(zip.getFilename(), zip.toString(), Kind.ZIP);
      return of(List.of(new NumberedPart(0, part)), List.of(), limit);
    }
    FileListing listing = FileListing.of(input, InputLayout.DEPTH);
    if (listing.files().isEmpty()) {
      throw nothingIn(input, "is missing, empty or no directory");
    }
    InputLayout layout = InputLayout.of(listing.files().stream().map(listing::relative).toList());
    if (layout.parts().isEmpty() && layout.metadata().isEmpty()) {
      throw nothingIn(
          input, "holds %d files but nothing of DiffusionDB's".formatted(listing.files().size()));
    }
    int parts = layout.parts().size();
    return of(
        IntStream.range(0, parts)
            .mapToObj(file -> new NumberedPart(file, within(listing, layout.parts().get(file))))
            .toList(),
        IntStream.range(0, layout.metadata().size())
            .mapToObj(table -> table(parts + table, below(listing, layout.metadata().get(table))))
            .toList(),
        limit);
  }

  private static PipelineFailure nothingIn(String input, String what) {
    return new PipelineFailure(
        Code.USER,
        "--input must be a directory with %s, but %s %s. Check the path, or leave --input out to run on the embedded sample."
            .formatted(InputLayout.DESCRIPTION, input, what));
  }

  private static ResourceId file(String input) throws IOException {
    ResourceId file = FileSystems.matchNewResource(input, /* isDirectory= */ false);
    try {
      ExistingFile.open(file).close();
    } catch (FileNotFoundException e) {
      throw new PipelineFailure(
          Code.USER, "--input %s does not exist. Check the path.".formatted(input), e);
    }
    return file;
  }

  private static PartFile within(FileListing listing, PartFile part) {
    return new PartFile(part.name(), below(listing, part.path()).toString(), part.kind());
  }

  private static ResourceId below(FileListing listing, String path) {
    return listing.directory().resolve(path, StandardResolveOptions.RESOLVE_FILE);
  }

  private static MetadataFile table(int file, ResourceId path) {
    return MetadataFile.inspect(file, path.getFilename(), path.toString());
  }

  /**
   * Leaves out what lies wholly behind the first {@code wanted} rows, so that a small limit on a
   * large input is quick. The reading itself cuts exactly.
   */
  private InputPlan trimmed(long wanted) {
    if (wanted > MAXIMUM_LOOK_AHEAD) {
      return this;
    }
    Set<String> names = new HashSet<>();
    for (int count = 1; count <= parts.size(); count++) {
      NumberedPart part = parts.get(count - 1);
      PartReader.read(part.file(), part.part()).rows().forEach(row -> names.add(row.imageName()));
      if (names.size() >= wanted) {
        return new InputPlan(
            parts.subList(0, count), rowsOfMetadata, rowGroups, files, hasUsersAndTimes, limit);
      }
    }
    if (!parts.isEmpty()) {
      return this; // Any row group may tell more about an image of a part.
    }
    for (int count = 1; count <= rowGroups.size(); count++) {
      MetadataReader.read(
          rowGroups.get(count - 1), row -> names.add(row.imageName()), badRecord -> {});
      if (names.size() >= wanted) {
        return new InputPlan(
            parts, rowsOfMetadata, rowGroups.subList(0, count), files, hasUsersAndTimes, limit);
      }
    }
    return this;
  }

  /** Whether a metadata table says who made the images, and when. */
  public boolean hasUsersAndTimes() {
    return hasUsersAndTimes;
  }

  List<NumberedPart> parts() {
    return parts;
  }

  List<RowGroup> rowGroups() {
    return rowGroups;
  }

  /** How many rows each metadata table has, by its number among the files. */
  Map<Integer, Long> rowsOfMetadata() {
    return rowsOfMetadata;
  }

  /** How many files the input has. */
  int files() {
    return files;
  }

  OptionalLong limit() {
    return limit;
  }
}
