package dev.kassei.experiment.inference;

import dev.kassei.api.text.EditDistance;
import dev.kassei.results.csv.CsvRow;
import dev.kassei.results.file.FileProblems;
import dev.kassei.results.record.FileColumn;
import dev.kassei.results.record.InputColumns;
import dev.kassei.results.record.Preparation;
import dev.kassei.results.record.TargetColumn;
import dev.kassei.results.record.TextFormat;
import dev.kassei.results.text.Shortened;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds in a file the columns that a model was trained on: by name, in any order. */
final class RowColumns {
  private static final int LISTED = 20;

  /** One letter of so many may be wrong. */
  private static final int LETTERS_PER_SLIP = 3;

  private final Preparation preparation;
  private final List<String> names;
  private final boolean isNamed;
  private final FileProblems problems;
  private final Set<Integer> used = new TreeSet<>();

  private RowColumns(
      Preparation preparation, List<String> names, boolean isNamed, FileProblems problems) {
    this.preparation = preparation;
    this.names = names;
    this.isNamed = isNamed;
    this.problems = problems;
  }

  /**
   * The columns of a file, by its first line.
   *
   * @throws IllegalArgumentException if that has neither the names that are needed nor, where the
   *     model was trained on a file without names, as many cells
   */
  static RowColumns of(Preparation preparation, CsvRow first, FileProblems problems) {
    List<String> inputs = preparation.columnNames();
    List<String> names = first.names();
    TextFormat text = preparation.text();
    if (text.header() || new HashSet<>(names).containsAll(inputs)) {
      requireNames(text, inputs, first, problems);
      return new RowColumns(preparation, names, true, problems);
    }
    return new RowColumns(preparation, numbered(preparation, first, problems), false, problems);
  }

  private static void requireNames(
      TextFormat text, List<String> inputs, CsvRow first, FileProblems problems) {
    if (Collections.disjoint(first.names(), inputs)) {
      throw problems.failure(
          "line %s: expected the names of columns, among them %s, in any order and separated by '%s', but found %s"
              .formatted(first.line(), listed(inputs), text.delimiter(), listed(first.cells())));
    }
  }

  /** Of a file without names: that of the training, or its features alone. */
  private static List<String> numbered(
      Preparation preparation, CsvRow first, FileProblems problems) {
    List<String> inputs = preparation.columnNames();
    int columns = preparation.text().columns().orElse(inputs.size());
    if (first.count() == columns) {
      return IntStream.rangeClosed(1, columns).mapToObj(i -> "x" + i).toList();
    }
    if (first.count() == inputs.size()) {
      return inputs;
    }
    throw problems.failure(
        "line %s: expected %s cells, as in the file of the training, or the %s features alone, but found %s"
            .formatted(first.line(), columns, inputs.size(), first.count()));
  }

  private static String listed(List<String> names) {
    String some =
        names.stream().limit(LISTED).map(Shortened::text).collect(Collectors.joining(", "));
    return names.size() <= LISTED ? some : some + ", …";
  }

  /** Whether the first line holds their names, and no row. */
  boolean areNamed() {
    return isNamed;
  }

  /** The number of columns. */
  int count() {
    return names.size();
  }

  /** The name of a column. */
  String name(int column) {
    return names.get(column);
  }

  /** The index of each input column; the others go on, where one is missing, to be reported. */
  int[] inputs() {
    var found = new ArrayList<Integer>();
    for (InputColumns columns : preparation.inputs()) {
      for (int i = 0; i < columns.names().size() && !problems.isFull(); i++) {
        int place = i;
        Optional<Integer> position = columns.positions().map(all -> all.get(place));
        found.add(find(columns.names().get(i), position, "the model needs"));
      }
    }
    return indices(found);
  }

  /** The index of each target column. */
  int[] targets() {
    var found = new ArrayList<Integer>();
    for (TargetColumn target : preparation.targets()) {
      found.add(find(target.name(), target.position(), "holds the target"));
    }
    return indices(found);
  }

  /** The index of the column with the weights of rows; empty where the file has none. */
  OptionalInt weight() {
    return preparation
        .weight()
        .filter(column -> names.contains(column.name()))
        .map(
            column ->
                OptionalInt.of(find(column.name(), Optional.of(column.position()), "weighs rows")))
        .orElse(OptionalInt.empty());
  }

  /** The indices of columns by their names alone. */
  int[] named(List<String> wanted) {
    return indices(
        wanted.stream().map(name -> find(name, Optional.empty(), "is to be kept")).toList());
  }

  /** The names of columns that nobody asked for. */
  List<String> unused() {
    return IntStream.range(0, names.size())
        .filter(column -> !used.contains(column))
        .mapToObj(names::get)
        .toList();
  }

  private static int[] indices(List<Integer> found) {
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * The index of a column; 0 after a problem was added.
   *
   * @param position its number in the file of the training, which tells equal names apart
   */
  private int find(String name, Optional<Integer> position, String purpose) {
    int[] matches =
        IntStream.range(0, names.size()).filter(i -> names.get(i).equals(name)).toArray();
    boolean areLearned = matches.length == learned(name);
    OptionalInt match =
        IntStream.of(matches)
            .filter(i -> matches.length == 1 || (areLearned && position.equals(Optional.of(i + 1))))
            .findFirst();
    if (match.isPresent()) {
      used.add(match.getAsInt());
      return match.getAsInt();
    }
    problems.add(
        matches.length > 1
            ? "the name '%s' stands above columns %s and %s; give one of them another name"
                .formatted(Shortened.text(name), matches[0] + 1, matches[1] + 1)
            : "there is no column '%s', which %s;%s the file has %s"
                .formatted(Shortened.text(name), purpose, nearest(name), listed(names)));
    return 0;
  }

  /** How many columns of this name the model knows: only then do their places tell them apart. */
  private long learned(String name) {
    Stream<String> inputs = preparation.columnNames().stream();
    Stream<String> targets = preparation.targets().stream().map(TargetColumn::name);
    Stream<String> weights = preparation.weight().stream().map(FileColumn::name);
    return Stream.of(inputs, targets, weights).flatMap(each -> each).filter(name::equals).count();
  }

  private String nearest(String name) {
    return names.stream()
        .filter(other -> isNear(name, other))
        .min(Comparator.comparingInt(other -> slips(name, other)))
        .map(other -> " did you mean '%s'?".formatted(Shortened.text(other)))
        .orElse("");
  }

  private static boolean isNear(String name, String other) {
    int shorter = Math.min(name.length(), other.length());
    return Math.abs(name.length() - other.length()) <= shorter / LETTERS_PER_SLIP
        && slips(name, other) <= shorter / LETTERS_PER_SLIP;
  }

  private static int slips(String name, String other) {
    return EditDistance.between(name.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
  }
}
