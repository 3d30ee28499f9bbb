package io.genai.sessions.pipeline;

import io.genai.sessions.pipeline.PipelineFailure.Code;
import io.genai.sessions.pipeline.simulate.UserSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns the command line into options, or into a message that says what is wrong with it. */
final class AnalyzerCommand {
  private AnalyzerCommand() {}

  /**
   * Parses the command line.
   *
   * @return empty where help was asked for
   * @throws PipelineFailure (USER) naming the parameter, its range and what it was
   */
  static Optional<AnalyzerOptions> parse(String... arguments) {
    AnalyzerOptions options = new AnalyzerOptions();
    CommandLine commandLine = commandLine(options).setUnmatchedArgumentsAllowed(true);
    try {
      CommandLine.ParseResult parsed = commandLine.parseArgs(arguments);
      if (options.asksForHelp()) {
        return Optional.empty();
      }
      List<String> unmatched = parsed.unmatched();
      options.passToBeam(unmatched);
      options.validate();
      beamOptions(options, commandLine, unmatched);
      return Optional.of(options);
    } catch (ParameterException e) {
      throw new PipelineFailure(Code.USER, e.getMessage() + ". See --help.", e);
    }
  }

  /** Every option with its default. */
  static String usage() {
    return commandLine(new AnalyzerOptions()).getUsageMessage();
  }

  private static CommandLine commandLine(AnalyzerOptions options) {
    return new CommandLine(options)
        .registerConverter(UserSource.class, AnalyzerCommand::userSource)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  private static UserSource userSource(String name) {
    for (UserSource source : UserSource.values()) {
      if (source.name().equalsIgnoreCase(name)) {
        return source;
      }
    }
    throw new CommandLine.TypeConversionException(
        "must be 'observed' or 'simulated', but was: " + name);
  }

  /** Beam's options; what neither knows is refused with the nearest name. */
  private static void beamOptions(
      AnalyzerOptions options, CommandLine commandLine, List<String> unmatched) {
    Engine.require(options.runner());
    List<String> unknown = new ArrayList<>();
    for (String argument : unmatched) {
      if (!beamKnows(argument)) {
        unknown.add(argument);
      }
    }
    if (!unknown.isEmpty()) {
      List<String> suggestions =
          new UnmatchedArgumentException(commandLine, unknown).getSuggestions();
      String nearest =
          suggestions.isEmpty() ? "" : " Did you mean " + String.join(" or ", suggestions) + "?";
      throw new PipelineFailure(
          Code.USER, "Unknown option: " + unknown.get(0) + "." + nearest + " See --help.");
    }
    options.toBeam();
  }

  private static boolean beamKnows(String argument) {
    if (!argument.startsWith("--")) {
      return false;
    }
    try {
      PipelineOptions unused = PipelineOptionsFactory.fromArgs(argument).create();
      return unused != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The name of an enum's constant as people type it. */
  static String typed(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
