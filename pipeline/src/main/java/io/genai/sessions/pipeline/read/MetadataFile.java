package io.genai.sessions.pipeline.read;

import io.genai.sessions.pipeline.PipelineFailure;
import io.genai.sessions.pipeline.PipelineFailure.Code;
import io.genai.sessions.pipeline.parquet.ChannelInputFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.schema.MessageType;

/**
 * A metadata table of DiffusionDB's.
 *
 * @param file its number in the plan
 * @param name what messages call it, such as {@code metadata.parquet}
 * @param path where it lies
 * @param hasUsersAndTimes whether it has the columns that say who and when
 * @param groups its row groups
 */
record MetadataFile(
    int file, String name, String path, boolean hasUsersAndTimes, List<RowGroup> groups) {

  /**
   * A row group, the unit of parallel reading.
   *
   * @param ordinal 0-based position in the table
   * @param firstRow 0-based position of its first row in the table
   * @param parts only rows of the parts with these numbers are wanted; all rows where empty
   */
  record RowGroup(
      int file,
      String name,
      String path,
      int ordinal,
      long firstRow,
      long rows,
      List<Integer> parts) {}

  /**
   * Reads the table's footer.
   *
   * @throws PipelineFailure where it is no Parquet file or lacks a column that is needed
   */
  static MetadataFile inspect(int file, String name, String path) {
    try (ParquetFileReader reader = open(path)) {
      MessageType schema = reader.getFileMetaData().getSchema();
      MetadataColumn.check(schema, path);
      boolean hasUsersAndTimes =
          schema.containsField(MetadataColumn.USER_NAME.column())
              && schema.containsField(MetadataColumn.TIMESTAMP.column());
      List<RowGroup> groups = new ArrayList<>();
      long firstRow = 0;
      for (BlockMetaData block : reader.getRowGroups()) {
        groups.add(
            new RowGroup(
                file, name, path, groups.size(), firstRow, block.getRowCount(), List.of()));
        firstRow += block.getRowCount();
      }
      return new MetadataFile(file, name, path, hasUsersAndTimes, groups);
    } catch (PipelineFailure e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new PipelineFailure(
          Code.USER,
          "%s cannot be read as a Parquet file (%s). Fetch it again, or move it away to read the parts alone."
              .formatted(path, e.getMessage()),
          e);
    }
  }

  /** The same table, of which only rows of the parts with these numbers are wanted. */
  MetadataFile onlyOf(List<Integer> parts) {
    List<RowGroup> wanted =
        groups.stream()
            .map(
                group ->
                    new RowGroup(
                        group.file(),
                        group.name(),
                        group.path(),
                        group.ordinal(),
                        group.firstRow(),
                        group.rows(),
                        parts))
            .toList();
    return new MetadataFile(file, name, path, hasUsersAndTimes, wanted);
  }

  long rows() {
    return groups.stream().mapToLong(RowGroup::rows).sum();
  }

  /** Opens a table; every codec that Parquet knows is read. */
  static ParquetFileReader open(String path) throws IOException {
    return ParquetFileReader.open(
        ChannelInputFile.of(FileSystems.matchNewResource(path, /* isDirectory= */ false)),
        ParquetReadOptions.builder(new PlainParquetConfiguration()).build());
  }

  /** The columns of {@code schema} that the pipeline reads. */
  static MessageType projection(MessageType schema) {
    return new MessageType(
        schema.getName(),
        schema.getFields().stream()
            .filter(field -> MetadataColumn.isRead(field.getName()))
            .toList());
  }
}
