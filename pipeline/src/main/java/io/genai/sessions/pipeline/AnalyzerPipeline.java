package io.genai.sessions.pipeline;

import io.genai.sessions.models.MiniLmEmbedder;
import io.genai.sessions.models.ModelException;
import io.genai.sessions.pipeline.enrich.EmbedText;
import io.genai.sessions.pipeline.enrich.EnrichedPrompt;
import io.genai.sessions.pipeline.enrich.PromptShard;
import io.genai.sessions.pipeline.enrich.ShardByText;
import io.genai.sessions.pipeline.images.StoreImages;
import io.genai.sessions.pipeline.read.InputPlan;
import io.genai.sessions.pipeline.read.ReadDiffusionDb;
import io.genai.sessions.pipeline.read.SourceRow;
import io.genai.sessions.pipeline.run.StepGraph;
import io.genai.sessions.pipeline.run.StepGraph.Step;
import io.genai.sessions.pipeline.simulate.SimulateTelemetry;
import io.genai.sessions.pipeline.simulate.UserSource;
import io.genai.sessions.pipeline.write.ParquetTable;
import io.genai.sessions.pipeline.write.WriteBadRecords;
import io.genai.sessions.pipeline.write.WriteParquet;
import io.genai.sessions.warehouse.WarehouseException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TypeDescriptor;

/** The main job: DiffusionDB rows in, a checked warehouse out. */
public final class AnalyzerPipeline {
  private AnalyzerPipeline() {}

  /**
   * Runs the job; {@code --help} lists the options. Exit code 2: the user's mistake, 1: failure.
   */
  public static void main(String[] arguments) {
    int exitCode = run(System.out, System.err, arguments);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  static int run(PrintStream out, PrintStream err, String... arguments) {
    try {
      Optional<AnalyzerOptions> options = AnalyzerCommand.parse(arguments);
      if (options.isEmpty()) {
        out.print(AnalyzerCommand.usage());
        return 0;
      }
      out.print(new AnalysisRun(options.get(), String.join(" ", arguments), out).execute().text());
      return 0;
    } catch (PipelineFailure e) {
      err.println("\n" + e.getMessage());
      return e.code().exitCode();
    } catch (WarehouseException | ModelException e) {
      err.println("\n" + e.getMessage());
      return PipelineFailure.Code.DATA.exitCode();
    }
  }

  /**
   * The graph of a run.
   *
   * @param runDirectory where its Parquet goes, on any of Beam's file systems
   */
  public static Pipeline build(
      AnalyzerOptions options, InputPlan input, UserSource users, String runDirectory) {
    Pipeline pipeline = Pipeline.create(options.toBeam());
    PCollectionTuple read =
        pipeline.apply(
            ReadDiffusionDb.STEP, ReadDiffusionDb.from(input).withShards(options.shards()));
    PCollectionTuple stored =
        read.get(ReadDiffusionDb.ROWS)
            .apply(
                StoreImages.STEP, StoreImages.below(options.blob()).withShards(options.shards()));
    PCollection<SourceRow> rows = stored.get(StoreImages.ROWS);
    PCollectionList.of(read.get(ReadDiffusionDb.BAD_RECORDS))
        .and(stored.get(StoreImages.BAD_RECORDS))
        .apply("AllBadRecords", Flatten.pCollections())
        .apply("WriteBadRecords", WriteBadRecords.to(runDirectory));

    PCollection<PromptShard> prompts =
        rows.apply("ShardByText", ShardByText.into(options.shards()));
    if (options.embedsText()) {
      prompts =
          prompts.apply(
              EmbedText.STEP, EmbedText.with(unused -> MiniLmEmbedder.shared(), options.cache()));
    }
    prompts
        .apply(
            "PromptsByShard",
            MapElements.into(new TypeDescriptor<KV<Integer, List<EnrichedPrompt>>>() {})
                .via(shard -> KV.of(shard.number(), shard.prompts())))
        .apply(
            WriteParquet.step(ParquetTable.PROMPTS),
            WriteParquet.of(ParquetTable.PROMPTS, runDirectory));

    PCollectionTuple telemetry =
        rows.apply(
            SimulateTelemetry.STEP, SimulateTelemetry.of(users, options.seed(), options.shards()));
    telemetry
        .get(SimulateTelemetry.USERS)
        .apply(
            WriteParquet.step(ParquetTable.USERS),
            WriteParquet.of(ParquetTable.USERS, runDirectory));
    telemetry
        .get(SimulateTelemetry.GENERATIONS)
        .apply(
            WriteParquet.step(ParquetTable.GENERATIONS),
            WriteParquet.of(ParquetTable.GENERATIONS, runDirectory));
    return pipeline;
  }

  /** The steps as people see them, those that this run leaves out among them. */
  static StepGraph steps(AnalyzerOptions options) {
    String notEmbedding = options.embedsText() ? "" : "--textEmbedder=none";
    return StepGraph.of(
        List.of(
            new Step(ReadDiffusionDb.STEP, List.of(), ""),
            new Step(StoreImages.STEP, List.of(ReadDiffusionDb.STEP), ""),
            new Step(EmbedText.STEP, List.of(ReadDiffusionDb.STEP), notEmbedding),
            new Step(
                WriteParquet.step(ParquetTable.PROMPTS),
                List.of(EmbedText.STEP, StoreImages.STEP),
                ""),
            new Step(SimulateTelemetry.STEP, List.of(ReadDiffusionDb.STEP), ""),
            new Step(WriteParquet.step(ParquetTable.USERS), List.of(SimulateTelemetry.STEP), ""),
            new Step(
                WriteParquet.step(ParquetTable.GENERATIONS), List.of(SimulateTelemetry.STEP), "")));
  }
}
