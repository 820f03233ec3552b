package dev.kassei.plotting.batch;

import java.util.List;

/**
 * The improvements of methods over the reference.
 *
 * @param title above the picture, such as the name of a data set
 * @param metric what improves
 * @param reference the method that the others are compared with
 * @param improvements by method, positive where it is better than the reference
 * @param equivalence the region of practical equivalence, ± around zero; 0 for none
 */
public record Differences(
    String title,
    String metric,
    String reference,
    List<Estimate> improvements,
    double equivalence) {
  public Differences {
    improvements = List.copyOf(improvements);
  }
}
