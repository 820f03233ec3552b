package dev.kassei.plotting.figure;

import static dev.kassei.api.value.Requirements.require;

import java.util.List;

/** How values become distances along an axis. */
public sealed interface Scale {
  record Linear() implements Scale {}

  /** Equal distances for equal ratios. */
  record Log() implements Scale {}

  /** Names at 0, 1, 2 …, each as wide as 1. */
  record Category(List<String> names) implements Scale {
    public Category {
      names = List.copyOf(names);
      require(!names.isEmpty(), "an axis of categories needs at least one name");
    }
  }
}
