package dev.kassei.builtins.dataset;

import dev.kassei.api.Dataset;
import dev.kassei.api.Target;
import dev.kassei.api.value.Numbers;
import dev.kassei.builtins.dataset.Table.Label;
import dev.kassei.builtins.dataset.Table.LabelColumn;
import dev.kassei.builtins.dataset.Table.NumberColumns;
import dev.kassei.results.csv.Decimals;
import dev.kassei.results.file.FileProblems;
import dev.kassei.results.text.Shortened;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides whether labels are classes or numbers. */
final class Labels {
  private static final int MOST_CLASSES = 20;

  private final Table table;
  private final LabelColumn column;
  private final double[] numbers;

  private Labels(Table table, LabelColumn column) {
    this.table = table;
    this.column = column;
    // adding 0 makes −0 the same label as 0
    this.numbers =
        column.labels().stream()
            .mapToDouble(label -> table.style().parse(label.text()) + 0.0)
            .toArray();
  }

  /**
   * The data of a table.
   *
   * @param prefersNumbers whether the loss asks for numbers
   */
  static Dataset dataset(Table table, Task task, boolean prefersNumbers) {
    if (table.targets() instanceof NumberColumns columns) {
      return table.dataset(new Target(columns.names(), List.of()), columns.numbers());
    }
    return new Labels(table, (LabelColumn) table.targets()).dataset(task, prefersNumbers);
  }

  private Dataset dataset(Task task, boolean prefersNumbers) {
    boolean isClasses =
        task == Task.AUTO ? lookLikeClasses(prefersNumbers) : task == Task.CLASSIFICATION;
    Dataset data = isClasses ? classes() : regression();
    column.labels().stream().map(Label::problems).distinct().forEach(FileProblems::report);
    return data;
  }

  private FileProblems problems() {
    return column.labels().get(0).problems();
  }

  private boolean lookLikeClasses(boolean prefersNumbers) {
    if (column.column().isCategorical()) {
      return true;
    }
    Optional<Label> text = first(false);
    Optional<Label> number = first(true);
    if (text.isPresent() && number.isPresent()) {
      throw problems()
          .failure(
              ("the labels in column %s (%s) mix numbers (line %s: '%s') and text (line %s: '%s');"
                      + " correct them, or set task: classification if all are names")
                  .formatted(
                      column.number(),
                      column.column().name(),
                      number.get().line(),
                      Shortened.text(number.get().text()),
                      text.get().line(),
                      Shortened.text(text.get().text())));
    }
    if (text.isPresent()) {
      requireFewNames();
      return true;
    }
    return isYesOrNo() || (!prefersNumbers && isFewWholeNumbers());
  }

  /** Nearly as many classes as rows are identifiers, dates, or numbers with units. */
  private void requireFewNames() {
    List<String> texts = column.labels().stream().map(Label::text).toList();
    long distinct = texts.stream().distinct().count();
    if (distinct > 2 && 2 * distinct > texts.size()) {
      throw problems()
          .failure(
              ("column %s (%s) has %s different labels in %s rows, such as '%s', which are hardly classes;"
                      + " choose another label, write plain numbers, or set task: classification if they are")
                  .formatted(
                      column.number(),
                      column.column().name(),
                      distinct,
                      texts.size(),
                      Shortened.text(texts.get(0))));
    }
  }

  /** Numbers 0 and 1 are classes for every loss, since a class is learned as 0 or 1. */
  private boolean isYesOrNo() {
    return isFewWholeNumbers() && Arrays.stream(numbers).allMatch(each -> each == 0 || each == 1);
  }

  private Optional<Label> first(boolean isNumber) {
    for (int i = 0; i < numbers.length; i++) {
      if (Double.isFinite(numbers[i]) == isNumber) {
        return Optional.of(column.labels().get(i));
      }
    }
    return Optional.empty();
  }

  private boolean isFewWholeNumbers() {
    long distinct = Arrays.stream(numbers).distinct().count();
    return Arrays.stream(numbers).allMatch(number -> number == Math.rint(number))
        && distinct <= MOST_CLASSES
        && 2 * distinct <= numbers.length;
  }

  private Dataset regression() {
    for (int i = 0; i < numbers.length && !problems().isFull(); i++) {
      if (!Double.isFinite(numbers[i])) {
        Label label = column.labels().get(i);
        label
            .problems()
            .addCell(
                label.line(),
                column.number(),
                column.column().name(),
                label.text(),
                Decimals.complaint(label.text()));
      }
    }
    return dataset(List.of(), numbers);
  }

  private Dataset classes() {
    if (!column.column().categories().isEmpty()) {
      return declaredClasses();
    }
    boolean isText = column.column().isCategorical() || first(false).isPresent();
    return isText ? classesOfTexts() : classesOfNumbers();
  }

  private Dataset classesOfNumbers() {
    double[] classes = Arrays.stream(numbers).distinct().sorted().toArray();
    List<String> names = Arrays.stream(classes).mapToObj(Numbers::text).toList();
    double[] targets =
        Arrays.stream(numbers).map(number -> Arrays.binarySearch(classes, number)).toArray();
    return dataset(atLeastTwo(names), targets);
  }

  private Dataset classesOfTexts() {
    List<String> texts = column.labels().stream().map(Label::text).toList();
    List<String> classes = texts.stream().distinct().sorted(CodePoints.ORDER).toList();
    Map<String, Integer> order = new HashMap<>();
    classes.forEach(each -> order.put(each, order.size()));
    return dataset(atLeastTwo(classes), texts.stream().mapToDouble(order::get).toArray());
  }

  private Dataset declaredClasses() {
    var categories = new Categories(column.column().categories());
    double[] targets = new double[column.labels().size()];
    for (int i = 0; i < targets.length && !problems().isFull(); i++) {
      Label label = column.labels().get(i);
      targets[i] = categories.number(label.text());
      if (targets[i] < 0) {
        label
            .problems()
            .addCell(
                label.line(),
                column.number(),
                column.column().name(),
                "",
                categories.complaint(label.text()));
      }
    }
    return dataset(atLeastTwo(column.column().categories()), targets);
  }

  private List<String> atLeastTwo(List<String> classes) {
    if (classes.size() < 2) {
      problems()
          .add(
              "expected at least two classes in column %s (%s) but all rows have '%s'"
                  .formatted(
                      column.number(), column.column().name(), Shortened.text(classes.get(0))));
    }
    return classes;
  }

  private Dataset dataset(List<String> classes, double[] targets) {
    return table.dataset(new Target(List.of(column.column().name()), classes), targets);
  }
}
