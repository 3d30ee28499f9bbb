package io.genai.sessions.pipeline;

import io.genai.sessions.models.hub.HubSettings;
import io.genai.sessions.pipeline.PipelineFailure.Code;
import io.genai.sessions.pipeline.download.DiffusionDbDownload;
import io.genai.sessions.pipeline.download.DiffusionDbSubset;
import io.genai.sessions.pipeline.enrich.EmbedText;
import io.genai.sessions.pipeline.enrich.EncodeClip;
import io.genai.sessions.pipeline.enrich.LabelPrompts;
import io.genai.sessions.pipeline.read.InputPlan;
import io.genai.sessions.pipeline.read.ReadDiffusionDb;
import io.genai.sessions.pipeline.run.DataLease;
import io.genai.sessions.pipeline.run.LocalRun;
import io.genai.sessions.pipeline.run.PipelineWatch;
import io.genai.sessions.pipeline.run.RunDirectory;
import io.genai.sessions.pipeline.run.RunReport;
import io.genai.sessions.pipeline.run.RunReport.ModelReport;
import io.genai.sessions.pipeline.run.RunSummary;
import io.genai.sessions.pipeline.run.StepActivity;
import io.genai.sessions.pipeline.run.StepGraph;
import io.genai.sessions.pipeline.sample.SampleDataset;
import io.genai.sessions.pipeline.simulate.UserSource;
import io.genai.sessions.pipeline.synthetic.SyntheticMetadata;
import io.genai.sessions.pipeline.write.ParquetTable;
import io.genai.sessions.pipeline.write.WriteParquet;
import io.genai.sessions.warehouse.Warehouse;
import io.genai.sessions.warehouse.WarehouseState.OtherSchema;
import io.genai.sessions.warehouse.build.BuildReport;
import io.genai.sessions.warehouse.build.WarehouseBuilder;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.beam.sdk.io.FileSystems;

/** One run from its options to the published warehouse. */
final class AnalysisRun {
  private static final String VERSION = "0.1.0";
  private static final int REASONS_SHOWN = 5;

  private final AnalyzerOptions options;
  private final RunModels models;
  private final String command;
  private final PrintStream out;
  private final Instant started = Instant.now();

  /**
   * @param command the arguments as typed, for the run's report
   */
  AnalysisRun(AnalyzerOptions options, RunModels models, String command, PrintStream out) {
    this.options = options;
    this.models = models;
    this.command = command;
    this.out = out;
  }

  RunSummary execute() {
    options.cluster().ifPresent(ClusterAddress::requireAnswer);
    FileSystems.setDefaultPipelineOptions(options.toBeam());
    options.data().requireFileSystem("--data");
    options.blob().requireFileSystem("--blob");
    if (!options.data().isLocal()) {
      return run(); // Nobody can lock an object store, and nothing is swept there.
    }
    try (DataLease lease = DataLease.of(options.data().local())) {
      if (lease.killedRuns() > 0) {
        out.printf(
            "Removed what %,d killed run(s) left; what they had finished is reused.%n",
            lease.killedRuns());
      }
      return run();
    }
  }

  private RunSummary run() {
    RunDirectory directory = RunDirectory.create(options.data().below("runs").text(), started);
    try (RunDirectory.Unfinished unfinished = directory.deleteUnlessFinished()) {
      InputPlan plan = plan();
      UserSource users = users(plan);
      StepGraph graph = AnalyzerPipeline.steps(models);
      Map<String, StepActivity> activity =
          PipelineWatch.of(graph, out)
              .run(AnalyzerPipeline.build(options, models, plan, users, directory.path()));
      RunReport report = report(directory, graph, activity, users, "succeeded");
      long badRecords = report.badRecords();
      if (badRecords > options.maxBadRecordShare() * of(activity, ReadDiffusionDb.STEP).rowsOut()) {
        write(report(directory, graph, activity, users, "failed"), directory);
        unfinished.keep();
        throw tooManyBadRecords(
            directory, badRecords, of(activity, ReadDiffusionDb.STEP).rowsOut());
      }
      write(report, directory);
      unfinished.keep();
      sayWhetherTheWarehouseIsOfAnotherVersion();
      try (LocalRun run = directory.local()) {
        return summary(
            report, WarehouseBuilder.from(run.directory()).publishTo(options.warehouse()));
      }
    }
  }

  private void sayWhetherTheWarehouseIsOfAnotherVersion() {
    try (Warehouse warehouse = Warehouse.open(options.warehouse())) {
      if (warehouse.state() instanceof OtherSchema old) {
        out.printf(
            "The warehouse at %s has schema version %d; it is built anew with version %d.%n",
            old.file(), old.found(), old.expected());
      }
    }
  }

  private InputPlan plan() {
    return options
        .hubSubset()
        .map(this::download)
        .map(files -> InputPlan.of(files.parts(), files.metadata(), options.limit()))
        .orElseGet(() -> InputPlan.of(input(), options.limit()));
  }

