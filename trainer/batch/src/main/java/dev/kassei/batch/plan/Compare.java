package dev.kassei.batch.plan;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.batch.statistics.PostHoc;
import dev.kassei.experiment.config.Measure;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is compared, fixed before anything runs.
 *
 * @param axis the axis whose values are compared: a path, or {@code variant}
 * @param measure the metric and the split on which it is measured; if empty, the default for the
 *     data
 * @param epoch the epoch whose metrics count
 * @param reference the printed value of the axis with which others are compared; if empty, all
 *     pairs alike
 * @param rope half the width of the region of practical equivalence, in units of the metric;
 *     differences below it do not matter
 * @param postHoc how pairs are compared over many data sets
 * @param sd the standard deviation of improvements that is expected, by which power is planned
 */
public record Compare(
    String axis,
    Optional<Measure> measure,
    ComparedEpoch epoch,
    Optional<String> reference,
    double rope,
    PostHoc postHoc,
    OptionalDouble sd) {
  /** Without an expectation. */
  public Compare(
      String axis,
      Optional<Measure> measure,
      ComparedEpoch epoch,
      Optional<String> reference,
      double rope,
      PostHoc postHoc) {
    this(axis, measure, epoch, reference, rope, postHoc, OptionalDouble.empty());
  }

  public Compare {
    require(rope >= 0 && Double.isFinite(rope), "rope must be a number from 0 on but was %s", rope);
  }
}
