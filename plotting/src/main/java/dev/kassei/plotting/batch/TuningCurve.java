package dev.kassei.plotting.batch;

import static dev.kassei.api.value.Requirements.require;

/**
 * The scores of a method by the number that was tuned.
 *
 * @param numbers ascending; not modified
 * @param scores as many, NaN for failures; not modified
 * @param chosen the number that was taken; NaN if none was
 */
public record TuningCurve(String method, double[] numbers, double[] scores, double chosen) {
  public TuningCurve {
    require(numbers.length == scores.length, "expected as many scores as numbers");
  }

  /** The score of the chosen number; NaN if there is none. */
  double chosenScore() {
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] == chosen) {
        return scores[i];
      }
    }
    return Double.NaN;
  }
}
