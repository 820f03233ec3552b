package dev.kassei.experiment.config;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Shorthand;
import java.util.List;
import java.util.Locale;

/**
 * What is measured of each layer of a network.
 *
 * @param split the split whose rows are looked at: {@code train} or {@code validation}
 * @param rows the greatest number of rows; of more, so many are taken at equal distances
 * @param every they are measured before training, whenever so many epochs have passed, and at the
 *     end
 * @param saturatedBelow a unit is saturated in a row where its derivative is closer to 0 than this
 */
public record LayerStatistics(Rows split, int rows, int every, double saturatedBelow) {
  /** The metric that is the share of units of all activations that are dead. */
  public static final String DEAD_RATE = "dead_rate";

  /** The metric that is 1 where all units of some activation are dead, else 0. */
  public static final String DEAD_NETWORK = "dead_network";

  /** The metric that is the share of derivatives of all activations that are nearly 0. */
  public static final String SATURATION_RATE = "saturation_rate";

  /** All of them, without the split. */
  public static final List<String> METRICS = List.of(DEAD_RATE, DEAD_NETWORK, SATURATION_RATE);

  /** Rows that can be looked at. */
  public enum Rows {
    TRAIN,
    VALIDATION
  }

  public LayerStatistics {
    require(rows > 0, "rows must be positive but was %s", rows);
    require(every > 0, "every must be positive but was %s", every);
    require(saturatedBelow > 0, "saturated_below must be positive but was %s", saturatedBelow);
  }

  /** Each epoch for up to 1,000 training rows. */
  public LayerStatistics() {
    this(Rows.TRAIN, 1000, 1, 0.01);
  }

  /** The name of the split. */
  public String splitName() {
    return split.name().toLowerCase(Locale.ROOT);
  }

  /** The metrics that say it of the whole network, such as {@code train.dead_rate}. */
  public List<String> metrics() {
    return METRICS.stream().map(metric -> new Measure(splitName(), metric).toString()).toList();
  }

  /** The rows of a split, and else the defaults. */
  @Shorthand
  public static LayerStatistics of(Rows split) {
    var defaults = new LayerStatistics();
    return new LayerStatistics(split, defaults.rows(), defaults.every(), defaults.saturatedBelow());
  }
}
