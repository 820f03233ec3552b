package dev.kassei.batch.plan;

import dev.kassei.experiment.config.advice.Suggestions;
import dev.kassei.experiment.config.tree.DottedKeys;
import dev.kassei.experiment.config.tree.Node;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Problems;
import dev.kassei.experiment.config.tree.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks how the axes of a block go together. */
final class BlockCheck {
  private final Problems problems;

  BlockCheck(Problems problems) {
    this.problems = problems;
  }

  void check(Block block) {
    Map<String, Axis> before = new LinkedHashMap<>();
    for (Dimension dimension : block.dimensions()) {
      for (Axis axis : dimension.axes()) {
        axis.when().forEach(condition -> check(condition, AxisKeys.WHEN, before));
      }
      dimension.axes().forEach(axis -> refuseTwice(axis, before));
    }
    block.excluded().forEach(all -> all.forEach(c -> check(c, AxisKeys.EXCLUDE, before)));
    block.axes().stream()
        .filter(axis -> axis.path().equals(Axis.VARIANT))
        .flatMap(axis -> axis.values().stream())
        .forEach(variant -> refuseTwice(variant, block.axes()));
  }

  private void refuseTwice(Axis axis, Map<String, Axis> before) {
    Axis first = before.putIfAbsent(axis.path(), axis);
    if (first != null) {
      problems.add(axis.key(), axis.path(), "the axis is " + DottedKeys.twice(first.key()));
    }
  }

  /** Of a variant and an axis that set the same, one would have no effect. */
  private void refuseTwice(AxisValue variant, List<Axis> axes) {
    for (Axis axis : axes) {
      find(variant.overlay(), List.of(axis.path().split("\\.")))
          .ifPresent(
              set ->
                  problems.add(
                      set.location(),
                      axis.path(),
                      "the variant %s sets what is an axis, too, at %s; keep one of them"
                          .formatted(Words.quoted(variant.label()), axis.key())));
    }
  }

  private static Optional<Node> find(Node tree, List<String> keys) {
    if (keys.isEmpty()) {
      return Optional.of(tree);
    }
    return tree instanceof Mapping map
        ? map.get(keys.get(0)).flatMap(node -> find(node, keys.subList(1, keys.size())))
        : Optional.empty();
  }

  private void check(Condition condition, String kind, Map<String, Axis> axes) {
    Axis axis = axes.get(condition.axis());
    if (axis == null) {
      String hint = Suggestions.didYouMean(condition.axis(), axes.keySet());
      String known = String.join(", ", axes.values().stream().map(Axis::path).sorted().toList());
      problems.add(
          condition.key(),
          condition.axis(),
          "'%s' names no axis%s%s%s"
              .formatted(
                  kind,
                  kind.equals(AxisKeys.WHEN) ? " that stands before this one" : "",
                  hint,
                  known.isEmpty() ? "" : (hint.isEmpty() ? ". " : " ") + "Axes: " + known));
      return;
    }
    condition.wanted().forEach(wanted -> check(wanted, axis));
  }

  private void check(Node wanted, Axis axis) {
    if (axis.values().stream().noneMatch(value -> value.is(wanted))) {
      problems.add(
          wanted.location(),
          axis.path(),
          "the axis has no value %s; it has %s"
              .formatted(Words.quoted(Labels.of(wanted)), some(axis.labels())));
    }
  }

  /** A list that stays readable. */
  static String some(List<String> labels) {
    var shown = new ArrayList<>(labels.subList(0, Math.min(labels.size(), 12)));
    if (labels.size() > shown.size()) {
      shown.add("… (%s in all)".formatted(labels.size()));
    }
    return String.join(", ", shown);
  }
}
