package dev.kassei.builtins.dataset;

import dev.kassei.results.csv.CsvRow;
import dev.kassei.results.csv.Decimals;
import dev.kassei.results.csv.NumberStyle;
import dev.kassei.results.file.FileProblems;
import dev.kassei.results.text.Shortened;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Compares the first line of a file with the lines that follow. A text above numbers speaks for
 * names, and so does a text that never comes again above texts that do; a number above numbers and
 * a text that comes again speak for data.
 */
final class HeaderGuess {
  /** So many lines show what a column holds. */
  static final int LINES = 1000;

  private final NumberStyle style;
  private final List<String> first;
  private final List<List<String>> others;

  private HeaderGuess(NumberStyle style, List<String> first, List<List<String>> others) {
    this.style = style;
    this.first = first;
    this.others = others;
  }

  /**
   * Whether the first line holds names; what speaks for both is a failure.
   *
   * @param others at most {@link #LINES} lines that follow
   */
  static boolean isHeader(Csv csv, CsvRow first, List<CsvRow> others, FileProblems problems) {
    var guess =
        new HeaderGuess(csv.style(), first.cells(), others.stream().map(CsvRow::cells).toList());
    return guess.names(csv) || guess.decide(first.line(), problems);
  }

  /** Whether the configuration calls a column by what stands in the first line. */
  private boolean names(Csv csv) {
    return csv.namedColumns().stream()
        .map(String::strip)
        .anyMatch(name -> first.contains(name) && Double.isNaN(style.parse(name)));
  }

  private boolean decide(long line, FileProblems problems) {
    List<String> names = where(this::isName);
    List<String> data = where(this::isDatum);
    if (!names.isEmpty() && names.size() <= data.size()) {
      throw problems.failure(
          "line %s may hold names or data: '%s' looks like a name, '%s' like data; set header: true or false"
              .formatted(line, Shortened.text(names.get(0)), Shortened.text(data.get(0))));
    }
    if (names.isEmpty() && isNumbering()) {
      throw problems.failure(
          "line %s may hold data, or the columns' names from %s to %s; set header: false or true"
              .formatted(line, first.get(0), first.get(first.size() - 1)));
    }
    return names.size() > data.size() || data.isEmpty();
  }

  private List<String> where(IntPredicate isSo) {
    return IntStream.range(0, first.size()).filter(isSo).mapToObj(first::get).toList();
  }

  private boolean isName(int column) {
    if (!isText(first.get(column))) {
      return false;
    }
    List<String> below = below(column);
    boolean comesAgain = below.contains(first.get(column));
    Set<String> distinct = new HashSet<>(below);
    return isNumeric(below) || (!comesAgain && 2 * distinct.size() <= below.size());
  }

  private boolean isDatum(int column) {
    String cell = first.get(column);
    List<String> below = below(column);
    return isText(cell)
        ? !isNumeric(below) && below.contains(cell)
        : !Double.isNaN(style.parse(cell)) && (below.isEmpty() || isNumeric(below));
  }

  /** Whether cells count up, as pandas numbers columns and years are written. */
  private boolean isNumbering() {
    double[] numbers = first.stream().mapToDouble(style::parse).toArray();
    return numbers.length > 2
        && IntStream.range(1, numbers.length).allMatch(i -> numbers[i] == numbers[i - 1] + 1);
  }

  private List<String> below(int column) {
    return others.stream()
        .filter(cells -> column < cells.size() && !Decimals.isMissing(cells.get(column)))
        .map(cells -> cells.get(column))
        .toList();
  }

  /** Whether most cells are numbers: one mistake does not make a column another. */
  private boolean isNumeric(List<String> cells) {
    long numbers = cells.stream().filter(cell -> !isText(cell)).count();
    return 2 * numbers > cells.size();
  }

  private boolean isText(String cell) {
    return !Decimals.isMissing(cell) && Double.isNaN(style.parse(cell));
  }
}
