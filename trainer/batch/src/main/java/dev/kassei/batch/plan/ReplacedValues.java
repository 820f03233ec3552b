package dev.kassei.batch.plan;

import dev.kassei.experiment.config.DatasetConfig;
import dev.kassei.experiment.config.RecordShape;
import dev.kassei.experiment.config.tree.Node;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Overlay;
import dev.kassei.experiment.config.tree.Paths;
import dev.kassei.experiment.config.tree.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks what stands beside the batch where an axis puts other values: no trial has it, so that no
 * trial would show its mistakes.
 */
final class ReplacedValues {
  private static final String DATASET = "dataset";
  private static final List<String> STAY = RecordShape.of(DatasetConfig.class).keys();

  private final Mapping base;
  private final TrialFactory factory;

  ReplacedValues(Mapping base, TrialFactory factory) {
    this.base = base;
    this.factory = factory;
  }

  /**
   * What is wrong with it.
   *
   * @param combinations of all trials
   */
  Set<Problem> problems(List<Axis> axes, List<Combination> combinations) {
    // a section that trees share shows its problems in the first alone
    var all = new ArrayList<Problem>();
    var places = new LinkedHashSet<String>();
    var found = new LinkedHashSet<Problem>();
    for (Axis axis : axes) {
      Optional<Node> replaced = axis.values().get(0).replaced(base);
      if (replaced.isEmpty()) {
        continue;
      }
      if (axis.path().equals(DATASET) && Overlay.type(replaced.get()).isEmpty()) {
        besideDataset(replaced.get()).forEach(found::add);
        continue;
      }
      places.add(axis.path());
      combinations.stream()
          .filter(combination -> combination.has(axis))
          .findFirst()
          .map(combination -> combination.without(other -> isOf(axis.path(), other.path())))
          .ifPresent(without -> all.addAll(factory.problems(without)));
    }
    all.stream()
        .filter(problem -> places.stream().anyMatch(place -> isAt(problem.path(), place)))
        .forEach(found::add);
    return found;
  }

  /** A data set without a type is what stays beside each that the axis names. */
  private static Stream<Problem> besideDataset(Node node) {
    return node instanceof Mapping map
        ? map.entries().entrySet().stream()
            .filter(entry -> !STAY.contains(entry.getKey()))
            .map(
                entry ->
                    new Problem(
                        entry.getValue().key(),
                        Paths.key(DATASET, entry.getKey()),
                        "no data set is named here that has this key. Beside an axis over data sets"
                            + " there are: "
                            + String.join(", ", STAY)))
        : Stream.empty();
  }

  /** Whether an axis is that of a value, or of an option of the plugin that the value is. */
  private static boolean isOf(String value, String path) {
    boolean stays = STAY.stream().anyMatch(key -> isAt(path, Paths.key(DATASET, key)));
    return isAt(path, value) && !(value.equals(DATASET) && stays);
  }

  private static boolean isAt(String inner, String path) {
    String rest = inner.startsWith(path) ? inner.substring(path.length()) : "-";
    return rest.isEmpty() || rest.startsWith(".") || rest.startsWith("[");
  }
}
