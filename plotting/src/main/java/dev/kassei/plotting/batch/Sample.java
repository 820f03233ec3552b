package dev.kassei.plotting.batch;

import java.util.Arrays;

/**
 * The scores of one method.
 *
 * @param scores a number a trial; those that are not finite are failures. Not modified
 */
public record Sample(String method, double[] scores) {
  /** The scores that can be drawn, ascending. */
  double[] finite() {
    return Arrays.stream(scores).filter(Double::isFinite).sorted().toArray();
  }

  int failures() {
    return scores.length - finite().length;
  }
}
