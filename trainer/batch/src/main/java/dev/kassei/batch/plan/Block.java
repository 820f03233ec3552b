package dev.kassei.batch.plan;

import dev.kassei.batch.plan.Combination.Choice;
import java.util.ArrayList;
import java.util.List;

/**
 * A product of dimensions.
 *
 * @param dimensions the first varies slowest
 * @param excluded a combination for which all conditions of one list hold is left out
 */
record Block(List<Dimension> dimensions, List<List<Condition>> excluded) {
  Block {
    dimensions = List.copyOf(dimensions);
    excluded = List.copyOf(excluded);
  }

  List<Axis> axes() {
    return dimensions.stream().flatMap(dimension -> dimension.axes().stream()).toList();
  }

  /** The paths of axes whose values are drawn at random. */
  List<String> drawn() {
    return dimensions.stream()
        .filter(dimension -> dimension.origin() == Dimension.Origin.DRAWN)
        .flatMap(dimension -> dimension.axes().stream())
        .map(Axis::path)
        .toList();
  }

  /** The combinations in order. */
  List<Combination> combinations() {
    var all = new ArrayList<Combination>();
    extend(0, new ArrayList<>(), all);
    return all;
  }

  private void extend(int number, List<Choice> chosen, List<Combination> all) {
    if (number == dimensions.size()) {
      var combination = new Combination(chosen);
      if (!isExcluded(combination)) {
        all.add(combination);
      }
      return;
    }
    Dimension dimension = dimensions.get(number);
    List<Axis> present = present(dimension, new Combination(chosen));
    int size = present.isEmpty() ? 1 : dimension.size();
    int before = chosen.size();
    for (int i = 0; i < size; i++) {
      for (Axis axis : present) {
        chosen.add(new Choice(axis, axis.values().get(i)));
      }
      extend(number + 1, chosen, all);
      chosen.subList(before, chosen.size()).clear();
    }
  }

  private static List<Axis> present(Dimension dimension, Combination chosen) {
    return dimension.axes().stream()
        .filter(axis -> axis.when().stream().allMatch(condition -> condition.holds(chosen)))
        .toList();
  }

  private boolean isExcluded(Combination combination) {
    return excluded.stream()
        .anyMatch(all -> all.stream().allMatch(condition -> condition.holds(combination)));
  }
}
