package dev.kassei.batch.plan;

import dev.kassei.batch.plan.BatchKeys.Comparison;
import dev.kassei.experiment.config.RecordBinder;
import dev.kassei.experiment.config.RecordShape;
import dev.kassei.experiment.config.advice.Suggestions;
import dev.kassei.experiment.config.tree.Node;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Node.Scalar;
import dev.kassei.experiment.config.tree.Paths;
import dev.kassei.experiment.config.tree.Problems;
import dev.kassei.experiment.config.tree.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads what a batch compares. */
final class CompareReader {
  private static final String PATH = Paths.key(AxisKeys.BATCH, BatchKeys.COMPARE);
  private static final List<String> CHECKABLE = List.of("axis", BatchKeys.METRIC, "reference");

  private final Mapping batch;
  private final Predicate<Axis> isActivation;
  private final MetricNames metrics;
  private final RecordBinder records;
  private final Problems problems;

  CompareReader(
      Mapping batch,
      Predicate<Axis> isActivation,
      MetricNames metrics,
      RecordBinder records,
      Problems problems) {
    this.batch = batch;
    this.isActivation = isActivation;
    this.metrics = metrics;
    this.records = records;
    this.problems = problems;
  }

  /** What is compared; if it cannot be read, something of no meaning after a report. */
  Compare of(List<Block> blocks) {
    Node node =
        batch.get(BatchKeys.COMPARE).orElseGet(() -> new Mapping(batch.location(), Map.of()));
    Comparison keys = bound(node).or(() -> bound(checkable(node))).orElseGet(Comparison::new);
    keys.metric().ifPresent(it -> metrics.check(it, at(node, BatchKeys.METRIC), PATH));
    List<Axis> all = blocks.stream().flatMap(block -> block.axes().stream()).toList();
    Optional<Axis> axis = axis(keys, all, node);
    Optional<String> reference =
        keys.reference().flatMap(label -> axis.flatMap(it -> reference(label, it, all, node)));
    return new Compare(
        axis.map(Axis::path).orElse(""),
        keys.metric(),
        keys.epoch(),
        reference,
        keys.rope(),
        keys.postHoc(),
        keys.sd());
  }

  /** The keys that can be checked where others are wrong. */
  private static Node checkable(Node node) {
    return node instanceof Mapping map
        ? map.without(
            map.entries().keySet().stream().filter(key -> !CHECKABLE.contains(key)).toList())
        : node;
  }

  private static Node at(Node node, String key) {
    return node instanceof Mapping map ? map.get(key).orElse(map) : node;
  }

  private Optional<Axis> axis(Comparison keys, List<Axis> all, Node node) {
    if (keys.axis().isEmpty()) {
      return all.stream()
          .filter(isActivation)
          .findFirst()
          .or(() -> all.stream().filter(axis -> !axis.isSeed() && !axis.isDataset()).findFirst())
          .or(() -> all.stream().filter(axis -> !axis.isSeed()).findFirst())
          .or(() -> all.stream().findFirst());
    }
    String path = keys.axis().get();
    Optional<Axis> axis = all.stream().filter(each -> each.path().equals(path)).findFirst();
    if (axis.isEmpty()) {
      List<String> known = all.stream().map(Axis::path).distinct().toList();
      String hint = Suggestions.didYouMean(path, known);
      problems.add(
          at(node, "axis").location(),
          Paths.key(PATH, "axis"),
          "there is no axis %s%s Axes: %s"
              .formatted(
                  Words.quoted(path), hint.isEmpty() ? "." : hint, String.join(", ", known)));
    }
    return axis;
  }

  private Optional<String> reference(String label, Axis axis, List<Axis> all, Node node) {
    Node wanted = new Scalar(node.location(), label, true);
    List<AxisValue> values =
        all.stream()
            .filter(each -> each.path().equals(axis.path()))
            .flatMap(each -> each.values().stream())
            .toList();
    Optional<String> found =
        values.stream()
            .filter(value -> value.label().equals(label))
            .findFirst()
            .or(() -> values.stream().filter(value -> value.is(wanted)).findFirst())
            .map(AxisValue::label);
    if (found.isEmpty()) {
      List<String> labels = values.stream().map(AxisValue::label).distinct().toList();
      String hint = Suggestions.didYouMean(label, labels);
      problems.add(
          at(node, "reference").location(),
          Paths.key(PATH, "reference"),
          "the axis %s has no value %s%s It has %s"
              .formatted(
                  axis.path(),
                  Words.quoted(label),
                  hint.isEmpty() ? "." : hint,
                  BlockCheck.some(labels)));
    }
    return found;
  }

  private Optional<Comparison> bound(Node node) {
    RecordShape shape = RecordShape.of(Comparison.class);
    return records.bind(shape, node, PATH, Optional.empty()).map(Comparison.class::cast);
  }
}
