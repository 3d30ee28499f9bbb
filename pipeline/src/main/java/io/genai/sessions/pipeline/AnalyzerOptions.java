package io.genai.sessions.pipeline;

import io.genai.sessions.pipeline.PipelineFailure.Code;
import io.genai.sessions.pipeline.simulate.UserSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a run is asked to do. Parsed by {@link AnalyzerCommand}; the defaults are a whole run. */
@Command(
    name = "analyzer",
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Reads DiffusionDB, adds what models and the simulation know, and publishes a warehouse.",
      "Options of the runner (--targetParallelism=4, --flinkMaster=…) are passed on to Beam.",
      ""
    })
public final class AnalyzerOptions {
  static final String SAMPLE = "sample";
  static final String NO_MODEL = "none";
  static final String EMBEDDED_MODEL = "embedded";
  static final String DIRECT_RUNNER = "DirectRunner";

  @Option(
      names = "--input",
      paramLabel = "WHERE",
      defaultValue = SAMPLE,
      description = {
        "What to read (default: ${DEFAULT-VALUE}): 'sample' for the embedded one, a directory in",
        "DiffusionDB's own layout, or a metadata.parquet alone (text only)."
      })
  private String input = SAMPLE;

  @Option(
      names = "--limit",
      paramLabel = "ROWS",
      description = "Read the first ROWS rows only (default: all).")
  private Optional<Long> limit = Optional.empty();

  @Option(
      names = "--sampleRows",
      paramLabel = "ROWS",
      defaultValue = "1000",
      description = "Size of the embedded sample (default: ${DEFAULT-VALUE}).")
  private int sampleRows = 1000;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data",
      description = "Where runs, caches and the warehouse go (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("data");

  @Option(
      names = "--blob",
      paramLabel = "WHERE",
      description = "Where images go, on any of Beam's file systems (default: blob below --data).")
  private Optional<String> blob = Optional.empty();

  @Option(
      names = "--warehouse",
      paramLabel = "FILE",
      description = "The warehouse to publish (default: warehouse.duckdb below --data).")
  private Optional<Path> warehouse = Optional.empty();

  @Option(
      names = "--users",
      paramLabel = "SOURCE",
      description = {
        "Users and times: 'observed' in the input, or 'simulated' (default: observed where the",
        "input has both)."
      })
  private Optional<UserSource> users = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "42",
      description = "Seed of everything that is drawn (default: ${DEFAULT-VALUE}).")
  private long seed = 42;

  @Option(
      names = "--textEmbedder",
      paramLabel = "MODEL",
      defaultValue = EMBEDDED_MODEL,
      description = {
        "What embeds prompts for search by meaning: 'embedded' (all-MiniLM-L6-v2, int8) or 'none'",
        "(default: ${DEFAULT-VALUE})."
      })
  private String textEmbedder = EMBEDDED_MODEL;

  @Option(
      names = "--shards",
      paramLabel = "COUNT",
      defaultValue = "64",
      description = "Groups that rows are shuffled into (default: ${DEFAULT-VALUE}).")
  private int shards = 64;

  @Option(
      names = "--maxBadRecordShare",
      paramLabel = "SHARE",
      defaultValue = "0.01",
      description =
          "More bad records than this share of rows fail the run (default: ${DEFAULT-VALUE}).")
  private double maxBadRecordShare = 0.01;

  @Option(
      names = "--runner",
      paramLabel = "RUNNER",
      defaultValue = DIRECT_RUNNER,
      description = "Beam's runner (default: ${DEFAULT-VALUE}).")
  private String runner = DIRECT_RUNNER;

  @Option(names = "--help", usageHelp = true, description = "Show this and stop.")
  private boolean help;

  private final List<String> beamArguments = new ArrayList<>();

  /** Refuses values out of range, in words. */
  void validate() {
    require(limit.orElse(1L) >= 1, "--limit must be at least 1, but was: " + limit.orElse(1L));
    require(sampleRows >= 1, "--sampleRows must be at least 1, but was: " + sampleRows);
    require(shards >= 1, "--shards must be at least 1, but was: " + shards);
    require(
        maxBadRecordShare >= 0 && maxBadRecordShare <= 1,
        "--maxBadRecordShare must be between 0 and 1, but was: " + maxBadRecordShare);
    require(
        textEmbedder.equals(EMBEDDED_MODEL) || textEmbedder.equals(NO_MODEL),
        "--textEmbedder must be 'embedded' or 'none', but was: " + textEmbedder);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new PipelineFailure(Code.USER, otherwise);
    }
  }

  /** Whether to say what the options are instead of running. */
  boolean asksForHelp() {
    return help;
  }

  /** Adds what only Beam understands. */
  void passToBeam(List<String> arguments) {
    beamArguments.addAll(arguments);
  }

  /** Where to read; {@link #isSample()} says whether it is the embedded sample. */
  public String input() {
    return input;
  }

  public boolean isSample() {
    return input.equals(SAMPLE);
  }

  /** Rows to read; empty: all. */
  public OptionalLong limit() {
    return limit.map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  public int sampleRows() {
    return sampleRows;
  }

  public Path data() {
    return data;
  }

  /** Root of the blob store: a directory, or a location on any of Beam's file systems. */
  public String blob() {
    return blob.orElseGet(() -> data.resolve("blob").toString());
  }

  public Path warehouse() {
    return warehouse.orElseGet(() -> data.resolve("warehouse.duckdb"));
  }

  /** Folder of the caches of inference. */
  public String cache() {
    return data.resolve("cache").toString();
  }

  /** Where users and times come from; empty: from the input where it has both. */
  public Optional<UserSource> users() {
    return users;
  }

  public long seed() {
    return seed;
  }

  /** Whether prompts are embedded. */
  public boolean embedsText() {
    return !textEmbedder.equals(NO_MODEL);
  }

  public int shards() {
    return shards;
  }

  public double maxBadRecordShare() {
    return maxBadRecordShare;
  }

  public String runner() {
    return runner;
  }

  /**
   * Beam's own options, the runner among them.
   *
   * @throws PipelineFailure (USER) where the runner is not on the class path or a value is wrong
   */
  public PipelineOptions toBeam() {
    List<String> arguments = new ArrayList<>();
    arguments.add("--runner=" + runner);
    if (runner.equals(DIRECT_RUNNER)) {
      // Return at once, so that progress can be shown; our DoFns change no element.
      arguments.add("--blockOnRun=false");
      arguments.add("--enforceImmutability=false");
      arguments.add("--enforceEncodability=false");
    }
    arguments.addAll(beamArguments);
    try {
      return PipelineOptionsFactory.fromArgs(arguments.toArray(String[]::new)).create();
    } catch (IllegalArgumentException e) {
      throw new PipelineFailure(Code.USER, "Beam refuses an option: " + e.getMessage(), e);
    }
  }
}
