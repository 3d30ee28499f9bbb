package io.genai.sessions.pipeline;

import io.genai.sessions.pipeline.PipelineFailure.Code;
import io.genai.sessions.pipeline.download.DiffusionDbSubset;
import io.genai.sessions.pipeline.simulate.UserSource;
import io.genai.sessions.pipeline.synthetic.SyntheticMetadata;
import java.net.URI;
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
  static final String HUB_PREFIX = "hf:";
  static final String SYNTHETIC_PREFIX = "synthetic:";
  static final String NO_MODEL = "none";
  static final String EMBEDDED_MODEL = "embedded";
  static final String SERVER = "server";
  static final String DIRECT_RUNNER = "DirectRunner";

  @Option(
      names = "--input",
      paramLabel = "WHERE",
      defaultValue = SAMPLE,
      description = {
        "What to read (default: ${DEFAULT-VALUE}): 'sample' for the embedded one, a directory in",
        "DiffusionDB's own layout, a metadata.parquet alone (text only), or a subset that is",
        "downloaded first, by the dataset's own name: hf:2m_first_1k, hf:2m_random_5k,",
        "hf:large_first_1k, hf:text_only …; synthetic:ROWS makes up a text-only one for",
        "measurements."
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
      paramLabel = "WHERE",
      defaultValue = "data",
      description = {
        "Where runs, caches, images and the warehouse go, on any of Beam's file systems (default:",
        "${DEFAULT-VALUE}). With a cluster: where all its workers see it."
      })
  private String data = "data";

  @Option(
      names = "--blob",
      paramLabel = "WHERE",
      description = "Where images go, on any of Beam's file systems (default: blob below --data).")
  private Optional<String> blob = Optional.empty();

  @Option(
      names = "--warehouse",
      paramLabel = "FILE",
      description = {
        "The warehouse to publish, on this machine's disk (default: warehouse.duckdb below --data)."
      })
  private Optional<String> warehouse = Optional.empty();

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
      names = "--labels",
      paramLabel = "MODEL",
      defaultValue = EMBEDDED_MODEL,
      description = {
        "What labels prompts: 'embedded' (cue phrases and all-MiniLM-L6-v2), a text generator of the",
        "catalogue by its id, 'server' for an OpenAI-compatible one, or 'none' (default:",
        "${DEFAULT-VALUE})."
      })
  private String labels = EMBEDDED_MODEL;

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "Address of the server of --labels=server, such as http://localhost:8000.")
  private Optional<URI> server = Optional.empty();

  @Option(
      names = "--serverModel",
      paramLabel = "NAME",
      description = "Name of the model on that server.")
  private Optional<String> serverModel = Optional.empty();

  @Option(
      names = "--clip",
      paramLabel = "MODEL",
      defaultValue = EMBEDDED_MODEL,
      description = {
        "What compares images with prompts: 'embedded' (made for the embedded sample), a CLIP model",
        "of the catalogue by its id, or 'none' (default: ${DEFAULT-VALUE})."
      })
  private String clip = EMBEDDED_MODEL;

  @Option(
      names = "--clusters",
      paramLabel = "COUNT",
      defaultValue = "8",
      description = "Groups of images that look alike (default: ${DEFAULT-VALUE}).")
  private int clusters = 8;

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
      description = {
        "What runs the job (default: ${DEFAULT-VALUE}), or one that a Maven profile adds:",
        "FlinkRunner (-Pflink), SparkRunner (-Pspark), DataflowRunner (-Pdataflow)."
      })
  private String runner = DIRECT_RUNNER;

  @Option(names = "--help", usageHelp = true, description = "Show this and stop.")
  private boolean help;

  private final List<String> beamArguments = new ArrayList<>();

  /** Refuses values out of range, in words. */
  void validate() {
    require(limit.orElse(1L) >= 1, "--limit must be at least 1, but was: " + limit.orElse(1L));
    require(sampleRows >= 1, "--sampleRows must be at least 1, but was: " + sampleRows);
    hubSubset();
    syntheticRows();
    require(
        !(input.startsWith(HUB_PREFIX) && Location.isRemote(data)),
        "--input=%s is downloaded to a local disk, but --data is %s. Download it with a local --data, copy its data/raw to the store, and give that as --input."
            .formatted(input, data));
    require(
        !Location.isRemote(warehouse.orElse(data)),
        "--warehouse must be a file on this machine's disk, since DuckDB writes it in place, but was: %s. Name one, such as --warehouse=data/warehouse.duckdb; once published it may be copied anywhere."
            .formatted(warehouse.orElse("warehouse.duckdb below --data=" + data)));
    require(shards >= 1, "--shards must be at least 1, but was: " + shards);
    require(
        maxBadRecordShare >= 0 && maxBadRecordShare <= 1,
        "--maxBadRecordShare must be between 0 and 1, but was: " + maxBadRecordShare);
    require(
        textEmbedder.equals(EMBEDDED_MODEL) || textEmbedder.equals(NO_MODEL),
        "--textEmbedder must be 'embedded' or 'none', but was: " + textEmbedder);
    require(
        !labels.equals(SERVER) || (server.isPresent() && serverModel.isPresent()),
        "--labels=server needs --server and --serverModel, for instance: --server=http://localhost:8000 --serverModel=Qwen/Qwen2.5-1.5B-Instruct");
    require(clusters >= 1, "--clusters must be at least 1, but was: " + clusters);
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

  /**
   * The subset of DiffusionDB to download; empty: the input is no {@code hf:…}.
   *
   * @throws PipelineFailure (USER) where there is no such subset
   */
  Optional<DiffusionDbSubset> hubSubset() {
    return input.startsWith(HUB_PREFIX)
        ? Optional.of(DiffusionDbSubset.of(input.substring(HUB_PREFIX.length()), seed))
        : Optional.empty();
  }

  /**
   * Rows of the synthetic input to make; empty: the input is no {@code synthetic:…}.
   *
   * @throws PipelineFailure (USER) where that is no number in the range
   */
  OptionalLong syntheticRows() {
    if (!input.startsWith(SYNTHETIC_PREFIX)) {
      return OptionalLong.empty();
    }
    String rows = input.substring(SYNTHETIC_PREFIX.length());
    boolean isNumber = rows.matches("[0-9]{1,18}");
    require(
        isNumber && Long.parseLong(rows) >= 1 && Long.parseLong(rows) <= SyntheticMetadata.LARGEST,
        "--input=synthetic:ROWS must have 1 to %,d rows, but was: %s"
            .formatted(SyntheticMetadata.LARGEST, rows));
    return OptionalLong.of(Long.parseLong(rows));
  }

  /** Rows to read; empty: all. */
  public OptionalLong limit() {
    return limit.map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  public int sampleRows() {
    return sampleRows;
  }

  /** Where runs, caches and raw inputs go. */
  Location data() {
    return Location.of(data);
  }

  /** Root of the blob store: a directory, or a location on any of Beam's file systems. */
  Location blob() {
    return blob.map(Location::of).orElseGet(() -> data().below("blob"));
  }

  public Path warehouse() {
    return warehouse.map(Path::of).orElseGet(() -> Path.of(data, "warehouse.duckdb"));
  }

  /** Folder of the caches of inference. */
  public String cache() {
    return data().below("cache").text();
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

  /** What labels prompts: {@code embedded}, {@code server}, {@code none} or a model's id. */
  public String labels() {
    return labels;
  }

  /** Address of the server that labels prompts; there where {@link #labels()} is {@code server}. */
  public Optional<URI> server() {
    return server;
  }

  /** The model on that server; there where {@link #labels()} is {@code server}. */
  public Optional<String> serverModel() {
    return serverModel;
  }

  /** What compares images with prompts: {@code embedded}, {@code none} or a model's id. */
  public String clip() {
    return clip;
  }

  /** The most groups of similar images that are made. */
  public int clusters() {
    return clusters;
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

  /** The cluster that the job is sent to; empty: it runs in this process, or where Beam says. */
  Optional<ClusterAddress> cluster() {
    return Engine.of(runner).flatMap(engine -> engine.cluster(beamArguments));
  }

  /**
   * Beam's own options, the runner among them.
   *
   * @throws PipelineFailure (USER) where the runner is not on the class path or a value is wrong
   */
  public PipelineOptions toBeam() {
    List<String> arguments = new ArrayList<>();
    arguments.add("--runner=" + runner);
    Engine.of(runner).ifPresent(engine -> arguments.addAll(engine.defaults(beamArguments)));
    arguments.addAll(beamArguments);
    try {
      return PipelineOptionsFactory.fromArgs(arguments.toArray(String[]::new)).create();
    } catch (IllegalArgumentException e) {
      throw new PipelineFailure(Code.USER, "Beam refuses an option: " + e.getMessage(), e);
    }
  }
}
