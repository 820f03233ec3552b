package dev.kassei.builtins.dataset.array;

import dev.kassei.api.Target;
import dev.kassei.api.value.Numbers;
import dev.kassei.results.file.FileProblems;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Decides what the labels of arrays are. Integers are numbers of classes, from 0; but with a loss
 * that asks for numbers, those other than 0 and 1 are numbers, and fractions always are.
 *
 * @param columns how many labels an item has
 * @param hasFraction whether they are written with fractions
 * @param problems of the file that holds them
 */
record ArrayLabels(ArrayReading reading, int columns, boolean hasFraction, FileProblems problems) {
  private static final int MOST_CLASSES = 1 << 16;

  /**
   * What is to be learned.
   *
   * @throws IllegalArgumentException at the first label that cannot be
   */
  Target target(double[] labels) {
    return isClasses(labels) ? classes(labels) : numbers(labels);
  }

  private boolean isClasses(double[] labels) {
    return switch (reading.task()) {
      case CLASSIFICATION -> true;
      case REGRESSION -> false;
      case AUTO ->
          !reading.classes().isEmpty()
              || (columns == 1
                  && !hasFraction
                  && (!reading.prefersNumbers()
                      || Arrays.stream(labels).allMatch(label -> label == 0 || label == 1)));
    };
  }

  private Target numbers(double[] labels) {
    for (int i = 0; i < labels.length; i++) {
      if (!Double.isFinite(labels[i])) {
        throw problems.failure(
            "expected finite labels but that of item %s is %s".formatted(i / columns, labels[i]));
      }
    }
    List<String> names =
        columns == 1
            ? List.of("y")
            : IntStream.rangeClosed(1, columns).mapToObj(i -> "y" + i).toList();
    return new Target(names, List.of());
  }

  private Target classes(double[] labels) {
    if (columns != 1) {
      throw problems.failure(
          "expected the number of a class for each item but found %s numbers; labels that mark the class with a 1 become its number by numpy.argmax(labels, 1)"
              .formatted(columns));
    }
    int count = reading.classes().isEmpty() ? MOST_CLASSES : reading.classes().size();
    for (int i = 0; i < labels.length; i++) {
      if (!(labels[i] >= 0 && labels[i] < count && labels[i] == Math.rint(labels[i]))) {
        throw problems.failure(
            "expected the number of a class, 0 to %s, but the label of item %s is %s"
                .formatted(count - 1, i, Numbers.text(labels[i])));
      }
    }
    return new Target(
        List.of("y"), reading.classes().isEmpty() ? counted(labels) : reading.classes());
  }

  private List<String> counted(double[] labels) {
    int last = (int) Arrays.stream(labels).max().orElse(0);
    if (last == 0) {
      throw problems.failure("expected at least two classes but all labels are 0");
    }
    return IntStream.rangeClosed(0, last).mapToObj(Integer::toString).toList();
  }
}
