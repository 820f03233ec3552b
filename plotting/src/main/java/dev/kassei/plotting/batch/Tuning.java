package dev.kassei.plotting.batch;

import java.util.List;

/**
 * How scores depend on a number that was tuned, such as the learning rate on one data set.
 *
 * @param title above the picture
 * @param number what was tuned
 * @param others what was tuned with it: each score is the best over them
 * @param metric what chose
 */
public record Tuning(
    String title, String number, List<String> others, String metric, List<TuningCurve> curves) {
  public Tuning {
    others = List.copyOf(others);
    curves = List.copyOf(curves);
  }
}
