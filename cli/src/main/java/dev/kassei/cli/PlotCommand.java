package dev.kassei.cli;

import dev.kassei.plotting.folder.FolderException;
import dev.kassei.plotting.run.RunPictures;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kassei plot}: the pictures and the report of runs. */
@Command(
    name = "plot",
    description = {
      "Draws the folders of runs, as run does by itself: curves, learned surface, decision map,"
          + " confusion matrix or residuals, and histograms into RUN/plots, and RUN/report.html.",
      "",
      "  kassei plot runs/xor-mlp --format svg,pdf",
      ""
    },
    mixinStandardHelpOptions = true)
final class PlotCommand implements Callable<Integer> {
  @Spec private CommandSpec specification;

  @Parameters(arity = "1..*", paramLabel = "RUN", description = "Folders of runs.")
  private List<Path> runs = List.of();

  @Mixin private FormatOption formats;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = specification.commandLine().getErr();
    int code = 0;
    for (Path run : runs) {
      try {
        RunPictures.write(run, formats.formats())
            .forEach(specification.commandLine().getOut()::println);
      } catch (FolderException e) {
        err.println(e.getMessage());
        code = Failures.FIXABLE;
      }
    }
    return code;
  }
}
