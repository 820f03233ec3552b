package dev.kassei.batch.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The values of one trial's axes.
 *
 * @param choices in the order of the axes; without those whose condition does not hold
 */
record Combination(List<Choice> choices) {
  Combination {
    choices = List.copyOf(choices);
  }

  /** An axis and its value. */
  record Choice(Axis axis, AxisValue value) {}

  Optional<AxisValue> value(String path) {
    return choices.stream()
        .filter(choice -> choice.axis().path().equals(path))
        .map(Choice::value)
        .findFirst();
  }

  boolean has(Axis axis) {
    return choices.stream().anyMatch(choice -> choice.axis().equals(axis));
  }

  Combination and(Combination other) {
    var all = new ArrayList<>(choices);
    all.addAll(other.choices);
    return new Combination(all);
  }

  Combination without(Predicate<Axis> axes) {
    return new Combination(choices.stream().filter(choice -> !axes.test(choice.axis())).toList());
  }

  Combination withoutSeeds() {
    return without(Axis::isSeed);
  }

  List<AxisValue> values() {
    return choices.stream().map(Choice::value).toList();
  }

  /** The printed values by path. */
  Map<String, String> labels() {
    var labels = new LinkedHashMap<String, String>();
    choices.forEach(choice -> labels.put(choice.axis().path(), choice.value().label()));
    return Collections.unmodifiableMap(labels);
  }
}
