package dev.kassei.plotting.run;

import dev.kassei.plotting.figure.Artist;
import dev.kassei.plotting.figure.Axes2D;
import dev.kassei.plotting.figure.Axis;
import dev.kassei.plotting.figure.ColorMap;
import dev.kassei.plotting.figure.Figure;
import dev.kassei.plotting.figure.Panel;
import dev.kassei.results.Run;
import dev.kassei.results.file.CsvTable;
import dev.kassei.results.file.FolderException;
import dev.kassei.results.record.SplitPredictions;
import dev.kassei.results.text.Heading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How often each class was taken for each, a panel per split of the data. */
final class ConfusionFigure {
  private static final String UNDECIDED = "undecided";
  private static final int MAX_TEXTS = 20;
  private static final int MIN_SIDE = 420;
  private static final int CLASS_SIDE = 45;

  private final List<String> classes;
  private final CsvTable predictions;
  private final List<String> predictedNames;

  ConfusionFigure(Run run) {
    this.classes = run.record().data().target().classes();
    this.predictions = run.predictions();
    this.predictedNames = new ArrayList<>(classes);
    if (predictions.texts(SplitPredictions.PREDICTED).contains("")) {
      predictedNames.add(UNDECIDED);
    }
  }

  Figure figure(List<String> splits) {
    List<Panel> panels = splits.stream().map(this::panel).toList();
    int side = Math.max(MIN_SIDE, 120 + CLASS_SIDE * Math.min(MAX_TEXTS, classes.size()));
    return new Figure("Confusion Matrix", panels.size() * (side + 40), side, panels.size(), panels);
  }

  private Panel panel(String split) {
    double[][] counts = counts(split);
    double most = Arrays.stream(counts).flatMapToDouble(Arrays::stream).max().orElse(0);
    var map =
        new Artist.HeatMap(
            edges(predictedNames.size()),
            edges(classes.size()),
            counts,
            ColorMap.VIRIDIS,
            0,
            Math.max(1, most),
            texts(counts),
            "");
    String title = Heading.of(split);
    return Axes2D.of(
            title,
            Axis.category("Predicted", predictedNames.toArray(String[]::new)),
            Axis.category("Target", classes.toArray(String[]::new)).invert(),
            List.of(map))
        .withAlternative(words(title, counts));
  }

  private String words(String title, double[][] counts) {
    double right = IntStream.range(0, classes.size()).mapToDouble(i -> counts[i][i]).sum();
    double all = Arrays.stream(counts).flatMapToDouble(Arrays::stream).sum();
    return "Confusion matrix, %s: %s of %s rows are predicted right."
        .formatted(title, (long) right, (long) all);
  }

  private double[][] counts(String split) {
    double[][] counts = new double[classes.size()][predictedNames.size()];
    List<String> splits = predictions.texts(SplitPredictions.SPLIT);
    List<String> targets = predictions.texts(SplitPredictions.TARGET);
    List<String> predicted = predictions.texts(SplitPredictions.PREDICTED);
    for (int row = 0; row < splits.size(); row++) {
      if (splits.get(row).equals(split)) {
        String name = predicted.get(row).isEmpty() ? UNDECIDED : predicted.get(row);
        counts[index(classes, targets.get(row))][index(predictedNames, name)]++;
      }
    }
    return counts;
  }

  private int index(List<String> names, String name) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw FolderException.damaged(
          predictions.file(), "'%s' is none of the classes of run.json".formatted(name));
    }
    return index;
  }

  private static double[] edges(int count) {
    return IntStream.rangeClosed(0, count).mapToDouble(i -> i - 0.5).toArray();
  }

  private List<List<String>> texts(double[][] counts) {
    if (classes.size() > MAX_TEXTS) {
      return List.of();
    }
    return Arrays.stream(counts)
        .map(row -> Arrays.stream(row).mapToObj(count -> Long.toString((long) count)).toList())
        .toList();
  }
}
