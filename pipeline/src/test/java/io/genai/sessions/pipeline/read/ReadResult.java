package io.genai.sessions.pipeline.read;

import io.genai.sessions.pipeline.Collected;
import io.genai.sessions.pipeline.images.StoreImages;
import io.genai.sessions.pipeline.records.BadRecord;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.values.PCollectionTuple;

/**
 * What reading, and storing images where asked for, gave.
 *
 * @param rows by id
 * @param badRecords by source and reason
 * @param counters what the steps told of themselves, such as {@code ReadDiffusionDb rows_out}
 */
public record ReadResult(
    List<SourceRow> rows, List<BadRecord> badRecords, Map<String, Long> counters) {

  static ReadResult of(Path input) {
    return of(input.toString(), OptionalLong.empty(), 2);
  }

  static ReadResult first(long limit, Path input) {
    return of(input.toString(), OptionalLong.of(limit), 2);
  }

  static ReadResult of(String input, OptionalLong limit, int parallelism) {
    return of(InputPlan.of(input, limit), parallelism);
  }

  /** Reads what {@code plan} says. */
  public static ReadResult of(InputPlan plan, int parallelism) {
    Pipeline pipeline = pipeline(parallelism);
    PCollectionTuple read =
        pipeline.apply(ReadDiffusionDb.STEP, ReadDiffusionDb.from(plan).withShards(8));
    Collected<LocatedRow> rows = new Collected<>();
    Collected<BadRecord> badRecords = new Collected<>();
    read.get(ReadDiffusionDb.ROWS).apply("Rows", rows);
    read.get(ReadDiffusionDb.BAD_RECORDS).apply("Bad", badRecords);
    Map<String, Long> counters = run(pipeline);
    return sorted(
        rows.elements().stream().map(LocatedRow::row), badRecords.elements().stream(), counters);
  }

  /** Reads {@code input} and stores its images below {@code blobRoot}. */
  public static ReadResult stored(Path input, Path blobRoot) {
    Pipeline pipeline = pipeline(2);
    PCollectionTuple read =
        pipeline.apply(
            ReadDiffusionDb.STEP,
            ReadDiffusionDb.from(InputPlan.of(input.toString(), OptionalLong.empty()))
                .withShards(8));
    PCollectionTuple stored =
        read.get(ReadDiffusionDb.ROWS)
            .apply(StoreImages.STEP, StoreImages.below(blobRoot.toString()).withShards(4));
    Collected<SourceRow> rows = new Collected<>();
    Collected<BadRecord> badOfRead = new Collected<>();
    Collected<BadRecord> badOfStore = new Collected<>();
    stored.get(StoreImages.ROWS).apply("Rows", rows);
    read.get(ReadDiffusionDb.BAD_RECORDS).apply("BadOfRead", badOfRead);
    stored.get(StoreImages.BAD_RECORDS).apply("BadOfStore", badOfStore);
    Map<String, Long> counters = run(pipeline);
    return sorted(
        rows.elements().stream(),
        Stream.concat(badOfRead.elements().stream(), badOfStore.elements().stream()),
        counters);
  }

  public List<String> imageNames() {
    return rows.stream().map(SourceRow::imageName).toList();
  }

  private static Pipeline pipeline(int parallelism) {
    return Pipeline.create(
        PipelineOptionsFactory.fromArgs("--targetParallelism=" + parallelism).create());
  }

  private static Map<String, Long> run(Pipeline pipeline) {
    PipelineResult result = pipeline.run();
    result.waitUntilFinish();
    Map<String, Long> counters = new TreeMap<>();
    result
        .metrics()
        .allMetrics()
        .getCounters()
        .forEach(
            counter ->
                counters.merge(
                    counter.getName().getNamespace() + " " + counter.getName().getName(),
                    counter.getAttempted(),
                    Long::sum));
    return counters;
  }

  private static ReadResult sorted(
      Stream<SourceRow> rows, Stream<BadRecord> badRecords, Map<String, Long> counters) {
    return new ReadResult(
        rows.sorted(Comparator.comparingLong(SourceRow::promptId)).toList(),
        badRecords
            .sorted(Comparator.comparing(BadRecord::source).thenComparing(BadRecord::reason))
            .toList(),
        counters);
  }
}
