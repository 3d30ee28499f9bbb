package io.genai.sessions.pipeline.write;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.genai.sessions.pipeline.parquet.AtomicFile;
import io.genai.sessions.pipeline.records.BadRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/** Writes what could not be processed to the run's {@code bad_records.jsonl}, a line each. */
public final class WriteBadRecords extends PTransform<PCollection<BadRecord>, PCollection<String>> {
  private static final long serialVersionUID = 1L;

  /** The file's name below the run's directory; there is none where every record was good. */
  public static final String FILE = "bad_records.jsonl";

  private final String runDirectory;

  private WriteBadRecords(String runDirectory) {
    this.runDirectory = runDirectory;
  }

  /** Writes below {@code runDirectory}, on any of Beam's file systems. */
  public static WriteBadRecords to(String runDirectory) {
    return new WriteBadRecords(runDirectory);
  }

  @Override
  public PCollection<String> expand(PCollection<BadRecord> records) {
    return records
        .apply("InOneGroup", WithKeys.of(0))
        .apply("Group", GroupByKey.create())
        .apply("Write", ParDo.of(new WriteBadRecordsFn(runDirectory)));
  }

  static final class WriteBadRecordsFn extends DoFn<KV<Integer, Iterable<BadRecord>>, String> {
    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();
    private final String runDirectory;

    WriteBadRecordsFn(String runDirectory) {
      this.runDirectory = runDirectory;
    }

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<BadRecord>> group, OutputReceiver<String> out)
        throws IOException {
      List<BadRecord> records =
          StreamSupport.stream(group.getValue().spliterator(), false)
              .sorted(
                  Comparator.comparing(BadRecord::source)
                      .thenComparing(BadRecord::step)
                      .thenComparing(BadRecord::reason))
              .toList();
      String file = runDirectory + "/" + FILE;
      AtomicFile.write(
          FileSystems.matchNewResource(file, false),
          "application/jsonl",
          channel -> writeLines(records, channel));
      out.output(file);
    }

    private static void writeLines(List<BadRecord> records, WritableByteChannel channel)
        throws IOException {
      for (BadRecord record : records) {
        String line = JSON.writeValueAsString(record) + "\n";
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      }
    }
  }
}
