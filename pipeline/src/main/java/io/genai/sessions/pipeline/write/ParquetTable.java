package io.genai.sessions.pipeline.write;

import io.genai.sessions.pipeline.PipelineFailure;
import io.genai.sessions.pipeline.enrich.EnrichedPrompt;
import io.genai.sessions.pipeline.parquet.ParquetFile;
import io.genai.sessions.pipeline.simulate.GenerationRow;
import io.genai.sessions.pipeline.simulate.UserRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.transforms.SerializableBiFunction;

/**
 * A table of the run: its name, which is its folder's and its schema's too, and how its rows are
 * written.
 *
 * @param <T> a row
 */
public final class ParquetTable<T> implements Serializable {
  private static final long serialVersionUID = 1L;

  /** One row per DiffusionDB row. */
  public static final ParquetTable<EnrichedPrompt> PROMPTS =
      new ParquetTable<>("prompts", PromptRecord::fill);

  /** One row per user. */
  public static final ParquetTable<UserRow> USERS =
      new ParquetTable<>("users", ParquetTable::fillUser);

  /** One row per generation request. */
  public static final ParquetTable<GenerationRow> GENERATIONS =
      new ParquetTable<>("generations", ParquetTable::fillGeneration);

  private final String name;
  private final SerializableBiFunction<T, GenericRecord, GenericRecord> fill;

  private ParquetTable(String name, SerializableBiFunction<T, GenericRecord, GenericRecord> fill) {
    this.name = name;
    this.fill = fill;
  }

  String name() {
    return name;
  }

  Schema schema() {
    String resource = name + ".avsc";
    try (InputStream schema = ParquetTable.class.getResourceAsStream(resource)) {
      return new Schema.Parser().parse(schema);
    } catch (IOException e) {
      throw new PipelineFailure(
          PipelineFailure.Code.INTERNAL, "The schema " + resource + " is not readable", e);
    }
  }

  GenericRecord record(T row, Schema schema) {
    return fill.apply(row, ParquetFile.newRecord(schema));
  }

  private static GenericRecord fillUser(UserRow user, GenericRecord record) {
    record.put("user_id", user.userId());
    record.put("user_tier", user.userTier());
    record.put("signup_date", user.signupDay());
    record.put("region", user.region());
    record.put("device_type", user.deviceType());
    return record;
  }

  private static GenericRecord fillGeneration(GenerationRow generation, GenericRecord record) {
    record.put("generation_id", generation.generationId());
    record.put("user_id", generation.userId());
    record.put("prompt_id", generation.promptId());
    record.put("timestamp", generation.timestampMillis() * 1000);
    record.put("latency_ms", generation.latencyMs());
    record.put("status", generation.status());
    record.put("cost_credits", generation.costCredits());
    record.put("model_version", generation.modelVersion());
    record.put("retry_count", generation.retryCount());
    return record;
  }
}
