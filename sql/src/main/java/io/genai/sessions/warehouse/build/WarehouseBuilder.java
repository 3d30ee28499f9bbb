package io.genai.sessions.warehouse.build;

import io.genai.sessions.warehouse.WarehouseException;
import io.genai.sessions.warehouse.WarehouseException.Code;
import io.genai.sessions.warehouse.build.CheckResult.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds the warehouse from what a run of the pipeline wrote, and publishes it only if its rows
 * keep every rule. A reader never sees half a warehouse; a build that fails, is interrupted or
 * killed leaves the old one.
 */
public final class WarehouseBuilder {
  private static final Logger LOG = LoggerFactory.getLogger(WarehouseBuilder.class);

  /** Longer than any build that this product's sizes ask for. */
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final Path runDirectory;
  private final BuildSettings settings;
  private final Duration patience;

  private WarehouseBuilder(Path runDirectory, BuildSettings settings, Duration patience) {
    this.runDirectory = runDirectory;
    this.settings = settings;
    this.patience = patience;
  }

  /**
   * Builds from a run.
   *
   * @param runDirectory directory of a finished run, {@code data/runs/<run>}
   */
  public static WarehouseBuilder from(Path runDirectory) {
    return new WarehouseBuilder(runDirectory, BuildSettings.defaults(), PATIENCE);
  }

  /** The same with other threads and memory. */
  public WarehouseBuilder with(BuildSettings otherSettings) {
    return new WarehouseBuilder(runDirectory, otherSettings, patience);
  }

  /** The same, waiting no longer than this for another build to end. */
  WarehouseBuilder waitingAtMost(Duration otherPatience) {
    return new WarehouseBuilder(runDirectory, settings, otherPatience);
  }

  /**
   * Builds beside the warehouse, checks, and renames over it. While another build publishes there,
   * it waits, half an hour at most.
   *
   * @param warehouse where readers look for it, {@code data/warehouse.duckdb}
   * @return rows, checks and times
   * @throws WarehouseException USER: no such run, or interrupted. DATA: columns are missing, or
   *     rows break a rule; names it and shows five rows. RESOURCE: no space, no permission, or
   *     another build does not end
   */
  public BuildReport publishTo(Path warehouse) {
    Stopwatch stopwatch = Stopwatch.start();
    RunDirectory run = RunDirectory.at(runDirectory);
    Path target = warehouse.toAbsolutePath().normalize();
    prepareDirectoryOf(target);
    return new BuildLock(target, patience).holding(() -> buildAlone(run, target, stopwatch));
  }

  private BuildReport buildAlone(RunDirectory run, Path target, Stopwatch stopwatch) {
    BuildFile file = new BuildFile(target, run.name());
    try (Interruption interruption = Interruption.watchOver(file)) {
      file.deleteLeftovers();
      try {
        BuildReport report = build(run, file, interruption, stopwatch);
        LOG.info("Published run {} to {}", report.runId(), target);
        return report;
      } finally {
        file.deleteLeftovers();
      }
    }
  }

  private BuildReport build(
      RunDirectory run, BuildFile file, Interruption interruption, Stopwatch stopwatch) {
    List<CheckResult> checks = new ArrayList<>();
    WarehouseModels models;
    String runId;
    try (BuildDatabase database =
        BuildDatabase.create(file.path(), file.spillDirectory(), settings)) {
      interruption.stops(database);
      models = new WarehouseModels(database);
      models.createRules();
      new RunSource(database, run).attach();
      models.createStaging();
      runId = requireSuccess(database, run);
      checks.addAll(Checks.run(database, Stage.STAGING));
      Checks.require(checks);
      models.buildMarts();
      checks.addAll(Checks.run(database, Stage.MARTS));
      Checks.require(checks);
      models.buildOps(checks);
      database.execute("Writing the warehouse", "CHECKPOINT");
    }
    file.publish();
    return new BuildReport(runId, file.warehouse(), models.reports(), checks, stopwatch.seconds());
  }

  private static String requireSuccess(BuildDatabase database, RunDirectory run) {
    String query = "SELECT run_id, status FROM stg_runs WHERE is_published";
    String status =
        database.query("Reading run.json", query, row -> row.getString("status")).get(0);
    if (!status.equals("succeeded")) {
      throw new WarehouseException(
          Code.USER,
          "The run in %s is %s, only a succeeded one can be published. Run the pipeline again."
              .formatted(run.path(), status));
    }
    return database.query("Reading run.json", query, row -> row.getString("run_id")).get(0);
  }

  private static void prepareDirectoryOf(Path warehouse) {
    if (Files.isDirectory(warehouse)) {
      throw new WarehouseException(
          Code.USER, "The warehouse is a file, but %s is a directory.".formatted(warehouse));
    }
    try {
      Files.createDirectories(warehouse.getParent());
    } catch (IOException e) {
      throw new WarehouseException(
          Code.RESOURCE,
          "%s can't be made: %s. Choose another place for the warehouse."
              .formatted(warehouse.getParent(), e),
          e);
    }
  }
}
