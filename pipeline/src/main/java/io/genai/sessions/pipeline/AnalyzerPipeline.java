package io.genai.sessions.pipeline;

import io.genai.sessions.models.ModelException;
import io.genai.sessions.pipeline.enrich.AssignStyleClusters;
import io.genai.sessions.pipeline.enrich.EmbedText;
import io.genai.sessions.pipeline.enrich.EncodeClip;
import io.genai.sessions.pipeline.enrich.EnrichedPrompt;
import io.genai.sessions.pipeline.enrich.LabelPrompts;
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
import java.util.function.Function;
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
    int exitCode = run(RunModels::of, System.out, System.err, arguments);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  static int run(
      Function<AnalyzerOptions, RunModels> models,
      PrintStream out,
      PrintStream err,
      String... arguments) {
    try {
      Optional<AnalyzerOptions> options = AnalyzerCommand.parse(arguments);
      if (options.isEmpty()) {
        out.print(AnalyzerCommand.usage());
        return 0;
      }
      AnalysisRun run =
          new AnalysisRun(
              options.get(), models.apply(options.get()), String.join(" ", arguments), out);
      out.print(run.execute().text());
      return 0;
    } catch (PipelineFailure e) {
      err.println("\n" + e.getMessage());
      return e.code().exitCode();
    } catch (ModelException e) {
      err.println("\n" + e.getMessage());
      boolean isMistake = e.code() == ModelException.Code.USER;
      return (isMistake ? PipelineFailure.Code.USER : PipelineFailure.Code.DATA).exitCode();
    } catch (WarehouseException e) {
      err.println("\n" + e.getMessage());
      return PipelineFailure.Code.DATA.exitCode();
    }
  }

  /**
   * The graph of a run.
   *
   * @param runDirectory where its Parquet goes, on any of Beam's file systems
   */
  static Pipeline build(
      AnalyzerOptions options,
      RunModels models,
      InputPlan input,
      UserSource users,
      String runDirectory) {
    Pipeline pipeline = Pipeline.create(options.toBeam());
    PCollectionTuple read =
        pipeline.apply(
            ReadDiffusionDb.STEP, ReadDiffusionDb.from(input).withShards(options.shards()));
    PCollectionTuple stored =
        read.get(ReadDiffusionDb.ROWS)
            .apply(
                StoreImages.STEP,
                StoreImages.below(options.blob().text()).withShards(options.shards()));
    PCollection<SourceRow> rows = stored.get(StoreImages.ROWS);
    PCollectionList.of(read.get(ReadDiffusionDb.BAD_RECORDS))
        .and(stored.get(StoreImages.BAD_RECORDS))
        .apply("AllBadRecords", Flatten.pCollections())
        .apply("WriteBadRecords", WriteBadRecords.to(runDirectory));

    enrich(rows.apply("ShardByText", ShardByText.into(options.shards())), options, models)
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

  private static PCollection<PromptShard> enrich(
      PCollection<PromptShard> shards, AnalyzerOptions options, RunModels models) {
    String cache = options.cache();
    PCollection<PromptShard> prompts = shards;
    if (models.textEmbedder().isUsed()) {
      prompts = prompts.apply(EmbedText.STEP, EmbedText.with(models.textEmbedder().open(), cache));
    }
    if (models.labeler().isUsed()) {
      prompts = prompts.apply(LabelPrompts.STEP, LabelPrompts.with(models.labeler().open(), cache));
    }
    if (models.clip().isUsed()) {
      prompts =
          prompts
              .apply(
                  EncodeClip.STEP,
                  EncodeClip.with(models.clip().open(), options.blob().text(), cache))
              .apply(
                  AssignStyleClusters.STEP,
                  AssignStyleClusters.into(options.clusters(), options.seed()));
    }
    return prompts;
  }

  /** The steps as people see them, those that this run leaves out among them. */
  static StepGraph steps(RunModels models) {
    String writePrompts = WriteParquet.step(ParquetTable.PROMPTS);
    return StepGraph.of(
        List.of(
            Step.of(ReadDiffusionDb.STEP),
            Step.of(StoreImages.STEP, ReadDiffusionDb.STEP),
            models.textEmbedder().step(EmbedText.STEP, StoreImages.STEP),
            models.labeler().step(LabelPrompts.STEP, EmbedText.STEP),
            models.clip().step(EncodeClip.STEP, LabelPrompts.STEP),
            new Step(
                AssignStyleClusters.STEP,
                List.of(EncodeClip.STEP),
                models.clip().isUsed(),
                models.clip().isUsed() ? "" : "needs " + EncodeClip.STEP),
            Step.of(writePrompts, AssignStyleClusters.STEP),
            Step.of(SimulateTelemetry.STEP, StoreImages.STEP),
            Step.of(WriteParquet.step(ParquetTable.USERS), SimulateTelemetry.STEP),
            Step.of(WriteParquet.step(ParquetTable.GENERATIONS), SimulateTelemetry.STEP)));
  }
}
