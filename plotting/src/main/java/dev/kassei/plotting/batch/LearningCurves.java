package dev.kassei.plotting.batch;

import java.util.List;

/**
 * The curves of methods, such as those on one data set.
 *
 * @param title above the picture
 * @param metric such as {@code validation.loss}
 * @param methods the best first
 */
public record LearningCurves(
    String title, String metric, boolean higherIsBetter, List<MethodCurves> methods) {
  public LearningCurves {
    methods = List.copyOf(methods);
  }
}
