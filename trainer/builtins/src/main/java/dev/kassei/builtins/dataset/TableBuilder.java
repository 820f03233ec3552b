package dev.kassei.builtins.dataset;

import dev.kassei.api.Dataset.Gaps;
import dev.kassei.builtins.dataset.Table.Label;
import dev.kassei.builtins.dataset.Table.LabelColumn;
import dev.kassei.builtins.dataset.Table.NumberColumns;
import dev.kassei.builtins.dataset.Table.Targets;
import dev.kassei.results.csv.NumberStyle;
import dev.kassei.results.file.FileProblems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A table in the making, cell by cell: {@link #begin}, then {@link #number}, {@link #text} or
 * {@link #missing} for each column in use, then {@link #end}. Mutable.
 *
 * <p>A column of names becomes one feature a category, {@code column=category}, which is 1 in the
 * rows of that category and 0 elsewhere; or one feature, the number of the category.
 */
final class TableBuilder {
  /** So many different labels are stored once each. */
  private static final int MAX_SHARED = 10_000;

  /** So many rows come between two looks at what is left of the memory. */
  private static final int ROWS_PER_LOOK = 1 << 10;

  private final List<Column> columns;
  private final Missing missing;
  private final List<Categories> categories;
  private final int[] features;
  private final int[] labels;
  private final OptionalInt weight;
  private final NumberList cells = new NumberList();
  private final NumberList targets = new NumberList();
  private final NumberList weights = new NumberList();
  private final List<Label> texts = new ArrayList<>();
  private final Map<String, String> shared = new HashMap<>();
  private final double[] row;
  private FileProblems problems;
  private OptionalInt testFrom = OptionalInt.empty();
  private int rows;
  private long line;
  private boolean dropped;
  private String labelText = "";

  /** An empty table, whose features have the order of the columns. */
  TableBuilder(List<Column> columns, Missing missing, FileProblems problems) {
    this(columns, indices(columns, Column::isFeature), missing, problems);
  }

  /**
   * An empty table.
   *
   * @param features the numbers of the columns that are features, from 0, in the table's order
   */
  TableBuilder(List<Column> columns, int[] features, Missing missing, FileProblems problems) {
    this.columns = columns;
    this.missing = missing;
    this.problems = problems;
    this.categories = columns.stream().map(column -> new Categories(column.categories())).toList();
    this.features = features.clone();
    this.labels = indices(columns, Column::isLabel);
    this.weight =
        IntStream.of(indices(columns, column -> column.use() == Column.Use.WEIGHT)).findFirst();
    this.row = new double[columns.size()];
  }

  private static int[] indices(List<Column> columns, Predicate<Column> isSo) {
    return IntStream.range(0, columns.size()).filter(i -> isSo.test(columns.get(i))).toArray();
  }

  /** Lets the rows that follow be those of a file to test with. */
  void beginTest(FileProblems ofFile) {
    testFrom = OptionalInt.of(rows);
    problems = ofFile;
    line = 0;
  }

  /** Begins a row. */
  void begin(long number) {
    line = number;
    dropped = false;
  }

  /** Whether the cells of a column are numbers; otherwise they are texts. */
  boolean isNumeric(int column) {
    return switch (columns.get(column).use()) {
      case FEATURE, ORDINAL -> !columns.get(column).isCategorical();
      case LABEL -> labels.length > 1;
      case WEIGHT -> true;
      case IGNORED -> false;
    };
  }

  /** Adds a finite number. */
  void number(int column, double number) {
    row[column] = number;
  }

  /** Adds a name or a label. */
  void text(int column, String text) {
    if (columns.get(column).isLabel()) {
      labelText = text;
      return;
    }
    row[column] = categories.get(column).number(text);
    if (row[column] < 0) {
      complain(column, "", categories.get(column).complaint(text));
    }
  }

  /** Adds a text where a number was expected. */
  void wrong(int column, String text, String complaint) {
    complain(column, text, complaint);
  }

  /** Adds a cell without a value. */
  void missing(int column, String text) {
    row[column] = Double.NaN;
    dropped |= missing == Missing.DROP;
    if (missing == Missing.DROP) {
      return;
    }
    Column.Use use = columns.get(column).use();
    if (use == Column.Use.LABEL) {
      complain(column, text, "expected a label but %s; remove the row".formatted(gap(text)));
    } else if (use == Column.Use.WEIGHT) {
      complain(column, text, "expected a weight but %s; remove the row".formatted(gap(text)));
    } else if (missing == Missing.REFUSE) {
      String kind = columns.get(column).isCategorical() ? "category" : "number";
      String fillings =
          columns.get(column).use() == Column.Use.ORDINAL
              ? "drop or most_frequent"
              : "drop, mean or most_frequent";
      complain(
          column,
          text,
          "expected a %s but %s; fill the gap, or set missing: %s"
              .formatted(kind, gap(text), fillings));
    }
  }

  /**
   * Ends a row.
   *
   * @throws IllegalArgumentException if there are more rows than memory can hold
   */
  void end() {
    if (dropped) {
      return;
    }
    rows++;
    if (rows % ROWS_PER_LOOK == 0) {
      requireRoom();
    }
    for (int column : features) {
      cells.add(row[column]);
    }
    if (labels.length == 1) {
      texts.add(new Label(problems, line, shared(labelText)));
    } else {
      for (int column : labels) {
        targets.add(row[column]);
      }
    }
    if (weight.isPresent()) {
      weights.add(row[weight.getAsInt()]);
    }
  }

  /** Says so before the heap is full, when nothing can be said any more. */
  private void requireRoom() {
    try {
      Room.require(rows, features.length);
    } catch (IllegalArgumentException e) {
      throw problems.failure(
          "line %s: the numbers so far are more than memory can hold (%s); read fewer columns with features or ignore"
              .formatted(line, e.getMessage()));
    }
  }

  /** Few classes have many labels. */
  private String shared(String text) {
    String known = shared.get(text);
    if (known == null && shared.size() < MAX_SHARED) {
      shared.put(text, text);
    }
    return known == null ? text : known;
  }

  /**
   * Requires that the file that was read last gave rows.
   *
   * @param none how to say that there were none
   * @throws IllegalArgumentException with all problems, if there were any
   */
  void requireRows(String none) {
    problems.report();
    if (rows == testFrom.orElse(0)) {
      throw problems.failure(
          line == 0
              ? "expected rows of numbers but " + none
              : "every row has a gap, so missing: drop leaves none; set missing: mean");
    }
  }

  /** The table, after which this is empty. */
  Table table(NumberStyle style) {
    List<Column> used = IntStream.of(features).mapToObj(columns::get).toList();
    List<Categories> sorted = IntStream.of(features).mapToObj(categories::get).toList();
    sorted.forEach(Categories::sort);
    var encoding = new FeatureEncoding(used, sorted);
    return new Table(
        encoding.names(),
        encoding.categorical(),
        encoding.encode(cells.drain()),
        targets(),
        weight.isPresent() ? Optional.of(weights.drain()) : Optional.empty(),
        testFrom,
        gaps(),
        style,
        Optional.empty());
  }

  private Gaps gaps() {
    return switch (missing) {
      case REFUSE, DROP -> Gaps.REFUSED;
      case MEAN -> Gaps.MEAN;
      case MOST_FREQUENT -> Gaps.MOST_FREQUENT;
    };
  }

  private Targets targets() {
    if (labels.length == 1) {
      return new LabelColumn(columns.get(labels[0]), labels[0] + 1, texts);
    }
    List<String> names = IntStream.of(labels).mapToObj(i -> columns.get(i).name()).toList();
    return new NumberColumns(names, targets.drain());
  }

  /** The names in a column. */
  Categories categories(int column) {
    return categories.get(column);
  }

  /** The number of rows. */
  int rows() {
    return rows;
  }

  private static String gap(String text) {
    return text.isEmpty() ? "the cell is empty" : "'" + text + "' marks a missing value";
  }

  private void complain(int column, String varying, String message) {
    problems.addCell(line, column + 1, columns.get(column).name(), varying, message);
  }
}
