package dev.kassei.batch.plan;

import dev.kassei.experiment.config.tree.CoreSchema;
import dev.kassei.experiment.config.tree.Keys;
import dev.kassei.experiment.config.tree.Node;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Node.Scalar;
import dev.kassei.experiment.config.tree.Overlay;
import java.util.List;
import java.util.Optional;

/** One value of an axis. Told apart by identity, so that it can be a key. */
final class AxisValue {
  private final List<String> path;
  private final String label;
  private final Node node;
  private final Mapping overlay;
  private final String content;

  /**
   * @param path the keys to where it stands; none for a variant, which sets several
   * @param label how it is printed, unique within its axis
   * @param node what stands in the configuration
   * @param overlay the tree that it lays over an experiment
   * @param content all that it says but its name: equal for equal values, whatever they are called
   */
  private AxisValue(List<String> path, String label, Node node, Mapping overlay, String content) {
    this.path = path;
    this.label = label;
    this.node = node;
    this.overlay = overlay;
    this.content = content;
  }

  /** A value of a path. */
  static AxisValue of(List<String> path, String label, Node node, Mapping overlay) {
    Node nameless = node instanceof Mapping map ? map.without(List.of(Keys.NAME)) : node;
    return new AxisValue(path, label, node, overlay, Labels.whole(nameless));
  }

  /** A named variant, which is all that it sets. */
  static AxisValue variant(String label, Node name, Mapping overlay) {
    return new AxisValue(List.of(), label, name, overlay, Labels.whole(overlay));
  }

  List<String> path() {
    return path;
  }

  /**
   * Whether it is all that stands at its path: a word, or a map with a type, which means the
   * plugin's own defaults for what it does not say.
   */
  boolean isWhole() {
    return !path.isEmpty() && Overlay.type(node).isPresent();
  }

  /** What stands in a tree at its path. */
  Optional<Node> replaced(Mapping tree) {
    Optional<Node> there = path.isEmpty() ? Optional.empty() : Optional.of(tree);
    for (String key : path) {
      there = there.flatMap(node -> node instanceof Mapping map ? map.get(key) : Optional.empty());
    }
    return there;
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

  String content() {
    return content;
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
