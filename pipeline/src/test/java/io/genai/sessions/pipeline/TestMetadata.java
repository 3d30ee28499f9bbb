package io.genai.sessions.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;

/** Makes metadata tables for tests: DiffusionDB's columns, every one of them nullable. */
public final class TestMetadata {
  private static final Schema MILLIS =
      LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG));

  private static final Schema SCHEMA =
      SchemaBuilder.record("metadata")
          .fields()
          .optionalString("image_name")
          .optionalString("prompt")
          .optionalInt("part_id")
          .optionalLong("seed")
          .optionalInt("step")
          .optionalFloat("cfg")
          .optionalInt("sampler")
          .optionalInt("width")
          .optionalInt("height")
          .optionalString("user_name")
          .name("timestamp")
          .type(Schema.createUnion(Schema.create(Schema.Type.NULL), MILLIS))
          .withDefault(null)
          .optionalFloat("image_nsfw")
          .optionalFloat("prompt_nsfw")
          .endRecord();

  private final List<GenericRecord> rows = new ArrayList<>();
  private CompressionCodecName codec = CompressionCodecName.ZSTD;
  private long rowGroupBytes = 128L << 20;

  private TestMetadata() {}

  public static TestMetadata table() {
    return new TestMetadata();
  }

  /** A usual row. */
  public TestMetadata with(String imageName, String prompt) {
    return with(
        Map.of(
            "image_name",
            imageName,
            "prompt",
            prompt,
            "seed",
            7L,
            "step",
            30,
            "cfg",
            7.1f,
            "sampler",
            8,
            "width",
            512,
            "height",
            768,
            "user_name",
            "a1b2",
            "timestamp",
            1_660_000_000_000L));
  }

  /** A row of these values; null elsewhere. */
  public TestMetadata with(Map<String, Object> values) {
    GenericRecord row = new GenericData.Record(SCHEMA);
    values.forEach(row::put);
    rows.add(row);
    return this;
  }

  public TestMetadata codec(CompressionCodecName codec) {
    this.codec = codec;
    return this;
  }

  /** Makes row groups of about this size. */
  public TestMetadata rowGroupBytes(long bytes) {
    this.rowGroupBytes = bytes;
    return this;
  }

  public Path writeTo(Path file) throws IOException {
    return write(file, SCHEMA, rows, codec, rowGroupBytes);
  }

  public static Path write(Path file, Schema schema, List<GenericRecord> rows) throws IOException {
    return write(file, schema, rows, CompressionCodecName.UNCOMPRESSED, 128L << 20);
  }

  private static Path write(
      Path file,
      Schema schema,
      List<GenericRecord> rows,
      CompressionCodecName codec,
      long rowGroupBytes)
      throws IOException {
    Files.createDirectories(file.getParent());
    try (ParquetWriter<GenericRecord> writer =
        AvroParquetWriter.<GenericRecord>builder(new LocalOutputFile(file))
            .withConf(new PlainParquetConfiguration())
            .withDataModel(GenericData.get())
            .withSchema(schema)
            .withCompressionCodec(codec)
            .withRowGroupSize(rowGroupBytes)
            .withPageRowCountLimit(50)
            .build()) {
      for (GenericRecord row : rows) {
        writer.write(row);
      }
    }
    return file;
  }
}
