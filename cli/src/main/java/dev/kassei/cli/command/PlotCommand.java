package dev.kassei.cli.command;

import dev.kassei.cli.failure.Failures;
import dev.kassei.cli.failure.UsageProblem;
import dev.kassei.plotting.batch.BatchPictures;
import dev.kassei.plotting.run.RunOverlay;
import dev.kassei.plotting.run.RunPictures;
import dev.kassei.results.file.FolderException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kassei plot}: the pictures and the report of runs and batches. */
@Command(
    name = "plot",
    description = {
      "Draws the folders of runs and batches into FOLDER/plots and writes the page report.html, as"
          + " run does by itself."
          + " Runs get curves, learned surface, decision map, confusion matrix or residuals, and"
          + " histograms; batches get improvements, scores, ranks, learning curves and tuning."
          + " Of several runs the curves are drawn over each other, too, into the folder overlay.",
      "",
      "  kassei plot runs/xor-mlp --format svg,pdf",
      "  kassei plot runs/xor-mlp runs/xor-mlp-2",
      ""
    },
    mixinStandardHelpOptions = true)
public final class PlotCommand implements Callable<Integer> {
  private static final String OVERLAY = "overlay";

  @Spec private CommandSpec specification;

  @Parameters(
      arity = "1..*",
      paramLabel = "FOLDER",
      description = "Folders of runs and of batches.")
  private List<Path> folders = List.of();

  @Mixin private FormatOption formats;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "The folder to draw into, in DIR/NAME for each FOLDER, which stays as it is. Default: each"
              + " FOLDER itself.")
  private Optional<Path> out = Optional.empty();

  /** Those folders that are runs and could be drawn. */
  private final List<Path> runs = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    PrintWriter err = specification.commandLine().getErr();
    requirePlaces();
    int code = 0;
    for (Path folder : folders) {
      try {
        draw(folder).forEach(specification.commandLine().getOut()::println);
      } catch (FolderException e) {
        err.println(e.getMessage());
        code = Failures.FIXABLE;
      }
    }
    if (runs.size() > 1) {
      RunOverlay.write(runs, overlay(), formats.formats())
          .forEach(specification.commandLine().getOut()::println);
    }
    return code;
  }

  private Path overlay() {
    return out.orElse(Path.of("")).resolve(OVERLAY);
  }

  private void requirePlaces() throws IOException {
    var places = new HashSet<Path>();
    if (folders.size() > 1) {
      OutputFolder.requireNoResults(overlay());
    }
    for (Path folder : folders) {
      Path place = place(folder);
      if (out.isPresent()) {
        OutputFolder.requireNoResults(place);
      } else if (Files.isDirectory(place)) {
        OutputFolder.require(place);
      }
      if (!places.add(place.toAbsolutePath().normalize())) {
        throw new UsageProblem(
            "two folders would be drawn into '%s'; name each once, and those of equal names one by one"
                .formatted(place));
      }
    }
  }

  private Path place(Path folder) {
    return out.map(base -> base.resolve(name(folder))).orElse(folder);
  }

  private List<Path> draw(Path folder) throws IOException {
    Path place = place(folder);
    if (BatchPictures.isBatch(folder)) {
      return BatchPictures.write(folder, place, formats.formats());
    }
    List<Path> files = RunPictures.write(folder, place, formats.formats());
    runs.add(folder);
    return files;
  }

  private static Path name(Path folder) {
    return folder.toAbsolutePath().normalize().getFileName();
  }
}
