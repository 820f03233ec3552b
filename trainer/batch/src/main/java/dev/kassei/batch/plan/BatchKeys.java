package dev.kassei.batch.plan;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.batch.statistics.PostHoc;
import dev.kassei.experiment.checkpoint.Checkpoint;
import dev.kassei.experiment.config.Measure;
import java.util.Optional;
import java.util.OptionalDouble;

/** The keys of a batch that are no axes, as they are typed. */
final class BatchKeys {
  static final String COMPARE = "compare";
  static final String KEEP = "keep";
  static final String CHECKPOINT = "checkpoint";
  static final String SEEDS = "seeds";
  static final String METRIC = "metric";
  static final String EPOCH = "epoch";

  private BatchKeys() {}

  /**
   * What stands under {@code compare}.
   *
   * @param axis the axis whose values are compared: a path, or {@code variant}
   * @param metric the split and the metric that are compared, such as {@code test.accuracy}; if
   *     empty, the default for the data
   * @param epoch the epoch whose metrics count: {@code best}, {@code last} or a number
   * @param reference the value of the axis with which others are compared; if empty, all pairs
   *     alike
   * @param rope the region of practical equivalence: a difference below it does not matter
   * @param postHoc how pairs are compared over many data sets
   * @param sd the standard deviation of improvements that is expected, by which power is planned
   */
  record Comparison(
      Optional<String> axis,
      Optional<Measure> metric,
      ComparedEpoch epoch,
      Optional<String> reference,
      double rope,
      PostHoc postHoc,
      OptionalDouble sd) {
    /** The last epoch, and no region of practical equivalence. */
    Comparison() {
      this(
          Optional.empty(),
          Optional.empty(),
          ComparedEpoch.parse("last"),
          Optional.empty(),
          0,
          PostHoc.WILCOXON_HOLM,
          OptionalDouble.empty());
    }

    Comparison {
      require(
          rope >= 0 && Double.isFinite(rope), "rope must be a number from 0 on but was %s", rope);
      require(
          sd.orElse(1) > 0 && Double.isFinite(sd.orElse(1)),
          "sd must be a positive number but was %s",
          sd.orElse(1));
    }
  }

  /**
   * What stands under {@code tune} beside its axes.
   *
   * @param metric the metric of the validation rows that chooses
   */
  record Tuning(Measure metric) {
    /** The loss of the validation rows. */
    Tuning() {
      this(new Measure("validation", "loss"));
    }

    Tuning {
      require(
          metric.split().equals("validation"),
          "metric must be one of the validation rows, such as validation.loss, but was %s;"
              + " settings that are chosen on test rows look better than they are",
          metric);
    }
  }

  /**
   * What stands under {@code batch} beside all else.
   *
   * @param keep of which trials the whole run folder is saved
   * @param checkpoint how often the state of trials under way is saved
   */
  record Saved(Keep keep, Checkpoint checkpoint) {
    /** The best, and states every few minutes. */
    Saved() {
      this(Keep.BEST, new Checkpoint());
    }
  }
}
