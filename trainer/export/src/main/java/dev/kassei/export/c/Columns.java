package dev.kassei.export.c;

import static java.util.Collections.nCopies;

import dev.kassei.results.record.InputColumns;
import dev.kassei.results.record.Preparation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Preparation in C: how columns become the array {@code features}. */
final class Columns {
  private final Preparation preparation;
  private final Real real;

  Columns(Preparation preparation, Real real) {
    this.preparation = preparation;
    this.real = real;
  }

  /** The tables that the statements read. */
  String tables() {
    return table("fill", fill())
        + table("mean", preparation.means())
        + table("deviation", preparation.deviations())
        + table("target_mean", preparation.targetMeans())
        + table("target_deviation", preparation.targetDeviations());
  }

  /** What gaps become; 0 for columns whose gaps are refused. */
  private Optional<double[]> fill() {
    boolean isFilled = preparation.inputs().stream().anyMatch(each -> each.fill().isPresent());
    return isFilled
        ? Optional.of(
            preparation.inputs().stream()
                .flatMap(each -> each.fill().orElse(nCopies(each.width(), 0.0)).stream())
                .mapToDouble(Double::doubleValue)
                .toArray())
        : Optional.empty();
  }

  private static String table(String name, Optional<double[]> numbers) {
    return numbers
        .map(each -> Text.array("double " + Library.PREFIX + name, doubles(each)) + "\n")
        .orElse("");
  }

  private static List<String> doubles(double[] numbers) {
    return DoubleStream.of(numbers).mapToObj(Real.DOUBLE::element).toList();
  }

  /** The texts of categories by column, and the function that finds one. */
  private String categories() {
    var all = new StringBuilder();
    var cases = new StringBuilder();
    int column = 0;
    for (InputColumns columns : preparation.inputs()) {
      if (columns.kind() != InputColumns.Kind.NUMBER) {
        String name = Library.PREFIX + "categories_of_" + column;
        all.append(Text.names(name, columns.categories())).append("\n");
        cases.append(search(column, name, columns.categories().size()));
      }
      column += columns.names().size();
    }
    return cases.isEmpty() ? "" : all + finder(cases.toString());
  }

  private static String search(int column, String name, int count) {
    return """
          for (int i = 0; column == %s && i < %s; i++) {
            if (strcmp(%s[i], text) == 0) {
              return i;
            }
          }
        """
        .formatted(column, count, name);
  }

  private static String finder(String cases) {
    return "/* The number of a category of a column, counted from 0; -1 if there is none. */\n"
        + "static inline int kassei_category(int column, const char *text) {\n"
        + cases
        + "  return -1;\n}\n\n";
  }

  /** The statements that fill the features. */
  String statements() {
    var text = new ArrayList<String>();
    int column = 0;
    int feature = 0;
    for (InputColumns columns : preparation.inputs()) {
      text.add(
          switch (columns.kind()) {
            case NUMBER -> numbers(columns, column, feature);
            case ONE_HOT -> oneHot(columns, column, feature);
            case ORDINAL -> ordinal(columns, column, feature);
          });
      column += columns.names().size();
      feature += columns.width();
    }
    return String.join("", text);
  }

  private String numbers(InputColumns columns, int column, int feature) {
    return "  for (int i = 0; i < %s; i++) {\n".formatted(columns.names().size())
        + "    double value = %s;\n".formatted(place("x", "i", column))
        + gap(columns, "value != value", "i", column, feature)
        + put("i", feature);
  }

  private String oneHot(InputColumns columns, int column, int feature) {
    int count = columns.categories().size();
    return check(columns, column, count)
        + "  for (int i = 0; i < %s; i++) {\n".formatted(count)
        + "    double value = x[%s] == i ? 1 : 0;\n".formatted(column)
        + filled(columns, "x[%s] != x[%s]".formatted(column, column), feature)
        + put("i", feature);
  }

  private String ordinal(InputColumns columns, int column, int feature) {
    return check(columns, column, columns.categories().size())
        + "  for (int i = 0; i < 1; i++) {\n"
        + "    double value = x[%s];\n".formatted(column)
        + filled(columns, "value != value", feature)
        + put("i", feature);
  }

  /** Refuses what is no number of a category; a gap only where none is filled. */
  private static String check(InputColumns columns, int column, int count) {
    String gap = columns.fill().isPresent() ? "x[%s] == x[%s] && ".formatted(column, column) : "";
    return "  if (%s!(x[%s] >= 0 && x[%s] < %s && x[%s] == (int) x[%s])) {\n    return %s;\n  }\n"
        .formatted(gap, column, column, count, column, column, column + 1);
  }

  private static String gap(InputColumns columns, String isGap, String i, int column, int feature) {
    return columns.fill().isPresent()
        ? filled(columns, isGap, feature)
        : "    if (%s) {\n      return %s + %s;\n    }\n".formatted(isGap, i, column + 1);
  }

  private static String filled(InputColumns columns, String isGap, int feature) {
    return columns.fill().isEmpty()
        ? ""
        : "    if (%s) {\n      value = %s;\n    }\n"
            .formatted(isGap, place("kassei_fill", "i", feature));
  }

  private String put(String i, int feature) {
    String scaled =
        preparation.means().isPresent()
            ? "(value - %s) / %s"
                .formatted(place("kassei_mean", i, feature), place("kassei_deviation", i, feature))
            : "value";
    String rounded = real == Real.FLOAT ? "(float) (" + scaled + ")" : scaled;
    return "    %s = %s;\n  }\n".formatted(place("features", i, feature), rounded);
  }

  private static String place(String array, String i, int offset) {
    return offset == 0 ? array + "[" + i + "]" : array + "[" + offset + " + " + i + "]";
  }

  /** The statements that put the response into y, in the unit of the targets. */
  String result(String response, int outputs) {
    Optional<double[]> means = preparation.targetMeans();
    String value = "%s[i]".formatted(response);
    String scaled =
        means.isPresent() ? value + " * kassei_target_deviation[i] + kassei_target_mean[i]" : value;
    return "  for (int i = 0; i < %s; i++) {\n    y[i] = %s;\n  }\n".formatted(outputs, scaled);
  }

  /** The names of columns, of classes or targets, and of categories. */
  String names() {
    String learned =
        preparation.classes().isEmpty()
            ? "/* The numbers of y. */\n"
                + Text.names(Library.PREFIX + "target_names", preparation.target().names())
            : "/* The classes in the order of their numbers. */\n"
                + Text.names(Library.PREFIX + "class_names", preparation.classes());
    return "/* The columns of x. */\n"
        + Text.names(Library.PREFIX + "column_names", preparation.columnNames())
        + "\n"
        + learned
        + "\n"
        + categories();
  }

  /** The number of columns. */
  int count() {
    return preparation.columnNames().size();
  }

  /** Whether there are columns of categories. */
  boolean hasCategories() {
    return preparation.inputs().stream().anyMatch(each -> each.kind() != InputColumns.Kind.NUMBER);
  }
}
