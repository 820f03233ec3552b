package dev.kassei.api;

import dev.kassei.api.value.Requirements;
import java.util.List;
import java.util.Objects;
import org.apiguardian.api.API;

/** What a data set asks for: a class number in one column, or one or more numbers. */
@API(status = API.Status.STABLE, since = "0.1")
public final class Target {
  private final List<String> names;
  private final List<String> classes;

  /**
   * A target of classes or numbers.
   *
   * @param names the names of the target columns; one for classes
   * @param classes the names of the classes in order of their numbers, empty for regression
   */
  public Target(List<String> names, List<String> classes) {
    Requirements.require(!names.isEmpty(), "a target needs at least one column");
    Requirements.require(
        classes.isEmpty() || names.size() == 1,
        "a target of classes has one column but these were given: %s",
        names);
    this.names = List.copyOf(names);
    this.classes = List.copyOf(classes);
  }

  /** The names of the target columns; one for classes. */
  public List<String> names() {
    return names;
  }

  /** The names of the classes in order of their numbers, empty for regression. */
  public List<String> classes() {
    return classes;
  }

  /** The number of target columns. */
  public int columns() {
    return names.size();
  }

  /** Whether the target is a class number. */
  public boolean isClasses() {
    return !classes.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Target that && names.equals(that.names) && classes.equals(that.classes);
  }

  @Override
  public int hashCode() {
    return Objects.hash(names, classes);
  }

  @Override
  public String toString() {
    return isClasses() ? names + " of " + classes : names.toString();
  }
}
