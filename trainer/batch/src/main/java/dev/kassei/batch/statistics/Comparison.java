package dev.kassei.batch.statistics;

import static dev.kassei.api.value.Requirements.require;

import java.util.List;

/**
 * What is compared and how, fixed before the results are seen.
 *
 * @param names the methods, at least 2, without repetition
 * @param reference the number of the method that the others are compared with
 * @param region half the width of the region of practical equivalence, in units of the score; 0 for
 *     none
 * @param alpha the level of significance, such as 0.05; intervals have the level 1 − alpha
 * @param seed the seed of everything random in the analysis
 */
public record Comparison(
    List<String> names, int reference, Scoring scoring, double region, double alpha, long seed) {

  public Comparison {
    names = List.copyOf(names);
    require(names.size() >= 2, "a comparison needs at least 2 names but was given %s", names);
    require(names.stream().distinct().count() == names.size(), "names repeat in %s", names);
    require(
        reference >= 0 && reference < names.size(),
        "the reference must be one of the %s names but was number %s",
        names.size(),
        reference);
    require(
        region >= 0 && Double.isFinite(region),
        "the region of practical equivalence must be a number ≥ 0 but was %s",
        region);
    Values.requireProbability("alpha", alpha);
  }

  /** The level of each of the two tests for practical equivalence: that of an end of intervals. */
  public double equivalenceAlpha() {
    return alpha / 2;
  }

  /** The coverage of intervals. */
  public double level() {
    return 1 - alpha;
  }

  /** The name of the reference. */
  public String referenceName() {
    return names.get(reference);
  }

  /** Refuses a list of results that has not one entry a name. */
  void requireOneEach(int given) {
    require(
        given == names.size(),
        "expected results of %s methods %s but was given %s",
        names.size(),
        names,
        given);
  }
}
