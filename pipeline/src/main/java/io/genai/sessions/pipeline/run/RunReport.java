package io.genai.sessions.pipeline.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.genai.sessions.pipeline.parquet.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.io.FileSystems;

/**
 * What a run tells of itself in its {@code run.json}, the source of the warehouse's {@code ops_*}
 * tables.
 *
 * @param runId name of the run's directory
 * @param status succeeded or failed
 * @param startedAt ISO 8601, UTC
 * @param finishedAt ISO 8601, UTC
 * @param users observed or simulated
 * @param rows rows by table
 * @param simulatedColumns columns whose values are made up
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RunReport(
    String runId,
    String status,
    String startedAt,
    String finishedAt,
    String command,
    String input,
    String runner,
    long seed,
    String users,
    String analyzerVersion,
    Map<String, Long> rows,
    long badRecords,
    List<String> simulatedColumns,
    List<StepReport> steps,
    List<ModelReport> models) {

  /** The file's name below the run's directory. */
  public static final String FILE = "run.json";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /**
   * One step of the graph.
   *
   * @param upstream names of the steps that feed it
   * @param state succeeded, skipped or failed
   * @param seconds from its first to its last activity; steps overlap
   */
  public record StepReport(
      String name,
      int ordinal,
      List<String> upstream,
      String state,
      double seconds,
      long rowsIn,
      long rowsOut,
      long badRecords,
      String note) {}

  /**
   * One model, used or not.
   *
   * @param dimensions of its vectors; 0, which is left out of the file: it makes none
   * @param state used, skipped or failed
   * @param rows rows that it was used for
   */
  public record ModelReport(
      String role,
      String modelId,
      boolean embedded,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) int dimensions,
      String licence,
      long rows,
      String state,
      String note) {}

  /** Writes the report below {@code runDirectory}. */
  public void writeTo(String runDirectory) throws IOException {
    byte[] json = JSON.writeValueAsBytes(this);
    AtomicFile.write(
        FileSystems.matchNewResource(runDirectory + "/" + FILE, false),
        "application/json",
        channel -> {
          ByteBuffer bytes = ByteBuffer.wrap(json);
          while (bytes.hasRemaining()) {
            channel.write(bytes);
          }
        });
  }
}
