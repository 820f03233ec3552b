package dev.kassei.experiment.training;

import dev.kassei.api.Predictions;
import dev.kassei.experiment.data.SplitData;
import dev.kassei.results.text.Rounded;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Says what became of classes that have less than half of an equal share of a split's rows: a high
 * accuracy can hide that they are never found.
 */
final class SmallClasses {
  private static final List<String> SPLITS =
      List.of(SplitData.TEST, SplitData.VALIDATION, SplitData.TRAIN);
  private static final int LISTED = 3;
  private static final int DIGITS = 2;

  private final Predictions predictions;
  private final String split;
  private final int[] rows;
  private final double[] found;

  private SmallClasses(Predictions predictions, String split) {
    this.predictions = predictions;
    this.split = split;
    int classes = predictions.target().classes().size();
    this.rows = new int[classes];
    this.found = new double[classes];
    for (int row = 0; row < predictions.rows(); row++) {
      int truth = (int) predictions.targets()[row];
      rows[truth]++;
      found[truth] += found(row, truth);
    }
  }

  /** A tie counts as a guess, as in metrics. */
  private double found(int row, int truth) {
    OptionalInt predicted = predictions.predictedClass(row);
    if (predicted.isPresent()) {
      return predicted.getAsInt() == truth ? 1 : 0;
    }
    return predictions.isTied(row) ? 1.0 / rows.length : 0;
  }

  /**
   * The sentences; none where there is no small class.
   *
   * @param predictions by split; of the test rows if there are such, else of the validation rows
   */
  static List<String> sentences(Map<String, Predictions> predictions) {
    return SPLITS.stream()
        .filter(predictions::containsKey)
        .limit(1)
        .filter(split -> predictions.get(split).target().isClasses())
        .flatMap(split -> new SmallClasses(predictions.get(split), split).sentences())
        .toList();
  }

  private Stream<String> sentences() {
    return IntStream.range(0, rows.length)
        .filter(this::isSmall)
        .boxed()
        .sorted(Comparator.comparingInt(k -> rows[k]))
        .limit(LISTED)
        .map(this::sentence);
  }

  private boolean isSmall(int k) {
    return rows[k] > 0 && 2L * rows[k] * rows.length < predictions.rows();
  }

  private String sentence(int k) {
    int frequent = IntStream.range(0, rows.length).reduce(0, (a, b) -> rows[b] > rows[a] ? b : a);
    return String.format(
        Locale.ROOT,
        "class '%s' is %s %% of the %d %s rows: recall %s; always naming '%s' is right for %s %%",
        name(k),
        percent(k),
        predictions.rows(),
        split,
        Rounded.CONSOLE.decimals(found[k] / rows[k], DIGITS),
        name(frequent),
        percent(frequent));
  }

  private String name(int k) {
    return predictions.target().classes().get(k);
  }

  private String percent(int k) {
    return Rounded.CONSOLE.atMost(100.0 * rows[k] / predictions.rows(), DIGITS);
  }
}
