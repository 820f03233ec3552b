package dev.kassei.cli.command;

import dev.kassei.experiment.inference.FilePredictions;
import dev.kassei.results.PredictionsWriter.Content;
import dev.kassei.results.file.WholeFile;
import dev.kassei.results.text.Shortened;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kassei predict}: what a trained network says about further rows. */
@Command(
    name = "predict",
    description = {
      "Predicts the rows of a CSV file by the network of a run. Columns are found by their names,"
          + " in any order; those that the network was not trained on are ignored, the label among"
          + " them.",
      "",
      "  kassei predict runs/iris --data flowers.csv --out predicted.csv",
      "  kassei predict runs/iris --data flowers.csv --proba --keep id",
      ""
    },
    mixinStandardHelpOptions = true)
public final class PredictCommand implements Callable<Integer> {
  private static final int LISTED = 20;

  @Spec private CommandSpec specification;

  @Mixin private SavedModelOptions model;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = "A CSV file, packed by gzip or not; - is the standard input.")
  private Path data = Path.of("");

  @Option(
      names = "--out",
      converter = OutputFileConverter.class,
      paramLabel = "FILE",
      description = "The CSV file to write, whole or not at all. Default: standard output.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--proba",
      description = "Writes what the network returns, too: the probability of each class.")
  private boolean wantsOutputs;

  @Option(
      names = "--keep",
      split = ",",
      paramLabel = "COLUMN",
      description =
          "Columns of the data to write before the predictions, such as --keep id,name. A name with"
              + " a comma is quoted as in CSV, --keep '\"length, cm\"'. Repeatable.")
  private List<String> kept = List.of();

  @Override
  public Integer call() throws IOException {
    PrintWriter err = specification.commandLine().getErr();
    if (out.isPresent()) {
      OutputFileConverter.requireOther(out.get(), data);
    }
    Content content = wantsOutputs ? Content.OUTPUTS : Content.PREDICTED;
    var predictions = new FilePredictions(model.read(err), data, columns(), content);
    List<String> unused = out.isPresent() ? write(predictions, out.get()) : print(predictions);
    report(unused, err);
    return 0;
  }

  private List<String> columns() {
    return kept.stream().map(PredictCommand::unquoted).toList();
  }

  /** What picocli does not split it leaves in its quotes. */
  private static String unquoted(String name) {
    boolean isQuoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
    return isQuoted ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
  }

  private List<String> write(FilePredictions predictions, Path file) throws IOException {
    var unused = new ArrayList<String>();
    var guard = new DraftGuard(file);
    try {
      WholeFile.text(file, writer -> unused.addAll(predictions.write(writer)));
    } finally {
      guard.release();
    }
    specification.commandLine().getOut().println(file);
    return unused;
  }

  private List<String> print(FilePredictions predictions) throws IOException {
    PrintWriter writer = specification.commandLine().getOut();
    List<String> unused = predictions.write(writer);
    writer.flush();
    return unused;
  }

  /** Says which columns of the data were not used. */
  static void report(List<String> unused, PrintWriter err) {
    if (!unused.isEmpty()) {
      String names =
          unused.stream().limit(LISTED).map(Shortened::text).collect(Collectors.joining(", "));
      err.println("columns not used: " + names + (unused.size() > LISTED ? ", …" : ""));
    }
  }
}
