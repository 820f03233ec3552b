package dev.kassei.trainer.config;

import dev.kassei.trainer.config.Node.Mapping;
import dev.kassei.trainer.config.Node.Scalar;

/** One value of an axis. Told apart by identity, so that it can be a key. */
final class AxisValue {
  private final String label;
  private final Node node;
  private final Mapping overlay;

  /**
   * @param label how it is printed, unique within its axis
   * @param node what stands in the configuration
   * @param overlay the tree that it lays over an experiment
   */
  AxisValue(String label, Node node, Mapping overlay) {
    this.label = label;
    this.node = node;
    this.overlay = overlay;
  }

  String label() {
    return label;
  }

  Node node() {
    return node;
  }

  Mapping overlay() {
    return overlay;
  }

  /** Whether a condition means this value: by its label, or by its type alone. */
  boolean is(Node wanted) {
    if (label.equals(Labels.of(wanted)) || Labels.of(node).equals(Labels.of(wanted))) {
      return true;
    }
    boolean word = wanted instanceof Scalar scalar && CoreSchema.isText(scalar);
    return word && Overlay.type(node).equals(Overlay.type(wanted));
  }
}
