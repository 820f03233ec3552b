package dev.kassei.plotting.batch;

import static dev.kassei.api.value.Requirements.require;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The scores of a method by the number that was tuned.
 *
 * @param numbers ascending; not modified
 * @param scores as many, NaN for failures; not modified
 * @param chosen how often each number was taken; not modified
 */
public record TuningCurve(String method, double[] numbers, double[] scores, int[] chosen) {
  public TuningCurve {
    require(
        numbers.length == scores.length && numbers.length == chosen.length,
        "expected as many scores and choices as numbers");
  }

  /** The places of the numbers that were taken. */
  int[] taken() {
    return IntStream.range(0, chosen.length).filter(i -> chosen[i] > 0).toArray();
  }

  /** Such as {@code 0.01} or {@code 0.1 ×4, 0.01 ×1}, the most often taken first. */
  String choices() {
    List<Integer> often =
        IntStream.of(taken())
            .boxed()
            .sorted(Comparator.comparingInt((Integer place) -> chosen[place]).reversed())
            .toList();
    return often.stream()
        .map(i -> Labels.value(numbers[i]) + (often.size() > 1 ? " ×" + chosen[i] : ""))
        .collect(Collectors.joining(", "));
  }
}
