package dev.kassei.batch.plan;

import dev.kassei.experiment.config.tree.Location;
import java.util.List;

/**
 * A path of the configuration and the values it takes over the trials of a block.
 *
 * @param path the whole path, or {@link #VARIANT}
 * @param key where its key stands
 * @param values at least one
 * @param when what must hold for other axes; where it does not, a trial has no value of this axis
 */
record Axis(String path, Location key, List<AxisValue> values, List<Condition> when) {
  /** The name of the axis of named variants, which have no path of their own. */
  static final String VARIANT = "variant";

  private static final String SEED = "seed";
  private static final String DATASET = "dataset";

  Axis {
    values = List.copyOf(values);
    when = List.copyOf(when);
  }

  /** Whether it varies randomness alone. */
  boolean isSeed() {
    return path.equals(SEED) || path.startsWith(SEED + ".");
  }

  /** Whether its values are whole data sets, over which others are compared. */
  boolean isDataset() {
    return path.equals(DATASET);
  }

  /** The number of keys in the path; none for variants, over which other axes are laid. */
  int depth() {
    return path.equals(VARIANT) ? 0 : path.split("\\.").length;
  }

  List<String> labels() {
    return values.stream().map(AxisValue::label).toList();
  }
}
