package dev.kassei.experiment.data;

import dev.kassei.api.Dataset;
import dev.kassei.results.text.Rounded;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sentences about numbers whose scale may keep a network from learning: first weights and learning
 * rates are made for numbers around 0 of about size 1.
 */
final class ScaleHints {
  private static final double LARGE = 10;
  private static final double SMALL = 0.1;

  private static final int DIGITS = 3;

  private ScaleHints() {}

  /**
   * The hints, none where all is well. Images and names are not looked at.
   *
   * @param rows the rows that train
   */
  static List<String> of(Dataset data, int[] rows, boolean scalesFeatures, boolean scalesTargets) {
    var hints = new ArrayList<String>();
    if (!scalesFeatures && data.image().isEmpty()) {
      features(data, Standardizer.fit(data, rows), hints);
    }
    if (!scalesTargets && !data.target().isClasses()) {
      targets(Standardizer.fitTargets(data, rows), hints);
    }
    return hints;
  }

  private static void features(Dataset data, Standardizer scales, List<String> hints) {
    boolean[] holdsNames = new boolean[data.width()];
    data.categorical()
        .forEach(
            each ->
                IntStream.range(each.first(), each.first() + each.width())
                    .forEach(i -> holdsNames[i] = true));
    int[] large =
        IntStream.range(0, data.width())
            .filter(i -> !holdsNames[i] && isLarge(scales, i))
            .toArray();
    if (large.length > 0) {
      int first = large[0];
      hints.add(
          "%s of %s far from 0 and 1, such as '%s' with mean %s and standard deviation %s; most networks learn better with dataset.standardize: true"
              .formatted(
                  large.length,
                  data.width() == 1 ? "1 feature is" : data.width() + " features are",
                  data.featureNames().get(first),
                  text(scales.means()[first]),
                  text(deviation(scales, first))));
    }
  }

  private static void targets(Standardizer scales, List<String> hints) {
    for (int i = 0; i < scales.means().length; i++) {
      boolean isSmall = !scales.isConstant()[i] && scales.deviations()[i] < SMALL;
      if (isLarge(scales, i) || isSmall) {
        hints.add(
            "the target '%s' has mean %s and standard deviation %s, far from 0 and 1; most networks learn better with dataset.target.standardize: true"
                .formatted(
                    scales.names().get(i), text(scales.means()[i]), text(deviation(scales, i))));
      }
    }
  }

  private static boolean isLarge(Standardizer scales, int column) {
    double deviation = deviation(scales, column);
    return deviation > LARGE || Math.abs(scales.means()[column]) > LARGE * Math.max(1, deviation);
  }

  private static double deviation(Standardizer scales, int column) {
    return scales.isConstant()[column] ? 0 : scales.deviations()[column];
  }

  private static String text(double number) {
    return Rounded.PRINT.digits(number, DIGITS);
  }
}
