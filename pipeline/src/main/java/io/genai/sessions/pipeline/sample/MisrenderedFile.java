package io.genai.sessions.pipeline.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code misrendered.csv}: the images that show another prompt than their own (RFC 4180). */
final class MisrenderedFile {
  private static final String HEADER = "image_name,prompt,rendered_prompt";

  private MisrenderedFile() {}

  static void write(Path file, List<SampleRow> rows) throws IOException {
    Stream<String> lines = rows.stream().filter(SampleRow::misrendered).map(MisrenderedFile::line);
    Files.writeString(
        file, Stream.concat(Stream.of(HEADER), lines).collect(Collectors.joining("\n", "", "\n")));
  }

  private static String line(SampleRow row) {
    return row.imageName()
        + ","
        + quoted(row.prompt().text())
        + ","
        + quoted(row.rendered().text());
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
