package io.genai.sessions.pipeline.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.pngencoder.PngEncoder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes one part: {@code part-NNNNNN.zip} with its images and {@code part-NNNNNN.json}. */
final class PartWriter {
  /** Rows of a part, so that parts can be made and read in parallel. */
  static final int ROWS = 100;

  private static final int FAST_DEFLATE = 2;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The day of DiffusionDB's first rows; a fixed time keeps the bytes the same. */
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(2022, 8, 6, 0, 0);

  private PartWriter() {}

  /**
   * Renders the rows and writes them.
   *
   * @param number of the part, from 1
   * @param onImage called after each image
   */
  static void write(Path images, int number, List<SampleRow> rows, Runnable onImage)
      throws IOException {
    String name = String.format(Locale.ROOT, "part-%06d", number);
    Map<String, Map<String, Object>> index = new LinkedHashMap<>();
    try (ZipOutputStream zip =
        new ZipOutputStream(
            new BufferedOutputStream(Files.newOutputStream(images.resolve(name + ".zip"))))) {
      for (SampleRow row : rows) {
        if (Thread.interrupted()) {
          throw new InterruptedIOException("Stopped while writing " + name);
        }
        store(zip, row.imageName(), png(row));
        index.put(row.imageName(), parameters(row));
        onImage.run();
      }
      store(zip, name + ".json", JSON.writeValueAsBytes(index));
    }
  }

  private static byte[] png(SampleRow row) {
    return new PngEncoder()
        .withBufferedImage(
            SceneRenderer.render(
                row.rendered().scene(), row.parameters().seed(), row.width(), row.height()))
        .withCompressionLevel(FAST_DEFLATE)
        .withPredictorEncoding(true)
        .withMultiThreadedCompressionEnabled(false)
        .toBytes();
  }

  /** DiffusionDB's own keys. */
  private static Map<String, Object> parameters(SampleRow row) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("p", row.prompt().text());
    values.put("se", row.parameters().seed());
    values.put("c", row.parameters().cfg());
    values.put("st", row.parameters().step());
    values.put("sa", row.parameters().sampler());
    return values;
  }

  /** Stored, not deflated: PNG is compressed already. */
  private static void store(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(checksum.getValue());
    entry.setTimeLocal(ENTRY_TIME);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }
}
