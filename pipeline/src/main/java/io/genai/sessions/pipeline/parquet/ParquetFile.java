package io.genai.sessions.pipeline.parquet;

import java.io.IOException;
import java.util.function.Consumer;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;

/** Reads Parquet files that the pipeline wrote. */
public final class ParquetFile {
  /** As the registry of media types has it. */
  public static final String MIME_TYPE = "application/vnd.apache.parquet";

  private ParquetFile() {}

  /**
   * Reads all records of {@code file}.
   *
   * @throws java.io.FileNotFoundException where there is no such file
   * @throws IOException where it cannot be read
   */
  public static void forEach(ResourceId file, Consumer<GenericRecord> action) throws IOException {
    try (ParquetReader<GenericRecord> reader =
        AvroParquetReader.<GenericRecord>builder(
                ChannelInputFile.of(file), new PlainParquetConfiguration())
            .withDataModel(dataModel())
            .build()) {
      for (GenericRecord record = reader.read(); record != null; record = reader.read()) {
        action.accept(record);
      }
    }
  }

  /** An empty record of {@code schema}. */
  public static GenericRecord newRecord(Schema schema) {
    return new GenericData.Record(schema);
  }

  /** Avro's generic records, decimals as {@code BigDecimal}. */
  static GenericData dataModel() {
    GenericData data = new GenericData();
    data.addLogicalTypeConversion(new Conversions.DecimalConversion());
    return data;
  }
}
