package dev.kassei.trainer.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects problems, to report them together. */
final class Problems {
  private final List<Problem> found = new ArrayList<>();

  void add(Location location, String path, String message) {
    add(new Problem(location, path, message));
  }

  void add(Problem problem) {
    if (!found.contains(problem)) {
      found.add(problem);
    }
  }

  /** Adds a problem after which nothing else can be looked at; the caller throws the result. */
  ConfigurationException fatal(Location location, String path, String message) {
    add(location, path, message);
    return exception();
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** The problems so far, which are forgotten here. */
  List<Problem> drain() {
    List<Problem> drained = List.copyOf(found);
    found.clear();
    return drained;
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw exception();
    }
  }

  private ConfigurationException exception() {
    return new ConfigurationException(
        found.stream().sorted(Comparator.comparing(Problem::location)).toList());
  }
}
