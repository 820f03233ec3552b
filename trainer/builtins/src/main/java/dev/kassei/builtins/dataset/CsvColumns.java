package dev.kassei.builtins.dataset;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.kassei.results.file.FileProblems;
import dev.kassei.results.text.Shortened;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The columns of a file of separated values.
 *
 * @param label the index of the label column
 */
record CsvColumns(List<Column> columns, int label) {

  /**
   * The columns that the first line shows; problems are added.
   *
   * @param header whether it holds their names
   */
  static CsvColumns of(Csv csv, boolean header, CsvRecord first, FileProblems problems) {
    List<String> cells = first.getFields().stream().map(String::strip).toList();
    long line = first.getStartingLineNumber();
    if (cells.size() < 2) {
      problems.addLine(
          line,
          "expected at least two cells separated by '%s' but found '%s'; set delimiter"
              .formatted(csv.delimiter(), Shortened.text(cells.get(0))));
      return new CsvColumns(List.of(), 0);
    }
    List<String> names = header ? named(cells) : numbered(cells.size());
    var choice = new ColumnChoice(names, header, problems);
    int label = choice.label(csv.label());
    Set<Integer> categorical =
        csv.categorical().stream()
            .map(wanted -> choice.index(wanted, "to be categorical"))
            .collect(Collectors.toSet());
    return new CsvColumns(
        IntStream.range(0, names.size())
            .mapToObj(i -> new Column(names.get(i), categorical.contains(i), List.of()))
            .toList(),
        label);
  }

  /** The number of columns. */
  int count() {
    return columns.size();
  }

  private static List<String> named(List<String> cells) {
    return IntStream.range(0, cells.size())
        .mapToObj(i -> cells.get(i).isEmpty() ? "x" + (i + 1) : cells.get(i))
        .toList();
  }

  private static List<String> numbered(int columns) {
    return IntStream.rangeClosed(1, columns).mapToObj(i -> "x" + i).toList();
  }
}
