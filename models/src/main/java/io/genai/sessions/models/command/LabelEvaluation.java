package io.genai.sessions.models.command;

import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.ModelException.Code;
import io.genai.sessions.models.generate.OpenAiCompatibleGenerator;
import io.genai.sessions.models.generate.ServerOptions;
import io.genai.sessions.models.hub.ModelStore;
import io.genai.sessions.models.label.EmbeddedPromptLabeler;
import io.genai.sessions.models.label.LlmPromptLabeler;
import io.genai.sessions.models.label.PromptLabeler;
import io.genai.sessions.models.label.PromptLabels;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures a labeller on prompts that were labelled by hand. */
@Command(
    name = "labels",
    mixinStandardHelpOptions = true,
    description = {
      "Prints a labeller's accuracy for each label, strictly and leniently (labels listed under",
      "'also' count), beside the majority floor, and every miss."
    })
public final class LabelEvaluation implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE.jsonl",
      description = "A line for each prompt: prompt, the seven labels, also (label: [values]).")
  private Path file;

  @Option(
      names = "--labels",
      defaultValue = "embedded",
      description = "embedded (default), a text generator of the catalogue, or server.")
  private String labels;

  @Option(names = "--server", description = "Address of an OpenAI-compatible server.")
  private Optional<URI> server = Optional.empty();

  @Option(names = "--server-model", description = "The model's name on that server.")
  private Optional<String> serverModel = Optional.empty();

  @Spec private CommandSpec spec;

  /** Runs and exits. */
  public static void main(String[] arguments) {
    int exitCode = commandLine().execute(arguments);
    if (exitCode != ExitCode.OK) {
      System.exit(exitCode);
    }
  }

  static CommandLine commandLine() {
    return ModelsCommand.reporting(new CommandLine(new LabelEvaluation()));
  }

  @Override
  public Integer call() {
    List<LabelledPrompt> prompts = LabelledPrompt.read(file);
    try (PromptLabeler labeler = labeler()) {
      long start = System.nanoTime();
      List<PromptLabels> answers =
          labeler.label(prompts.stream().map(LabelledPrompt::prompt).toList());
      double millis = (System.nanoTime() - start) / 1e6 / prompts.size();
      PrintWriter out = spec.commandLine().getOut();
      out.printf(
          "%s on %d prompts of %s, %.1f ms a prompt%n",
          labeler.id(), prompts.size(), file.getFileName(), millis);
      LabelReport.print(prompts, answers, out);
      out.flush();
    }
    return ExitCode.OK;
  }

  private PromptLabeler labeler() {
    return switch (labels) {
      case "embedded" -> EmbeddedPromptLabeler.open();
      case "server" -> new LlmPromptLabeler(OpenAiCompatibleGenerator.connect(serverOptions()));
      default -> LlmPromptLabeler.ofCatalogue(ModelStore.ofEnvironment(new ProgressBars()), labels);
    };
  }

  private ServerOptions serverOptions() {
    return ServerOptions.of(
        server.orElseThrow(() -> missing("--server")),
        serverModel.orElseThrow(() -> missing("--server-model")));
  }

  private static ModelException missing(String option) {
    return new ModelException(
        Code.USER,
        "--labels=server needs %s, for instance: --server=http://localhost:8000 --server-model=Qwen/Qwen2.5-1.5B-Instruct"
            .formatted(option));
  }
}
