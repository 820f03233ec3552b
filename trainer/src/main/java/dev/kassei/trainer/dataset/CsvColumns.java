package dev.kassei.trainer.dataset;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The columns of a file.
 *
 * @param names one name a column
 * @param label the index of the label column
 */
record CsvColumns(List<String> names, int label) {
  private static final String LAST = "last";

  /** The columns that the first line shows; problems are added. */
  static CsvColumns of(Csv csv, CsvRecord first, CsvProblems problems) {
    List<String> cells = first.getFields().stream().map(String::strip).toList();
    long line = first.getStartingLineNumber();
    if (cells.size() < 2) {
      problems.addLine(
          line,
          "expected at least two cells separated by '%s' but found '%s'; set delimiter"
              .formatted(csv.delimiter(), shortened(cells.get(0))));
      return new CsvColumns(cells, 0);
    }
    if (csv.header() && looksLikeData(cells)) {
      problems.addLine(
          line, "expected names of columns but found numbers; set header: false to read them");
    }
    List<String> names = csv.header() ? named(cells) : numbered(cells.size());
    return new CsvColumns(names, label(csv, names, problems));
  }

  /** The number of columns. */
  int count() {
    return names.size();
  }

  /** The names of all columns but the label's. */
  List<String> featureNames() {
    var features = new ArrayList<>(names);
    features.remove(label);
    return features;
  }

  private static int label(Csv csv, List<String> names, CsvProblems problems) {
    String wanted = csv.label().strip();
    int[] matches =
        IntStream.range(0, names.size()).filter(i -> names.get(i).equals(wanted)).toArray();
    if (csv.header() && matches.length == 1) {
      return matches[0];
    }
    if (csv.header() && matches.length > 1) {
      problems.add(
          "the label '%s' names columns %s and %s; give its number"
              .formatted(wanted, matches[0] + 1, matches[1] + 1));
      return 0;
    }
    if (wanted.equals(LAST)) {
      return names.size() - 1;
    }
    double number = Decimals.parse(wanted);
    if (isWhole(number) && number >= 1 && number <= names.size()) {
      return (int) number - 1;
    }
    problems.add(
        "there is no column '%s' to be the label; expected %s, a number from 1 to %s, or last"
            .formatted(
                wanted, csv.header() ? "one of " + listed(names) : "a number", names.size()));
    return 0;
  }

  /** Whether cells are measurements: numbers with a fraction, or the same number twice. */
  private static boolean looksLikeData(List<String> cells) {
    Set<Double> numbers = new LinkedHashSet<>();
    for (String cell : cells) {
      double number = Decimals.parse(cell);
      if (!Double.isNaN(number) && (!isWhole(number) || !numbers.add(number))) {
        return true;
      }
    }
    return false;
  }

  private static List<String> named(List<String> cells) {
    return IntStream.range(0, cells.size())
        .mapToObj(i -> cells.get(i).isEmpty() ? "x" + (i + 1) : cells.get(i))
        .toList();
  }

  private static List<String> numbered(int columns) {
    return IntStream.rangeClosed(1, columns).mapToObj(i -> "x" + i).toList();
  }

  private static boolean isWhole(double number) {
    return number == Math.rint(number);
  }

  private static String listed(List<String> names) {
    return names.size() <= 20
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, 20)) + ", …";
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