  private DiffusionDbDownload download(DiffusionDbSubset subset) {
    HubSettings environment = HubSettings.ofEnvironment();
    HubSettings settings =
        new HubSettings(
            environment.endpoint(),
            options.data().below("raw/hub").local(),
            environment.token(),
            environment.offline());
    return DiffusionDbDownload.of(subset, settings, out);
  }

  private String input() {
    OptionalLong synthetic = options.syntheticRows();
    if (synthetic.isPresent()) {
      String raw = options.data().below("raw").text();
      return SyntheticMetadata.create(raw, synthetic.getAsLong(), options.seed());
    }
    if (!options.isSample()) {
      Location place = Location.of(options.input());
      place.requireFileSystem("--input");
      return place.text();
    }
    int rows = options.sampleRows();
    Location place = options.data().below("raw/sample-%d-%d".formatted(rows, options.seed()));
    return place.isLocal()
        ? SampleDataset.create(place.local(), rows, options.seed()).toString()
        : RemoteSample.create(place, rows, options.seed()).text();
  }

  private UserSource users(InputPlan plan) {
    if (options.users().orElse(UserSource.SIMULATED) == UserSource.OBSERVED
        && !plan.hasUsersAndTimes()) {
      throw new PipelineFailure(
          Code.USER,
          "--users=observed needs an input with the columns user_name and timestamp, but %s has none. Leave --users out to simulate them."
              .formatted(options.input()));
    }
    return options
        .users()
        .orElse(plan.hasUsersAndTimes() ? UserSource.OBSERVED : UserSource.SIMULATED);
  }

  private static StepActivity of(Map<String, StepActivity> activity, String step) {
    return activity.getOrDefault(step, StepActivity.NONE);
  }

  private RunReport report(
      RunDirectory directory,
      StepGraph graph,
      Map<String, StepActivity> activity,
      UserSource users,
      String status) {
    // The users of a synthetic input are read like observed ones, but nobody ever observed them.
    UserSource origin = options.syntheticRows().isPresent() ? UserSource.SIMULATED : users;
    Map<String, Long> rows =
        Map.of(
            "prompts", of(activity, WriteParquet.step(ParquetTable.PROMPTS)).rowsOut(),
            "users", of(activity, WriteParquet.step(ParquetTable.USERS)).rowsOut(),
            "generations", of(activity, WriteParquet.step(ParquetTable.GENERATIONS)).rowsOut());
    long badRecords = activity.values().stream().mapToLong(StepActivity::badRecords).sum();
    return new RunReport(
        directory.name(),
        status,
        started.toString(),
        Instant.now().toString(),
        command,
        describeInput(),
        options.runner(),
        options.seed(),
        AnalyzerCommand.typed(origin),
        VERSION,
        rows,
        badRecords,
        SimulatedColumns.of(origin),
        graph.report(activity, status.equals("succeeded")),
        models(activity));
  }

  private String describeInput() {
    return options.isSample()
        ? "embedded sample, %,d rows".formatted(options.sampleRows())
        : options.input();
  }

  private List<ModelReport> models(Map<String, StepActivity> activity) {
    return List.of(
        models.textEmbedder().report(of(activity, EmbedText.STEP)),
        models.labeler().report(of(activity, LabelPrompts.STEP)),
        models.clip().report(of(activity, EncodeClip.STEP)));
  }

  private static void write(RunReport report, RunDirectory directory) {
    try {
      report.writeTo(directory.path());
    } catch (IOException e) {
      throw new PipelineFailure(
          Code.RESOURCE,
          "Cannot write %s below %s: %s"
              .formatted(RunReport.FILE, directory.path(), e.getMessage()),
          e);
    }
  }

  private PipelineFailure tooManyBadRecords(RunDirectory directory, long badRecords, long rows) {
    return new PipelineFailure(
        Code.DATA,
        """
        %,d bad records for %,d rows are more than --maxBadRecordShare=%s allows. The first reasons:
        %s
        All of them: %s. The warehouse was left as it is. Mend the input, or allow more."""
            .formatted(
                badRecords,
                rows,
                options.maxBadRecordShare(),
                String.join("\n", directory.firstBadRecords(REASONS_SHOWN)),
                directory.badRecords()));
  }

  private RunSummary summary(RunReport report, BuildReport built) {
    double errorRate;
    try (Warehouse warehouse = Warehouse.open(options.warehouse())) {
      errorRate =
          warehouse
              .queryOne(
                  "SELECT avg((status <> 'success')::INTEGER) AS error_rate FROM fct_generations",
                  List.of(),
                  row -> row.number("error_rate"))
              .orElse(0.0);
    }
    return new RunSummary(
        report,
        built.rows("fct_sessions"),
        errorRate,
        Duration.between(started, Instant.now()),
        options.warehouse());
  }
}
