package io.genai.sessions.pipeline.read;

import io.genai.sessions.pipeline.PipelineFailure;
import io.genai.sessions.pipeline.PipelineFailure.Code;
import io.genai.sessions.pipeline.read.MetadataFile.RowGroup;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/** Reads the rows of a metadata table's row group. */
final class MetadataReader {
  private final RowGroup group;
  private final Set<Integer> parts;
  private final Consumer<Candidate> rows;
  private final Consumer<PlacedBadRecord> badRecords;

  private MetadataReader(
      RowGroup group, Consumer<Candidate> rows, Consumer<PlacedBadRecord> badRecords) {
    this.group = group;
    this.parts = Set.copyOf(group.parts());
    this.rows = rows;
    this.badRecords = badRecords;
  }

  /**
   * Hands over every wanted row of {@code group}, in order.
   *
   * @throws PipelineFailure where the row group is damaged, since it holds too many rows to go on
   *     without, or cannot be reached
   */
  static void read(RowGroup group, Consumer<Candidate> rows, Consumer<PlacedBadRecord> badRecords) {
    try {
      new MetadataReader(group, rows, badRecords).read();
    } catch (IOException e) {
      throw new PipelineFailure(
          Code.RESOURCE,
          "Cannot reach %s (%s). Check its disk or network, then run again."
              .formatted(group.path(), e),
          e);
    }
  }

  private void read() throws IOException {
    try (ParquetFileReader file = MetadataFile.open(group.path())) {
      MessageType schema = MetadataFile.projection(file.getFileMetaData().getSchema());
      file.setRequestedSchema(schema);
      RecordReader<Group> reader = open(file, schema);
      for (long row = 0; row < group.rows(); row++) {
        MetadataRow read = new MetadataRow(next(reader));
        if (isWanted(read)) {
          read(group.firstRow() + row, read);
        }
      }
    }
  }

  private boolean isWanted(MetadataRow row) {
    return parts.isEmpty() || row.small(MetadataColumn.PART_ID).filter(parts::contains).isPresent();
  }

  private RecordReader<Group> open(ParquetFileReader file, MessageType schema) {
    try {
      PageReadStore pages = file.readRowGroup(group.ordinal());
      return new ColumnIOFactory()
          .getColumnIO(schema)
          .getRecordReader(pages, new GroupRecordConverter(schema));
    } catch (IOException | RuntimeException e) {
      throw damaged(e);
    }
  }

  private Group next(RecordReader<Group> reader) {
    try {
      return reader.read();
    } catch (RuntimeException e) {
      throw damaged(e);
    }
  }

  private PipelineFailure damaged(Exception e) {
    return new PipelineFailure(
        Code.DATA,
        "Row group %d of %s (%d rows) is damaged: %s. Fetch the file again."
            .formatted(group.ordinal(), group.path(), group.rows(), e.getMessage()),
        e);
  }

  private void read(long rowNumber, MetadataRow row) {
    Place place = new Place(group.file(), rowNumber);
    String source = group.name() + " row " + (rowNumber + 1);
    String imageName = row.text(MetadataColumn.IMAGE_NAME).orElse("");
    String prompt = row.text(MetadataColumn.PROMPT).orElse("");
    if (imageName.isBlank()) {
      bad(place, source, "image_name is empty", "Read the image's name; the row is left out");
    } else if (prompt.isBlank()) {
      bad(place, source, "The prompt is empty", "Read the prompt; the row is left out");
    } else {
      rows.accept(candidate(place, source, imageName, prompt, row));
    }
  }

  private static Candidate candidate(
      Place place, String source, String imageName, String prompt, MetadataRow row) {
    return new Candidate(
        place,
        Candidate.Origin.METADATA,
        source,
        imageName,
        prompt,
        row.whole(MetadataColumn.SEED),
        row.small(MetadataColumn.STEP),
        row.number(MetadataColumn.CFG),
        row.sampler(),
        row.small(MetadataColumn.WIDTH),
        row.small(MetadataColumn.HEIGHT),
        row.user(),
        row.timestampMillis(),
        row.number(MetadataColumn.IMAGE_NSFW),
        row.number(MetadataColumn.PROMPT_NSFW),
        Optional.empty());
  }

  private void bad(Place place, String source, String reason, String attempted) {
    badRecords.accept(PlacedBadRecord.of(place, source, reason, attempted));
  }
}
