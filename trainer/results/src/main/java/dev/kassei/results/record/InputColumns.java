package dev.kassei.results.record;

import static dev.kassei.api.value.Requirements.require;

import java.util.List;
import java.util.Optional;

/**
 * Columns of a table that follow each other and become features in the same way: any number of
 * columns of numbers, or one column of categories.
 *
 * @param kind how they become features
 * @param names one per column
 * @param positions the number of each column, from 1, in the text file that the rows came from;
 *     empty if they came from none
 * @param categories in the order of their numbers; empty for numbers
 * @param fill what a gap becomes, one number per feature; empty if a gap is refused
 * @param mean what each feature is shifted by; empty if features are not standardized
 * @param deviation what each shifted feature is divided by; empty if features are not standardized
 */
public record InputColumns(
    Kind kind,
    List<String> names,
    Optional<List<Integer>> positions,
    List<String> categories,
    Optional<List<Double>> fill,
    Optional<List<Double>> mean,
    Optional<List<Double>> deviation) {
  /** How a column becomes features. */
  public enum Kind {
    /** A number is a feature. */
    NUMBER,
    /** One feature for each category: 1 for the row's own, 0 for all others. */
    ONE_HOT,
    /** One feature: the number of the category, from 0. */
    ORDINAL
  }

  public InputColumns {
    names = List.copyOf(names);
    positions = positions.map(List::copyOf);
    categories = List.copyOf(categories);
    fill = fill.map(List::copyOf);
    mean = mean.map(List::copyOf);
    deviation = deviation.map(List::copyOf);
    require(
        kind == Kind.NUMBER ? !names.isEmpty() : names.size() == 1 && !categories.isEmpty(),
        "one column has categories, but these have them: %s",
        names);
    int features = kind == Kind.ONE_HOT ? categories.size() : names.size();
    requireSize(names, fill, features);
    requireSize(names, mean, features);
    requireSize(names, deviation, features);
    requireSize(names, positions, names.size());
  }

  private static void requireSize(
      List<String> names, Optional<? extends List<?>> numbers, int expected) {
    int size = numbers.map(List::size).orElse(expected);
    require(size == expected, "%s need %s numbers but have %s", names, expected, size);
  }

  /** The number of features that they become. */
  public int width() {
    return kind == Kind.ONE_HOT ? categories.size() : names.size();
  }

  /** One name per feature. */
  List<String> featureNames() {
    return kind == Kind.ONE_HOT
        ? categories.stream().map(each -> names.get(0) + "=" + each).toList()
        : names;
  }
}
