package io.genai.sessions.pipeline.parquet;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.io.FileIO;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Writes Avro records as one Parquet file (Zstandard, a row group of at most 32 MiB). */
public final class ParquetSink implements FileIO.Sink<GenericRecord> {
  private static final long serialVersionUID = 1L;
  private static final long ROW_GROUP_BYTES = 32L << 20;

  private final String schemaJson;
  private transient ParquetWriter<GenericRecord> writer;

  private ParquetSink(Schema schema) {
    this.schemaJson = schema.toString();
  }

  /** A sink of records of {@code schema}. */
  public static ParquetSink of(Schema schema) {
    return new ParquetSink(schema);
  }

  @Override
  public void open(WritableByteChannel channel) throws IOException {
    Schema schema = new Schema.Parser().parse(schemaJson);
    AvroParquetWriter.Builder<GenericRecord> builder =
        AvroParquetWriter.<GenericRecord>builder(new ChannelOutputFile(channel))
            .withConf(new PlainParquetConfiguration())
            .withSchema(schema)
            .withDataModel(ParquetFile.dataModel())
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withRowGroupSize(ROW_GROUP_BYTES);
    for (Schema.Field field : schema.getFields()) {
      if (isVector(field.schema())) {
        // Its numbers hardly recur: a dictionary of them is built in vain.
        builder.withDictionaryEncoding(field.name() + ".array", false);
      }
    }
    writer = builder.build();
  }

  private static boolean isVector(Schema type) {
    return switch (type.getType()) {
      case UNION -> type.getTypes().stream().anyMatch(ParquetSink::isVector);
      case ARRAY -> type.getElementType().getType() == Schema.Type.FLOAT;
      default -> false;
    };
  }

  @Override
  public void write(GenericRecord element) throws IOException {
    writer.write(element);
  }

  /** Writes the footer; closing is what completes a Parquet file. */
  @Override
  public void flush() throws IOException {
    writer.close();
  }
}
