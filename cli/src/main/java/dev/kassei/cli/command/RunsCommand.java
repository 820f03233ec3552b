package dev.kassei.cli.command;

import dev.kassei.cli.failure.UsageProblem;
import dev.kassei.cli.sheet.Json;
import dev.kassei.cli.sheet.SavedFolders;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kassei runs}: what has been trained. */
@Command(
    name = "runs",
    description = {
      "Lists the runs and batches in a folder, the newest first: how they ended, what they came to,"
          + " when, and how long they were trained in all threads together.",
      ""
    },
    mixinStandardHelpOptions = true)
public final class RunsCommand implements Callable<Integer> {
  @Spec private CommandSpec specification;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "The folder with the folders of runs and batches. Default: ${DEFAULT-VALUE}.")
  private Path runs = Path.of("runs");

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(runs)) {
      throw new UsageProblem(
          "there is no folder '%s'; 'kassei run FILE' makes it, and --out chooses another"
              .formatted(runs));
    }
    PrintWriter out = specification.commandLine().getOut();
    SavedFolders folders = SavedFolders.in(runs);
    if (json) {
      Json.print(out, folders::write);
    } else if (folders.isEmpty()) {
      specification.commandLine().getErr().println("there are no runs in '%s'".formatted(runs));
    } else {
      folders.print(out, ZoneId.systemDefault());
    }
    return 0;
  }
}
