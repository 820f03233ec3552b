package dev.kassei.plotting.batch;

import java.util.List;
import java.util.Set;

/**
 * The curves of methods, such as those on one data set.
 *
 * @param title above the picture
 * @param metric such as {@code validation.loss}
 * @param methods the best first
 * @param reference the method that stands out where there are many
 * @param different the methods that differ from it, which then stand out, too
 */
public record LearningCurves(
    String title,
    String metric,
    boolean higherIsBetter,
    List<MethodCurves> methods,
    String reference,
    Set<String> different) {
  public LearningCurves {
    methods = List.copyOf(methods);
    different = Set.copyOf(different);
  }
}
