package dev.kassei.cli.sheet;

import dev.kassei.api.Predictions;
import dev.kassei.api.Target;
import dev.kassei.api.value.Numbers;
import dev.kassei.experiment.data.DataSplit;
import dev.kassei.experiment.data.SplitData;
import dev.kassei.experiment.training.Outcome;
import dev.kassei.results.text.EpochsToTarget;
import dev.kassei.results.text.Heading;
import dev.kassei.results.text.Rounded;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Prints what a trained network predicts, as the article does, and its metrics. */
public final class PredictionOutput {
  /** Larger data sets are in {@code predictions.csv} alone. */
  private static final int MAX_ROWS = 16;

  private final PrintWriter out;
  private final SplitData data;

  public PredictionOutput(PrintWriter out, SplitData data) {
    this.out = out;
    this.data = data;
  }

  public void print(Outcome outcome) {
    DataSplit train = data.train();
    if (train.rows() <= MAX_ROWS) {
      out.println();
      out.println("== Prediction after learning ==");
      Predictions predictions = outcome.predictions().get(SplitData.TRAIN);
      for (int row = 0; row < train.rows(); row++) {
        out.println(line(train, predictions, row));
      }
    }
    out.println();
    out.println("Task: " + DataNotes.task(data.target()));
    outcome.metrics().forEach(this::metric);
    outcome.remarks().forEach(remark -> out.println("Note: " + remark));
  }

  private String line(DataSplit part, Predictions predictions, int row) {
    int outputs = predictions.outputs();
    String predicted =
        Arrays.stream(predictions.values(), row * outputs, (row + 1) * outputs)
            .mapToObj(Rounded.CONSOLE::metric)
            .collect(Collectors.joining(" "));
    return "%sPredicted: %s, Target: %s"
        .formatted(
            input(part, row), outputs == 1 ? predicted : "[" + predicted + "]", target(part, row));
  }

  /** Of images there is no more than their place in the order of rows. */
  private String input(DataSplit part, int row) {
    if (data.image().isPresent()) {
      return "";
    }
    return Arrays.stream(part.originals(), row * data.width(), (row + 1) * data.width())
        .mapToObj(Numbers::text)
        .collect(Collectors.joining(" ", "Input: [", "], "));
  }

  private String target(DataSplit part, int row) {
    Target target = data.target();
    if (target.isClasses()) {
      return target.classes().get((int) part.originalTargets()[row]);
    }
    int columns = target.columns();
    return Arrays.stream(part.originalTargets(), row * columns, (row + 1) * columns)
        .mapToObj(Numbers::text)
        .collect(Collectors.joining(" "));
  }

  private void metric(String name, double value) {
    boolean undecided = name.endsWith(".accuracy") && Double.isNaN(value);
    out.println(Heading.of(name) + ": " + (undecided ? undecided() : text(name, value)));
  }

  private static String text(String name, double value) {
    return EpochsToTarget.text(name, value).orElseGet(() -> Rounded.CONSOLE.metric(value));
  }

  private static String undecided() {
    return "undecided (no prediction is more than "
        + Numbers.text(Predictions.UNDECIDED)
        + " away from a tie)";
  }
}
