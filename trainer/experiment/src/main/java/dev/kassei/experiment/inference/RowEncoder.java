package dev.kassei.experiment.inference;

import dev.kassei.api.Precision;
import dev.kassei.results.csv.CsvRow;
import dev.kassei.results.csv.Decimals;
import dev.kassei.results.csv.NumberStyle;
import dev.kassei.results.file.FileProblems;
import dev.kassei.results.record.InputColumns;
import dev.kassei.results.record.InputColumns.Kind;
import dev.kassei.results.record.Preparation;
import dev.kassei.results.record.TextFormat;
import dev.kassei.results.text.Shortened;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes features of the cells of a line, as they were made of the training rows. */
final class RowEncoder {
  private static final int LISTED = 10;

  private final TextFormat text;
  private final NumberStyle style;
  private final FileProblems problems;
  private final Optional<double[]> fill;
  private final FeatureRange range;
  private final List<Input> inputs = new ArrayList<>();

  /**
   * @param columns the index of each input column in the file
   */
  RowEncoder(Preparation preparation, int[] columns, Precision precision, FileProblems problems) {
    this.text = preparation.text();
    this.style = style(text);
    this.problems = problems;
    this.fill = preparation.fill();
    this.range = FeatureRange.of(preparation, precision);
    int feature = 0;
    for (InputColumns group : preparation.inputs()) {
      int width = group.width() / group.names().size();
      for (String name : group.names()) {
        int column = columns[inputs.size()];
        inputs.add(new Input(column, name, group.kind(), numbers(group), feature, width));
        feature += width;
      }
    }
  }

  /** How numbers are written. */
  static NumberStyle style(TextFormat text) {
    return new NumberStyle(text.decimal().charAt(0), text.thousands().map(mark -> mark.charAt(0)));
  }

  private static Map<String, Integer> numbers(InputColumns group) {
    var numbers = new HashMap<String, Integer>();
    group.categories().forEach(name -> numbers.putIfAbsent(name, numbers.size()));
    return numbers;
  }

  /**
   * A column.
   *
   * @param column its index in the file
   * @param numbers those of its categories; empty for numbers
   * @param feature the first of its features
   * @param width how many they are
   */
  private record Input(
      int column, String name, Kind kind, Map<String, Integer> numbers, int feature, int width) {}

  /**
   * Puts the features of a line at {@code from} of an array of zeros; what is wrong with it is a
   * problem of the file.
   */
  void encode(CsvRow row, double[] features, int from) {
    for (Input input : inputs) {
      if (problems.isFull()) {
        return;
      }
      if (input.kind() == Kind.NUMBER) {
        number(row, input, features, from);
      } else {
        category(row, input, features, from);
      }
    }
  }

  private void number(CsvRow row, Input input, double[] features, int from) {
    int column = input.column();
    double number = style.parse(row.text(), row.from(column), row.to(column));
    if (range.holds(number, input.feature())) {
      features[from + input.feature()] = number;
      return;
    }
    String cell = row.cell(column);
    if (text.missingNumbers().contains(cell.toLowerCase(Locale.ROOT))) {
      gap(row, input, features, from);
    } else if (Double.isFinite(number)) {
      complain(
          row,
          input,
          "expected a number that, scaled as in training, is within the range of float32, but was '%s'"
              .formatted(Shortened.text(cell)));
    } else {
      complain(row, input, Decimals.complaint(cell));
    }
  }

  private void category(CsvRow row, Input input, double[] features, int from) {
    String cell = row.cell(input.column());
    Integer number = input.numbers().get(cell);
    if (text.missingCategories().contains(cell)) {
      gap(row, input, features, from);
    } else if (number == null) {
      complain(
          row,
          input,
          "expected a category that the training data has, %s, but was '%s'"
              .formatted(listed(input), Shortened.text(cell)));
    } else if (input.kind() == Kind.ONE_HOT) {
      features[from + input.feature() + number] = 1;
    } else {
      features[from + input.feature()] = number;
    }
  }

  private static String listed(Input input) {
    String some =
        input.numbers().entrySet().stream()
            .sorted(Map.Entry.comparingByValue())
            .limit(LISTED)
            .map(each -> "'" + Shortened.text(each.getKey()) + "'")
            .collect(Collectors.joining(", "));
    return input.numbers().size() <= LISTED ? some : some + ", …";
  }

  private void gap(CsvRow row, Input input, double[] features, int from) {
    if (fill.isPresent()) {
      System.arraycopy(
          fill.get(), input.feature(), features, from + input.feature(), input.width());
      return;
    }
    String cell = row.cell(input.column());
    complain(
        row,
        input,
        "expected a %s but %s, and the model was trained without a rule for gaps; fill it, or remove the row"
            .formatted(
                input.kind() == Kind.NUMBER ? "number" : "category",
                cell.isEmpty() ? "the cell is empty" : "'" + cell + "' marks a missing value"));
  }

  private void complain(CsvRow row, Input input, String message) {
    problems.addCell(
        row.line(), input.column() + 1, input.name(), row.cell(input.column()), message);
  }
}
