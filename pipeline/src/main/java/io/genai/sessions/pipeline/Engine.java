package io.genai.sessions.pipeline;

import io.genai.sessions.pipeline.PipelineFailure.Code;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/**
 * The engines that Beam runs the job on, known by their options alone: their classes are there only
 * where the build was given their Maven profile.
 */
enum Engine {
  DIRECT("DirectRunner", ""),
  FLINK("FlinkRunner", "flink"),
  SPARK("SparkRunner", "spark"),
  DATAFLOW("DataflowRunner", "dataflow");

  private final String runner;
  private final String profile;

  Engine(String runner, String profile) {
    this.runner = runner;
    this.profile = profile;
  }

  /**
   * The engine of {@code --runner}, named as Beam lets one name it; empty: one of Beam's others.
   */
  static Optional<Engine> of(String runner) {
    String name = runner.toLowerCase(Locale.ROOT).replaceFirst("runner$", "");
    return Arrays.stream(values())
        .filter(engine -> engine.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  /**
   * Refuses a runner that is not on the class path.
   *
   * @throws PipelineFailure (USER) naming the profile that brings it
   */
  static void require(String runner) {
    try {
      PipelineOptions unused = PipelineOptionsFactory.fromArgs("--runner=" + runner).create();
    } catch (IllegalArgumentException e) {
      throw new PipelineFailure(
          Code.USER,
          of(runner)
              .map(engine -> engine.missing(runner))
              .orElse(
                  "--runner must be one of DirectRunner, FlinkRunner, SparkRunner and DataflowRunner, but was: "
                      + runner),
          e);
    }
  }

  private String missing(String typed) {
    return "--runner=%s is not part of this build. Add its Maven profile: mvn -q compile exec:java -pl pipeline -am -P%s -Dexec.args=\"--runner=%s …\""
        .formatted(typed, profile, runner);
  }

  /**
   * What suits this job, where the user says nothing else. Its DoFns change no element, so that
   * none has to be copied or watched.
   *
   * @param typed the user's own arguments for Beam
   */
  List<String> defaults(List<String> typed) {
    List<String> arguments = new ArrayList<>();
    switch (this) {
      case DIRECT -> {
        // Return at once, so that progress can be shown.
        arguments.add("--blockOnRun=false");
        arguments.add("--enforceImmutability=false");
        arguments.add("--enforceEncodability=false");
      }
      case FLINK -> {
        arguments.add("--fasterCopy=true");
        if (cluster(typed).isEmpty()) {
          arguments.add("--flinkConfDir=" + FlinkSettings.directory());
        }
      }
      case SPARK, DATAFLOW -> {}
    }
    arguments.removeIf(argument -> value(typed, name(argument)).isPresent());
    return arguments;
  }

  /** The cluster that the arguments name; empty: the engine runs in this process, or a broker. */
  Optional<ClusterAddress> cluster(List<String> typed) {
    return switch (this) {
      case FLINK -> value(typed, ClusterAddress.FLINK).flatMap(ClusterAddress::ofFlink);
      case SPARK -> value(typed, ClusterAddress.SPARK).flatMap(ClusterAddress::ofSpark);
      case DIRECT, DATAFLOW -> Optional.empty();
    };
  }

  private static String name(String argument) {
    return argument.substring(0, argument.indexOf('='));
  }

  /** The value of an option in {@code arguments}, which Beam takes as {@code --name=value} only. */
  private static Optional<String> value(List<String> arguments, String name) {
    return arguments.stream()
        .filter(argument -> argument.startsWith(name + "="))
        .map(argument -> argument.substring(name.length() + 1))
        .reduce((first, last) -> last);
  }
}
