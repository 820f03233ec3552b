package dev.kassei.results;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.results.record.FileColumn;
import dev.kassei.results.record.InputColumns;
import dev.kassei.results.record.Preparation;
import dev.kassei.results.record.TargetColumn;
import dev.kassei.results.record.TextFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Requires of a preparation that was read what holds for each that training writes: else it would
 * predict wrong numbers without a word. Messages name keys by their paths in the file.
 */
final class PreparationCheck {
  private PreparationCheck() {}

  /**
   * Checks all of it.
   *
   * @throws IllegalArgumentException at the first value that cannot be right
   */
  static void check(Preparation preparation) {
    List<InputColumns> inputs = preparation.inputs();
    require(!inputs.isEmpty(), "'inputs' must name a column");
    for (int i = 0; i < inputs.size(); i++) {
      columns(inputs.get(i), "inputs[" + i + "]");
    }
    requireAllOrNone(inputs, InputColumns::fill, "inputs", "fill");
    requireAllOrNone(inputs, InputColumns::mean, "inputs", "mean");
    requireDistinct(preparation.columnNames(), "the names of inputs");
    preparation
        .image()
        .ifPresent(
            image ->
                require(
                    image.size() == preparation.width(),
                    "'image' has %s values but 'inputs' %s",
                    image.size(),
                    preparation.width()));
    targets(preparation);
    preparation.weight().map(FileColumn::position).ifPresent(at -> requirePlace(at, "weight"));
    text(preparation.text());
  }

  private static void columns(InputColumns columns, String path) {
    columns.positions().stream().flatMap(List::stream).forEach(at -> requirePlace(at, path));
    requireDistinct(columns.categories(), path + ".categories");
    requireEach(columns.fill(), path + ".fill", PreparationCheck::requireFinite);
    requireEach(columns.mean(), path + ".mean", PreparationCheck::requireFinite);
    requirePair(columns.mean(), columns.deviation(), path);
    requireEach(columns.deviation(), path + ".deviation", PreparationCheck::requirePositive);
  }

  private static void targets(Preparation preparation) {
    List<TargetColumn> targets = preparation.targets();
    List<String> classes = preparation.classes();
    require(!targets.isEmpty(), "'targets' must name a column");
    for (int i = 0; i < targets.size(); i++) {
      target(targets.get(i), "targets[" + i + "]");
    }
    requireAllOrNone(targets, TargetColumn::mean, "targets", "mean");
    requireDistinct(preparation.target().names(), "the names of targets");
    requireDistinct(classes, "classes");
    require(
        classes.isEmpty() || targets.get(0).mean().isEmpty(),
        "'targets[0].mean' must be left out, since 'classes' have no scale");
    preparation.classWeights().ifPresent(weights -> classWeights(weights, classes));
  }

  private static void target(TargetColumn target, String path) {
    target.position().ifPresent(at -> requirePlace(at, path));
    target.mean().ifPresent(mean -> requireFinite(mean, path + ".mean"));
    requirePair(target.mean(), target.deviation(), path);
    target.deviation().ifPresent(deviation -> requirePositive(deviation, path + ".deviation"));
  }

  private static void classWeights(List<Double> weights, List<String> classes) {
    require(
        weights.size() == classes.size(),
        "'class_weights' are %s but 'classes' %s",
        weights.size(),
        classes.size());
    requireEach(Optional.of(weights), "class_weights", PreparationCheck::requireWeight);
  }

  private static void text(TextFormat text) {
    require(
        text.delimiter().length() == 1 && !"\"\r\n".contains(text.delimiter()),
        "'text.delimiter' must be one character, not a quote or line break, but was '%s'",
        text.delimiter());
    require(
        text.decimal().equals(".") || text.decimal().equals(","),
        "'text.decimal' must be '.' or ',' but was '%s'",
        text.decimal());
    require(
        !text.decimal().equals(text.delimiter()),
        "'text.decimal' and 'text.delimiter' must differ but are both '%s'",
        text.decimal());
    text.thousands().ifPresent(mark -> thousands(mark, text));
    require(text.columns().orElse(1) > 0, "'text.columns' must be 1 or more");
  }

  private static void thousands(String mark, TextFormat text) {
    require(
        mark.length() == 1 && !mark.equals(text.decimal()) && !mark.equals(text.delimiter()),
        "'text.thousands' must be one character, neither 'decimal' nor 'delimiter', but was '%s'",
        mark);
  }

  private static void requirePlace(int position, String path) {
    require(position > 0, "columns of '%s' are numbered from 1 but one has %s", path, position);
  }

  private static void requireDistinct(List<String> names, String what) {
    var seen = new HashSet<String>();
    names.forEach(name -> require(seen.add(name), "%s must differ but '%s' is twice", what, name));
  }

  private static void requirePair(Optional<?> mean, Optional<?> deviation, String path) {
    require(
        mean.isPresent() == deviation.isPresent(),
        "'%s' must have both 'mean' and 'deviation', or neither",
        path);
  }

  /** Where some columns were without, all would be taken as they are. */
  private static <T> void requireAllOrNone(
      List<T> columns, Function<T, Optional<?>> value, String path, String key) {
    long having = columns.stream().filter(each -> value.apply(each).isPresent()).count();
    require(
        having == 0 || having == columns.size(),
        "all of '%s' must have '%s', or none, but %s of %s have",
        path,
        key,
        having,
        columns.size());
  }

  private static void requireEach(
      Optional<List<Double>> numbers, String path, BiConsumer<Double, String> requirement) {
    List<Double> all = numbers.orElse(List.of());
    for (int i = 0; i < all.size(); i++) {
      requirement.accept(all.get(i), path + "[" + i + "]");
    }
  }

  private static void requireFinite(double number, String path) {
    require(Double.isFinite(number), "'%s' must be a finite number but was %s", path, number);
  }

  private static void requirePositive(double number, String path) {
    require(
        number > 0 && Double.isFinite(number),
        "'%s' must be a finite number above 0 but was %s",
        path,
        number);
  }

  private static void requireWeight(double number, String path) {
    require(
        number >= 0 && Double.isFinite(number),
        "'%s' must be a finite number, 0 or more, but was %s",
        path,
        number);
  }
}
