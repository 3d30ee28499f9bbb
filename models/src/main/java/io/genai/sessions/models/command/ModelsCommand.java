package io.genai.sessions.models.command;

import io.genai.sessions.models.ModelException;
import io.genai.sessions.models.ModelException.Code;
import io.genai.sessions.models.hub.CatalogModel;
import io.genai.sessions.models.hub.HubFile;
import io.genai.sessions.models.hub.ModelStore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * Lists, fetches, checks and finds the models of the catalogue. Exits with 0, with 2 for a mistake
 * of the user, with 1 for anything else.
 */
@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    description = "The models of the catalogue, kept in the Hugging Face hub's cache.",
    footer = {
      "",
      "Environment: HF_HOME or HF_HUB_CACHE (where), HF_TOKEN (for gated repositories),",
      "HF_ENDPOINT (another hub), HF_HUB_OFFLINE=1 (no network)."
    })
public final class ModelsCommand {
  @Spec private CommandSpec spec;

  private ModelStore store;

  /** Runs one command and exits. */
  public static void main(String[] arguments) {
    int exitCode = commandLine().execute(arguments);
    if (exitCode != ExitCode.OK) {
      System.exit(exitCode);
    }
  }

  static CommandLine commandLine() {
    return reporting(new CommandLine(new ModelsCommand()));
  }

  /** Has a command say what went wrong in a line, where that is known. */
  static CommandLine reporting(CommandLine command) {
    return command.setExecutionExceptionHandler(
        (failure, commandLine, parsed) -> {
          if (failure instanceof ModelException known) {
            commandLine.getErr().println(known.getMessage());
            return known.code() == Code.USER ? ExitCode.USAGE : ExitCode.SOFTWARE;
          }
          throw failure;
        });
  }

  @Command(description = "Lists the catalogue: id, role, whether it is there, what it is for.")
  void list() {
    for (CatalogModel model : store().models()) {
      String state =
          model.isEmbedded() ? "embedded" : store().isInstalled(model) ? "installed" : "-";
      out()
          .printf(
              "%-32s %-15s %-10s %-11s %s%n",
              model.id(), model.role().word(), state, model.licence(), model.purpose());
    }
  }

  @Command(description = "Fetches a model's missing and damaged files, resuming what was cut off.")
  void pull(@Parameters(paramLabel = "ID", arity = "1..*") List<String> ids) {
    for (CatalogModel model : models(ids)) {
      if (model.isEmbedded()) {
        out().printf("%s comes with the program: nothing to fetch.%n", model.id());
      } else {
        store().pull(model).forEach(path -> out().println(path));
      }
    }
  }

  @Command(description = "Checks the hashes of a model's files.")
  int verify(@Parameters(paramLabel = "ID", arity = "1..*") List<String> ids) {
    boolean intact = true;
    for (CatalogModel model : models(ids)) {
      store().files(model);
      List<HubFile> damaged = store().damaged(model);
      intact &= damaged.isEmpty();
      if (damaged.isEmpty()) {
        out().printf("%s: all files are intact.%n", model.id());
      }
      for (HubFile file : damaged) {
        out()
            .printf(
                "%s: %s is damaged. Fetch it again with: %s%n",
                model.id(), file.path(), ModelStore.pullCommand(model.id()));
      }
    }
    return intact ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  @Command(description = "Prints where a model's files are.")
  void where(@Parameters(paramLabel = "ID", arity = "1..*") List<String> ids) {
    for (CatalogModel model : models(ids)) {
      for (Path path : store().files(model)) {
        out().println(path);
      }
    }
  }

  private List<CatalogModel> models(List<String> ids) {
    return ids.stream().map(store()::model).toList();
  }

  private ModelStore store() {
    if (store == null) {
      store = ModelStore.ofEnvironment(new ProgressBars());
    }
    return store;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
