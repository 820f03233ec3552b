package dev.kassei.experiment.config.tree;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects problems, to report them together. */
public final class Problems {
  private final List<Problem> found = new ArrayList<>();

  /** Adds a problem at a place of a file. */
  public void add(Location location, String path, String message) {
    add(new Problem(location, path, message));
  }

  /** Adds a problem, unless it is there already. */
  public void add(Problem problem) {
    if (!found.contains(problem)) {
      found.add(problem);
    }
  }

  /** Adds a problem after which nothing else can be looked at; the caller throws the result. */
  public ConfigurationException fatal(Location location, String path, String message) {
    add(location, path, message);
    return exception();
  }

  /** Whether nothing is wrong so far. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** The problems so far, which are forgotten here. */
  public List<Problem> drain() {
    List<Problem> drained = List.copyOf(found);
    found.clear();
    return drained;
  }

  /** Ends here if anything is wrong so far. */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw exception();
    }
  }

  /** What is wrong so far, of which there is something; the caller throws it. */
  ConfigurationException exception() {
    return new ConfigurationException(
        found.stream().sorted(Comparator.comparing(Problem::location)).toList());
  }
}
