package io.genai.sessions.pipeline.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genai.sessions.pipeline.PipelineFailure;
import io.genai.sessions.pipeline.PipelineFailure.Code;
import io.genai.sessions.pipeline.TestMetadata;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MetadataReaderTest {
  @TempDir private Path directory;
  private final List<Candidate> rows = new ArrayList<>();
  private final List<PlacedBadRecord> badRecords = new ArrayList<>();

  @Test
  void aUsualRowIsRead() throws IOException {
    read(TestMetadata.table().with("a.png", "a cat"));

    Candidate row = rows.get(0);
    assertThat(row.place()).isEqualTo(new Place(0, 0));
    assertThat(row.source()).isEqualTo("metadata.parquet row 1");
    assertThat(row.seed()).contains(7L);
    assertThat(row.step()).contains(30);
    assertThat(row.cfg()).contains(7.1);
    assertThat(row.sampler()).contains("k_lms");
    assertThat(row.width()).contains(512);
    assertThat(row.height()).contains(768);
    assertThat(row.userName()).contains("a1b2");
    assertThat(row.timestampMillis()).contains(1_660_000_000_000L);
    assertThat(row.image()).isEmpty();
  }

  @Test
  void nullsAndDeletedAccountsAreEmpty() throws IOException {
    read(
        TestMetadata.table()
            .with(Map.of("image_name", "a.png", "prompt", "a cat"))
            .with(
                Map.of(
                    "image_name",
                    "b.png",
                    "prompt",
                    "a dog",
                    "user_name",
                    "deleted_account",
                    "image_nsfw",
                    2.0f,
                    "prompt_nsfw",
                    Float.NaN,
                    "sampler",
                    77)));

    assertThat(rows.get(0).userName()).isEmpty();
    assertThat(rows.get(0).timestampMillis()).isEmpty();
    assertThat(rows.get(0).sampler()).isEmpty();
    assertThat(rows.get(1).userName()).isEmpty();
    assertThat(rows.get(1).imageNsfw()).contains(2.0);
    assertThat(rows.get(1).promptNsfw()).isEmpty();
    assertThat(rows.get(1).sampler()).contains("others");
    assertThat(badRecords).isEmpty();
  }

  @Test
  void rowsWithoutNameOrPromptAreLeftOutAndTold() throws IOException {
    read(
        TestMetadata.table()
            .with(Map.of("image_name", "a.png"))
            .with("b.png", "  ")
            .with(Map.of("prompt", "a cat"))
            .with("d.png", "kept"));

    assertThat(rows).singleElement().extracting(Candidate::place).isEqualTo(new Place(0, 3));
    assertThat(badRecords)
        .extracting(bad -> bad.record().source() + ": " + bad.record().reason())
        .containsExactly(
            "metadata.parquet row 1: The prompt is empty",
            "metadata.parquet row 2: The prompt is empty",
            "metadata.parquet row 3: image_name is empty");
  }

  @ParameterizedTest
  @EnumSource(
      value = CompressionCodecName.class,
      names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD", "LZ4_RAW"})
  void theUsualCodecsAreRead(CompressionCodecName codec) throws IOException {
    read(TestMetadata.table().with("a.png", "a cat").codec(codec));

    assertThat(rows).singleElement().extracting(Candidate::prompt).isEqualTo("a cat");
  }

  @Test
  void rowGroupsNumberTheirRowsAcrossTheTable() throws IOException {
    TestMetadata table = TestMetadata.table().rowGroupBytes(2_000);
    for (int i = 0; i < 1_000; i++) {
      table.with(i + ".png", "prompt " + i);
    }

    MetadataFile file = read(table);

    assertThat(file.groups()).hasSizeGreaterThan(1);
    assertThat(file.rows()).isEqualTo(1_000);
    for (int i = 0; i < 1_000; i++) {
      assertThat(rows.get(i).place().row()).isEqualTo(i);
      assertThat(rows.get(i).prompt()).isEqualTo("prompt " + i);
    }
  }

  @Test
  void unsignedNumbersAndEveryKindOfTimestampAreRead() throws IOException {
    MessageType schema =
        MessageTypeParser.parseMessageType(
            """
            message metadata {
              optional binary image_name (UTF8);
              optional binary prompt (UTF8);
              optional int32 seed (INTEGER(32,false));
              optional int32 sampler (INTEGER(8,false));
              optional double cfg;
              optional int64 timestamp (TIMESTAMP(%s,true));
            }
            """
                .formatted("MICROS"));
    Group row = new SimpleGroup(schema);
    row.append("image_name", "a.png").append("prompt", "a cat");
    row.append("seed", (int) 4_294_967_295L).append("sampler", 4).append("cfg", 7.25);
    row.append("timestamp", 1_660_000_000_123_456L);
    read(writeTo("metadata.parquet", schema, row));

    assertThat(rows.get(0).seed()).contains(4_294_967_295L);
    assertThat(rows.get(0).sampler()).contains("k_euler_ancestral");
    assertThat(rows.get(0).cfg()).contains(7.25);
    assertThat(rows.get(0).timestampMillis()).contains(1_660_000_000_123L);
  }

  @Test
  void nanosecondsAndTheLegacyTimestampAreRead() throws IOException {
    MessageType nanos = timestamp("int64 timestamp (TIMESTAMP(NANOS,true))");
    Group row = new SimpleGroup(nanos);
    row.append("image_name", "a.png").append("prompt", "a cat");
    row.append("timestamp", 1_660_000_000_123_456_789L);
    read(writeTo("metadata.parquet", nanos, row));

    MessageType legacy = timestamp("int96 timestamp");
    Group old = new SimpleGroup(legacy);
    old.append("image_name", "b.png").append("prompt", "a dog");
    ByteBuffer bytes = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(3_600_000_000_000L).putInt(2_440_589); // one hour into 2 January 1970
    old.append("timestamp", Binary.fromConstantByteArray(bytes.array()));
    read(writeTo("metadata.parquet", legacy, old));

    assertThat(rows.get(0).timestampMillis()).contains(1_660_000_000_123L);
    assertThat(rows.get(1).timestampMillis()).contains(90_000_000L);
  }

  @Test
  void aDamagedRowGroupStopsTheRunAndIsNamed() throws IOException {
    Path table =
        TestMetadata.table()
            .with("a.png", "a cat ".repeat(100))
            .codec(CompressionCodecName.GZIP)
            .writeTo(directory.resolve("metadata.parquet"));
    byte[] bytes = Files.readAllBytes(table);
    for (int i = 4; i < 200; i++) {
      bytes[i] ^= 0x55;
    }
    Files.write(table, bytes);

    assertThatThrownBy(() -> read(table))
        .isInstanceOfSatisfying(
            PipelineFailure.class, failure -> assertThat(failure.code()).isEqualTo(Code.DATA))
        .hasMessageContaining("Row group 0 of " + table + " (1 rows) is damaged");
  }

  private static MessageType timestamp(String column) {
    return MessageTypeParser.parseMessageType(
        "message metadata { optional binary image_name (UTF8); optional binary prompt (UTF8);"
            + " optional "
            + column
            + "; }");
  }

  private Path writeTo(String name, MessageType schema, Group row) throws IOException {
    Path file = directory.resolve(name);
    Files.deleteIfExists(file);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withConf(new PlainParquetConfiguration())
            .withType(schema)
            .build()) {
      writer.write(row);
    }
    return file;
  }

  private MetadataFile read(TestMetadata table) throws IOException {
    return read(table.writeTo(directory.resolve("metadata.parquet")));
  }

  private MetadataFile read(Path table) throws IOException {
    MetadataFile file = MetadataFile.inspect(0, "metadata.parquet", table.toString());
    for (MetadataFile.RowGroup group : file.groups()) {
      MetadataReader.read(group, rows::add, badRecords::add);
    }
    return file;
  }
}
