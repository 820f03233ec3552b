package dev.kassei.plotting.batch;

import dev.kassei.results.record.TuningRecord;
import dev.kassei.results.text.Heading;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The first tuned axis that holds numbers, and the scores over it. */
final class TunedNumber {
  private final TuningRecord tuning;
  private final String path;
  private final double[] numbers;

  private TunedNumber(TuningRecord tuning, String path) {
    this.tuning = tuning;
    this.path = path;
    this.numbers = numbers(tuning, path);
  }

  /** Nothing where no axis has at least two numbers. */
  static Optional<TunedNumber> of(TuningRecord tuning) {
    return axes(tuning)
        .filter(path -> Arrays.stream(numbers(tuning, path)).noneMatch(Double::isNaN))
        .filter(path -> Arrays.stream(numbers(tuning, path)).distinct().count() > 1)
        .findFirst()
        .map(path -> new TunedNumber(tuning, path));
  }

  private static Stream<String> axes(TuningRecord tuning) {
    return tuning.assignments().stream()
        .flatMap(assignment -> assignment.keySet().stream())
        .distinct();
  }

  private static double[] numbers(TuningRecord tuning, String path) {
    return tuning.assignments().stream().mapToDouble(each -> number(each, path)).toArray();
  }

  private static double number(Map<String, String> assignment, String path) {
    try {
      return Double.parseDouble(assignment.getOrDefault(path, ""));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** A curve a method, in the order of the names. */
  Tuning tuning(String title, List<String> methods) {
    List<TuningCurve> curves =
        methods.stream()
            .flatMap(method -> tuning.rows().stream().filter(row -> row.name().equals(method)))
            .map(this::curve)
            .toList();
    List<String> others =
        axes(tuning).filter(axis -> !axis.equals(path)).map(TunedNumber::last).toList();
    String number = Heading.of(last(path));
    return new Tuning(title, number, others, Heading.of(tuning.metric()), curves);
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private TuningCurve curve(TuningRecord.Row row) {
    double[] distinct = Arrays.stream(numbers).distinct().sorted().toArray();
    double[] scores = Arrays.stream(distinct).map(number -> best(row, number)).toArray();
    int[] chosen = Arrays.stream(distinct).mapToInt(number -> chosen(row, number)).toArray();
    return new TuningCurve(row.name(), distinct, scores, chosen);
  }

  private int chosen(TuningRecord.Row row, double number) {
    return IntStream.range(0, numbers.length)
        .filter(i -> numbers[i] == number)
        .map(i -> row.chosen().get(i))
        .sum();
  }

  /** The best score that the method has with a number, whatever the other tuned axes are. */
  private double best(TuningRecord.Row row, double number) {
    double[] finite =
        IntStream.range(0, numbers.length)
            .filter(i -> numbers[i] == number)
            .mapToDouble(i -> row.scores().get(i))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    if (finite.length == 0) {
      return Double.NaN;
    }
    return tuning.greaterIsBetter() ? finite[finite.length - 1] : finite[0];
  }
}
