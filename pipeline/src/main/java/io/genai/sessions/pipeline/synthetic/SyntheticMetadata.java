package io.genai.sessions.pipeline.synthetic;

import io.genai.sessions.pipeline.PipelineFailure;
import io.genai.sessions.pipeline.PipelineFailure.Code;
import io.genai.sessions.pipeline.parquet.AtomicFile;
import io.genai.sessions.pipeline.parquet.ExistingFile;
import io.genai.sessions.pipeline.parquet.ParquetFile;
import io.genai.sessions.pipeline.parquet.ParquetSink;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * A metadata table of any size, for measurements: users of a power law's activity, repeated
 * prompts, no images. It is read like the real one.
 */
public final class SyntheticMetadata {
  /** The largest table that is made. */
  public static final long LARGEST = 100_000_000;

  /** Raised with every change of the rows, so that old tables are made anew. */
  private static final int GENERATOR = 1;

  private static final String RESOURCE = "metadata.avsc";

  private SyntheticMetadata() {}

  /**
   * Makes the table where it is not there yet, on all cores, in memory for a few thousand rows. The
   * same rows and seed give the same table.
   *
   * @param parent directory of the tables, on any of Beam's file systems
   * @param rows 1 to {@link #LARGEST}
   * @return the table, {@code metadata.parquet} in a directory of its own
   * @throws PipelineFailure (RESOURCE) where it cannot be written
   */
  public static String create(String parent, long rows, long seed) {
    ResourceId table =
        FileSystems.matchNewResource(
            "%s/synthetic-%d-%d-v%d/metadata.parquet".formatted(parent, rows, seed, GENERATOR),
            /* isDirectory= */ false);
    try {
      if (!exists(table)) {
        write(table, new SyntheticRows(rows, seed));
      }
      return table.toString();
    } catch (IOException e) {
      throw new PipelineFailure(
          Code.RESOURCE,
          "The synthetic input %s cannot be written (%s). Free some space or name another --data."
              .formatted(table, e),
          e);
    }
  }

  private static boolean exists(ResourceId file) throws IOException {
    try (SeekableByteChannel table = ExistingFile.open(file)) {
      return table.isOpen();
    } catch (FileNotFoundException e) {
      return false;
    }
  }

  private static void write(ResourceId table, SyntheticRows rows) throws IOException {
    Schema schema = schema();
    ParquetSink sink = ParquetSink.of(schema);
    int sideBySide = Runtime.getRuntime().availableProcessors();
    AtomicFile.write(
        table,
        ParquetFile.MIME_TYPE,
        channel -> {
          sink.open(channel);
          for (int block = 0; block < rows.blocks(); block += sideBySide) {
            int end = Math.min(rows.blocks(), block + sideBySide);
            List<List<SyntheticRow>> made =
                IntStream.range(block, end).parallel().mapToObj(rows::block).toList();
            for (List<SyntheticRow> ordered : made) {
              for (SyntheticRow row : ordered) {
                sink.write(record(row, schema));
              }
            }
          }
          sink.flush();
        });
  }

  private static GenericRecord record(SyntheticRow row, Schema schema) {
    GenericRecord record = ParquetFile.newRecord(schema);
    record.put("image_name", row.imageName());
    record.put("prompt", row.prompt());
    record.put("part_id", row.part());
    record.put("seed", row.seed());
    record.put("step", row.step());
    record.put("cfg", row.cfg());
    record.put("sampler", row.sampler());
    record.put("width", row.width());
    record.put("height", row.height());
    record.put("user_name", row.userName());
    record.put("timestamp", row.timestampMillis().orElse(null));
    record.put("image_nsfw", row.imageNsfw());
    record.put("prompt_nsfw", row.promptNsfw());
    return record;
  }

  private static Schema schema() throws IOException {
    try (InputStream schema = SyntheticMetadata.class.getResourceAsStream(RESOURCE)) {
      return new Schema.Parser().parse(schema);
    }
  }
}
