package dev.kassei.builtins.dataset;

import dev.kassei.api.TextTable;
import dev.kassei.results.csv.CsvRow;
import dev.kassei.results.file.FileProblems;
import dev.kassei.results.text.Shortened;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The columns of a file of separated values: what a configuration makes of them. */
final class CsvColumns {
  private static final String LABEL = "label";
  private static final String WEIGHT = "sample_weight";
  private static final String FEATURES = "features";
  private static final String IGNORE = "ignore";
  private static final String CATEGORICAL = "categorical";
  private static final String ORDINAL = "ordinal";

  private final List<String> names;
  private final FileProblems problems;

  /** The columns that each key names, by index. */
  private final Map<String, Set<Integer>> named = new LinkedHashMap<>();

  private CsvColumns(
      Csv csv, List<String> names, boolean header, List<String> first, FileProblems problems) {
    this.names = names;
    this.problems = problems;
    var choice = new ColumnChoice(names, header, first, problems);
    name(LABEL, csv.label().stream().map(choice::label).toList());
    name(WEIGHT, choice, csv.sampleWeight().stream().toList(), "to be the weight of rows");
    name(FEATURES, choice, csv.features(), "to be a feature");
    name(IGNORE, choice, csv.ignore(), "to be ignored");
    name(CATEGORICAL, choice, csv.categorical(), "to be categorical");
    name(ORDINAL, choice, csv.ordinal(), "to be ordinal");
  }

  /**
   * The columns that the first line shows.
   *
   * @param header whether it holds their names
   * @throws IllegalArgumentException with all problems, if they are not what is asked for
   */
  static CsvColumns of(Csv csv, boolean header, CsvRow first, FileProblems problems) {
    List<String> cells = first.cells();
    if (cells.size() < 2) {
      problems.addLine(
          first.line(),
          "expected at least two cells separated by '%s' but found '%s'; set delimiter"
              .formatted(csv.delimiter(), Shortened.text(cells.get(0))));
      problems.report();
    }
    List<String> names = header ? first.names() : numbered(cells.size());
    var choice = new CsvColumns(csv, names, header, first.names(), problems);
    problems.report();
    choice.requireOneUse();
    choice.requireOwnNames();
    problems.report();
    return choice;
  }

  private static List<String> numbered(int columns) {
    return IntStream.rangeClosed(1, columns).mapToObj(i -> "x" + i).toList();
  }

  private void name(String key, ColumnChoice choice, List<String> wanted, String purpose) {
    name(key, wanted.stream().map(each -> choice.index(each, purpose)).toList());
  }

  private void name(String key, List<Integer> columns) {
    var once = new LinkedHashSet<Integer>();
    for (int column : columns) {
      if (!once.add(column) && problems.isEmpty()) {
        problems.add(
            "column '%s' is named twice by %s; name it once"
                .formatted(Shortened.text(names.get(column)), key));
      }
    }
    named.put(key, once);
  }

  private boolean isNamed(String key, int column) {
    return named.getOrDefault(key, Set.of()).contains(column);
  }

  private void requireOneUse() {
    for (int column = 0; column < names.size(); column++) {
      requireOneOf(column, List.of(LABEL, WEIGHT, FEATURES, IGNORE));
      requireOneOf(column, List.of(CATEGORICAL, ORDINAL));
      requireOneOf(column, List.of(CATEGORICAL, IGNORE, WEIGHT));
      requireOneOf(column, List.of(ORDINAL, IGNORE, WEIGHT, LABEL));
      boolean holdsNames = isNamed(CATEGORICAL, column) || isNamed(ORDINAL, column);
      if (holdsNames && use(column) == Column.Use.IGNORED && !isNamed(IGNORE, column)) {
        problems.add(
            "column '%s' holds names, but is not among the features; add it there"
                .formatted(Shortened.text(names.get(column))));
      }
    }
    if (problems.isEmpty() && columns().stream().noneMatch(Column::isFeature)) {
      problems.add("no column is left to be a feature; ignore fewer");
    }
  }

  /** Results are by name, so no two columns that are used may have the same. */
  private void requireOwnNames() {
    List<Column> columns = columns();
    var seen = new HashMap<String, Integer>();
    for (int i = 0; i < columns.size(); i++) {
      boolean isUsed = columns.get(i).use() != Column.Use.IGNORED;
      Integer first = isUsed ? seen.putIfAbsent(columns.get(i).name(), i) : null;
      if (first != null) {
        problems.add(
            "columns %s and %s are both called '%s'; rename one, or leave it out: ignore: [%s]"
                .formatted(first + 1, i + 1, Shortened.text(names.get(i)), i + 1));
      }
    }
  }

  private void requireOneOf(int column, List<String> keys) {
    List<String> claims = keys.stream().filter(key -> isNamed(key, column)).toList();
    if (claims.size() > 1) {
      problems.add(
          "column '%s' is named by %s; remove it from all but one of them"
              .formatted(Shortened.text(names.get(column)), String.join(" and by ", claims)));
    }
  }

  private Column.Use use(int column) {
    if (isNamed(LABEL, column)) {
      return Column.Use.LABEL;
    }
    if (isNamed(WEIGHT, column)) {
      return Column.Use.WEIGHT;
    }
    boolean isChosen =
        named.getOrDefault(FEATURES, Set.of()).isEmpty() || isNamed(FEATURES, column);
    if (isNamed(IGNORE, column) || !isChosen) {
      return Column.Use.IGNORED;
    }
    return isNamed(ORDINAL, column) ? Column.Use.ORDINAL : Column.Use.FEATURE;
  }

  /** The columns that are features, by index: in the order in which they are named, if they are. */
  int[] features() {
    List<Column> all = columns();
    Set<Integer> chosen = named.getOrDefault(FEATURES, Set.of());
    return chosen.isEmpty()
        ? IntStream.range(0, all.size()).filter(i -> all.get(i).isFeature()).toArray()
        : chosen.stream().mapToInt(Integer::intValue).toArray();
  }

  /** How the file writes rows. */
  TextTable textTable(Csv csv, boolean hasHeader) {
    List<Integer> inputs = IntStream.of(features()).mapToObj(i -> i + 1).toList();
    var table =
        new TextTable(hasHeader, names, inputs, numbers(LABEL))
            .withStyle(
                csv.delimiter().charAt(0),
                csv.decimal().charAt(0),
                csv.thousands().map(mark -> mark.charAt(0)));
    return numbers(WEIGHT).stream().findFirst().map(table::withWeight).orElse(table);
  }

  /** The numbers from 1 of the columns that a key names, in the order of the file. */
  private List<Integer> numbers(String key) {
    return named.getOrDefault(key, Set.of()).stream().sorted().map(i -> i + 1).toList();
  }

  /** All columns in the order of the file. */
  List<Column> columns() {
    return IntStream.range(0, names.size())
        .mapToObj(
            i ->
                new Column(
                    names.get(i),
                    use(i),
                    isNamed(CATEGORICAL, i) || isNamed(ORDINAL, i),
                    List.of()))
        .toList();
  }
}
