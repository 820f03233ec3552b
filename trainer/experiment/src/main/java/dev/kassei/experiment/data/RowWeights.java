package dev.kassei.experiment.data;

import dev.kassei.api.Precision;
import dev.kassei.api.Target;
import dev.kassei.api.value.Requirements;
import dev.kassei.experiment.config.ClassWeights;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How much each row counts in the loss: the weight that it has in the data times its class's. */
final class RowWeights {
  private RowWeights() {}

  /**
   * The same data, with the weights of classes in those of its rows.
   *
   * @throws IllegalArgumentException if a class is not in the data
   */
  static SplitData of(SplitData data, ClassWeights weights) {
    requireClasses(data.target(), weights);
    double[] ofClass = weights.isBalanced() ? balanced(data) : given(data.target(), weights);
    return data.withClassWeights(ofClass, split -> split.withWeights(weights(split, ofClass)));
  }

  /**
   * The same data, whose splits all have rows that count, by weights that a precision can hold.
   *
   * @throws IllegalArgumentException if one has not
   */
  static SplitData required(SplitData data, Precision precision) {
    data.splits().forEach((name, split) -> require(name, split, precision));
    return data;
  }

  private static void require(String name, DataSplit split, Precision precision) {
    Requirements.require(
        split.weight() > 0,
        "all %s rows for %s have weight 0, so there is no loss",
        split.rows(),
        name);
    double sum = split.weights().map(all -> sum(all, precision)).orElse(1.0);
    Requirements.require(
        sum > 0 && FiniteNumbers.fits(sum, precision),
        "the weights of the %s rows for %s sum to %s, which %s holds as %s; scale them: only their ratios count",
        split.rows(),
        name,
        split.weight(),
        precision.name().toLowerCase(Locale.ROOT),
        sum > 0 ? "infinity" : "0");
  }

  /** The sum of the weights as they are held. */
  private static double sum(double[] weights, Precision precision) {
    return Arrays.stream(weights)
        .map(weight -> precision == Precision.FLOAT32 ? (float) weight : weight)
        .sum();
  }

  private static void requireClasses(Target target, ClassWeights weights) {
    Requirements.require(
        target.isClasses(),
        "the target %s is no class, so there are no classes to weigh; leave it out",
        target.names());
    List<String> unknown =
        weights.weights().keySet().stream()
            .filter(name -> !target.classes().contains(name))
            .sorted()
            .toList();
    Requirements.require(
        unknown.isEmpty(), "no class is called %s; the data has %s", unknown, target.classes());
  }

  private static double[] given(Target target, ClassWeights weights) {
    return target.classes().stream()
        .mapToDouble(name -> weights.weights().getOrDefault(name, 1.0))
        .toArray();
  }

  /** As scikit-learn's compute_class_weight; a class that no row trains has 1. */
  private static double[] balanced(SplitData data) {
    double[] targets = data.train().targets();
    int[] rows = new int[data.target().classes().size()];
    for (double each : targets) {
      rows[(int) each]++;
    }
    long present = Arrays.stream(rows).filter(count -> count > 0).count();
    return Arrays.stream(rows)
        .mapToDouble(count -> count == 0 ? 1 : (double) targets.length / (present * count))
        .toArray();
  }

  private static double[] weights(DataSplit split, double[] ofClass) {
    double[] weights = new double[split.rows()];
    Optional<double[]> own = split.weights();
    for (int row = 0; row < weights.length; row++) {
      double weight = ofClass[(int) split.targets()[row]];
      weights[row] = own.isPresent() ? own.get()[row] * weight : weight;
    }
    return weights;
  }
}
