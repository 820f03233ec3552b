package dev.kassei.cli.command;

import dev.kassei.experiment.inference.FileEvaluation;
import dev.kassei.results.json.RecordJson;
import dev.kassei.results.text.Heading;
import dev.kassei.results.text.Rounded;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kassei evaluate}: what a trained network is worth on further rows. */
@Command(
    name = "evaluate",
    description = {
      "Measures the network of a run on the rows of a CSV file with labels: the loss and the"
          + " metrics of its experiment.",
      "",
      "  kassei evaluate runs/iris --data more-flowers.csv",
      ""
    },
    mixinStandardHelpOptions = true)
public final class EvaluateCommand implements Callable<Integer> {
  private static final int FORMAT = 1;

  @Spec private CommandSpec specification;

  @Mixin private SavedModelOptions model;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description =
          "A CSV file with the columns that were learned, packed by gzip or not; - is the standard"
              + " input.")
  private Path data = Path.of("");

  @Option(names = "--json", description = "Prints JSON, with all digits.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = specification.commandLine().getErr();
    FileEvaluation evaluation = FileEvaluation.of(model.read(err), data);
    print(evaluation, specification.commandLine().getOut());
    PredictCommand.report(evaluation.unused(), err);
    return 0;
  }

  private void print(FileEvaluation evaluation, PrintWriter out) {
    if (json) {
      var text = new StringWriter();
      RecordJson.write(evaluation, FORMAT, text);
      out.print(text);
    } else {
      out.println("Rows: " + evaluation.rows());
      evaluation
          .metrics()
          .forEach(
              (name, value) ->
                  out.println(Heading.of(name) + ": " + Rounded.CONSOLE.metric(value)));
      evaluation.remarks().forEach(remark -> out.println("Note: " + remark));
    }
    out.flush();
  }
}
