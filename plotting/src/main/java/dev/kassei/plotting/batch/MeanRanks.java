package dev.kassei.plotting.batch;

import java.util.List;

/**
 * Mean ranks of methods over data sets, 1 for the best.
 *
 * @param methods by mean rank, the least first
 * @param cliques groups of which no two methods differ
 * @param criticalDifference of Nemenyi's test; NaN where it was not asked for
 */
public record MeanRanks(
    List<RankedMethod> methods, List<List<String>> cliques, double criticalDifference) {
  public MeanRanks {
    methods = List.copyOf(methods);
    cliques = cliques.stream().map(List::copyOf).toList();
  }

  /** A method and its mean rank. */
  public record RankedMethod(String name, double rank) {}

  double rank(String method) {
    return methods.stream()
        .filter(ranked -> ranked.name().equals(method))
        .mapToDouble(RankedMethod::rank)
        .findFirst()
        .orElse(Double.NaN);
  }
}
