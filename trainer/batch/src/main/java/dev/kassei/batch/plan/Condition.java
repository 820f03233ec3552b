package dev.kassei.batch.plan;

import dev.kassei.experiment.config.tree.Location;
import dev.kassei.experiment.config.tree.Node;
import java.util.List;

/**
 * That an axis has one of some values.
 *
 * @param axis the path of the axis
 * @param key where that path stands
 * @param wanted the values of which it must have one
 */
record Condition(String axis, Location key, List<Node> wanted) {
  boolean holds(Combination combination) {
    return combination.value(axis).filter(this::accepts).isPresent();
  }

  private boolean accepts(AxisValue value) {
    return wanted.stream().anyMatch(value::is);
  }
}
