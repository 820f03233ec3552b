package dev.kassei.api;

import dev.kassei.api.value.Requirements;
import java.util.List;

/**
 * What a data set asks for: a class number in one column, or one or more numbers.
 *
 * @param names the names of the target columns; one for classes
 * @param classes the names of the classes in order of their numbers, empty for regression
 */
public record Target(List<String> names, List<String> classes) {
  public Target {
    Requirements.require(!names.isEmpty(), "a target needs at least one column");
    Requirements.require(
        classes.isEmpty() || names.size() == 1,
        "a target of classes has one column but these were given: %s",
        names);
    names = List.copyOf(names);
    classes = List.copyOf(classes);
  }

  /** The number of target columns. */
  public int columns() {
    return names.size();
  }

  /** Whether the target is a class number. */
  public boolean isClasses() {
    return !classes.isEmpty();
  }
}
