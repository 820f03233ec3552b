package dev.kassei.plotting.batch;

import static dev.kassei.api.value.Requirements.require;

import java.util.List;

/**
 * The centre of each method's scores on each data set.
 *
 * @param centers methods × data sets; NaN where there is none. Not modified
 */
public record ScoreTable(
    String metric,
    boolean higherIsBetter,
    List<String> methods,
    List<String> datasets,
    double[][] centers) {
  public ScoreTable {
    methods = List.copyOf(methods);
    datasets = List.copyOf(datasets);
    require(centers.length == methods.size(), "expected a row of centres for each method");
    for (double[] row : centers) {
      require(row.length == datasets.size(), "expected a centre for each data set");
    }
  }
}
