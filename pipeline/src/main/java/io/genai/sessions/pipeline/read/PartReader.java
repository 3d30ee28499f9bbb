package io.genai.sessions.pipeline.read;

import io.genai.sessions.pipeline.parts.DamagedInput;
import io.genai.sessions.pipeline.parts.ImageLocation;
import io.genai.sessions.pipeline.parts.PartArchive;
import io.genai.sessions.pipeline.parts.PartFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the rows of one part: its JSON, held against the images that lie beside it. */
final class PartReader {
  private final int file;
  private final PartFile part;
  private final List<Candidate> rows = new ArrayList<>();
  private final List<PlacedBadRecord> badRecords = new ArrayList<>();
  private final Set<String> named = new HashSet<>();
  private long entries;

  private PartReader(int file, PartFile part) {
    this.file = file;
    this.part = part;
  }

  /**
   * Reads the part that is the plan's file number {@code file}. What is broken in it becomes bad
   * records.
   *
   * @throws io.genai.sessions.pipeline.PipelineFailure where it cannot be reached
   */
  static PartContents read(int file, PartFile part) {
    PartReader reader = new PartReader(file, part);
    try (PartArchive archive = PartArchive.open(part)) {
      reader.read(archive);
    } catch (DamagedInput e) {
      reader.bad(part.name(), "The part " + e.getMessage(), "Read its rows; none could be kept");
    } catch (IOException e) {
      throw part.unreachable(e);
    }
    return new PartContents(reader.entries, reader.rows, reader.badRecords);
  }

  private void read(PartArchive archive) throws IOException {
    Set<String> files = new TreeSet<>(archive.entries());
    Optional<String> json = findJson(files);
    if (json.isEmpty()) {
      bad(
          part.name(),
          "The part has no " + part.baseName() + ".json",
          "Read the prompts of its " + files.size() + " files; none could be kept");
      return;
    }
    files.remove(json.get());
    String directory = json.get().substring(0, json.get().lastIndexOf('/') + 1);
    boolean complete = readJson(archive, json.get(), directory, files);
    if (complete) {
      files.removeAll(named);
      for (String orphan : files) {
        bad(
            part.entryName(orphan),
            "The part's JSON does not name this file",
            "Find its prompt; the file is left out");
      }
    }
  }

  /** The JSON named after the part, or the first one where the archive was renamed. */
  private Optional<String> findJson(Set<String> files) {
    String expected = part.baseName() + ".json";
    return files.stream()
        .filter(name -> name.endsWith(".json"))
        .min(
            Comparator.comparing((String name) -> !name.equals(expected))
                .thenComparing(name -> !name.endsWith("/" + expected))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Returns whether the whole JSON could be read. */
  private boolean readJson(PartArchive archive, String json, String directory, Set<String> files)
      throws IOException {
    try (PartJson entriesOfJson = PartJson.of(archive.read(json))) {
      while (entriesOfJson.next()) {
        readEntry(entriesOfJson.entry(), directory, files);
        entries++;
      }
      return true;
    } catch (DamagedInput e) {
      bad(
          part.entryName(json),
          "The part's JSON " + e.getMessage(),
          "Read its entries; the " + rows.size() + " rows before the damage are kept");
      return false;
    }
  }

  private void readEntry(PartJson.Entry entry, String directory, Set<String> files) {
    String image = directory + entry.imageName();
    String source = part.entryName(image);
    named.add(image);
    if (entry.imageName().isBlank()) {
      bad(source, "The image has no name", "Read entry " + entries + "; its row is left out");
      return;
    }
    if (entry.prompt().isBlank()) {
      bad(source, "The prompt is empty", "Read the prompt; the row is left out");
      return;
    }
    if (!entry.misread().isEmpty()) {
      bad(
          source,
          "Not a number: " + String.join(", ", entry.misread()),
          "Read how the image was made; the row is kept without it");
    }
    boolean present = files.contains(image);
    if (!present) {
      bad(source, "The image is missing from the part", "Find it; the row is kept without it");
    }
    rows.add(
        new Candidate(
            new Place(file, entries),
            Candidate.Origin.PART,
            source,
            entry.imageName(),
            entry.prompt(),
            entry.seed(),
            entry.step(),
            entry.cfg(),
            entry.sampler(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            present ? Optional.of(new ImageLocation(part, image)) : Optional.empty()));
  }

  private void bad(String source, String reason, String attempted) {
    badRecords.add(PlacedBadRecord.of(new Place(file, entries), source, reason, attempted));
  }
}
