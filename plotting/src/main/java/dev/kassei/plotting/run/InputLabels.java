package dev.kassei.plotting.run;

import java.util.List;
import java.util.stream.IntStream;

/** What the axes of features are called. */
public final class InputLabels {
  private InputLabels() {}

  /** The names of features; the article's words for those that have numbers in place of names. */
  public static List<String> of(List<String> features) {
    return IntStream.range(0, features.size()).mapToObj(i -> of(features, i)).toList();
  }

  private static String of(List<String> features, int index) {
    String name = features.get(index);
    return name.equals("x" + (index + 1)) ? "Input " + (index + 1) : name;
  }
}
