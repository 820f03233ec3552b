package dev.kassei.batch.plan;

import dev.kassei.api.value.Numbers;
import dev.kassei.experiment.config.tree.CoreSchema;
import dev.kassei.experiment.config.tree.Keys;
import dev.kassei.experiment.config.tree.Node;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Node.Scalar;
import dev.kassei.experiment.config.tree.Node.Sequence;
import dev.kassei.experiment.config.tree.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Prints values of axes in one short line: {@code 0.001}, {@code [16 8]}, {@code
 * leaky_relu(alpha=0.2)}; a name given with {@code name:} wins.
 */
final class Labels {
  private Labels() {}

  /** The label of one value, in full: tables are cut for the eye where they are shown. */
  static String of(Node node) {
    return Words.printable(text(node));
  }

  private static String text(Node node) {
    if (node instanceof Mapping map && map.get(Keys.NAME).orElse(node) instanceof Scalar name) {
      return name.text();
    }
    return whole(node);
  }

  /** All that a value says, without the places where it does. */
  static String whole(Node node) {
    if (node instanceof Mapping map) {
      return whole(map);
    }
    if (node instanceof Sequence sequence) {
      return sequence.items().stream()
          .map(Labels::whole)
          .collect(Collectors.joining(" ", "[", "]"));
    }
    return scalar((Scalar) node);
  }

  private static String whole(Mapping map) {
    String head = Keys.typeKey(map).orElse(Keys.TYPE);
    String keys =
        map.entries().entrySet().stream()
            .filter(entry -> !entry.getKey().equals(head))
            .map(entry -> entry.getKey() + "=" + whole(entry.getValue().value()))
            .collect(Collectors.joining(" "));
    String first = map.get(head).map(Labels::whole).orElse("");
    return keys.isEmpty() ? first : first + "(" + keys + ")";
  }

  private static String scalar(Scalar scalar) {
    if (CoreSchema.isNull(scalar)) {
      return "~";
    }
    var whole = CoreSchema.integer(scalar);
    if (whole.isPresent()) {
      return Long.toString(whole.getAsLong());
    }
    var number = CoreSchema.number(scalar);
    return number.isPresent() ? Numbers.text(number.getAsDouble()) : scalar.text();
  }

  /** What a variant without a name sets, without the paths. */
  static String set(Mapping variant) {
    return variant.entries().values().stream()
        .map(entry -> entry.value())
        .map(
            node ->
                node instanceof Mapping map && map.get(Keys.TYPE).isEmpty() ? set(map) : of(node))
        .collect(Collectors.joining(" "));
  }

  /** Labels for the values of one axis; different values that print the same get a number. */
  static List<String> of(List<? extends Node> nodes) {
    Map<String, List<String>> known = new HashMap<>();
    var labels = new ArrayList<String>();
    for (Node node : nodes) {
      String label = of(node);
      List<String> same = known.computeIfAbsent(label, key -> new ArrayList<>());
      String whole = whole(node);
      if (!same.contains(whole)) {
        same.add(whole);
      }
      int number = same.indexOf(whole);
      labels.add(number == 0 ? label : label + " #" + (number + 1));
    }
    return labels;
  }
}
