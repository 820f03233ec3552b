package dev.kassei.experiment.data;

import dev.kassei.results.file.FileProblems;
import dev.kassei.results.text.Shortened;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The splits of a task of OpenML: a file in ARFF with a line for each row of each fold, which says
 * {@code TRAIN} or {@code TEST}, and the numbers of row, repetition and fold, all from 0. Fold f of
 * repetition r is fold r · F + f, where a repetition has F folds.
 *
 * @param folds by number of repetition and number of fold
 */
record OpenMlSplits(Map<Integer, Map<Integer, Lines>> folds, FileProblems problems) {
  private static final String COMMENT = "%";
  private static final String DECLARATION = "@";
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.0*)?");
  private static final List<String> COLUMNS = List.of("type", "rowid", "repeat", "fold");

  /** The rows of a fold, with the lines in which they stand. */
  record Lines(List<int[]> train, List<int[]> test) {
    Lines() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  /** Whether these are the lines of such a file. */
  static boolean isBegun(List<String> lines) {
    return lines.stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith(COMMENT))
        .findFirst()
        .filter(line -> line.startsWith(DECLARATION))
        .isPresent();
  }

  /** The splits in the lines of a file. */
  static OpenMlSplits of(List<String> lines, FileProblems problems) {
    var splits = new OpenMlSplits(new TreeMap<>(), problems);
    var columns = new ArrayList<String>();
    boolean isData = false;
    for (int i = 0; i < lines.size() && !problems.isFull(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith(COMMENT)) {
        continue;
      }
      if (isData) {
        splits.add(line, i + 1, columns);
      } else if (line.toLowerCase(Locale.ROOT).startsWith("@attribute")) {
        columns.add(attribute(line));
      } else {
        isData = line.toLowerCase(Locale.ROOT).equals("@data");
        splits.requireColumns(isData, columns);
      }
    }
    problems.report();
    return splits;
  }

  private static String attribute(String line) {
    String[] words = BLANKS.split(line, -1);
    return words.length < 2 ? "" : words[1].replaceAll("['\"]", "").toLowerCase(Locale.ROOT);
  }

  private void requireColumns(boolean isData, List<String> columns) {
    if (isData && !columns.containsAll(COLUMNS)) {
      throw problems.failure(
          "expected the splits of an OpenML task, with attributes %s, but found %s"
              .formatted(String.join(", ", COLUMNS), String.join(", ", columns)));
    }
    if (columns.contains("sample")) {
      throw problems.failure(
          "it holds the samples of a learning curve, of which each fold has several; take the splits"
              + " of a task of cross-validation or holdout");
    }
  }

  private void add(String line, int number, List<String> columns) {
    String[] cells = COMMA.split(line, -1);
    if (cells.length != columns.size()) {
      problems.addLine(
          number, "expected %s values but found %s".formatted(columns.size(), cells.length));
      return;
    }
    String type = cells[columns.indexOf("type")].replaceAll("['\"]", "");
    int row = number(cells[columns.indexOf("rowid")], number);
    int repeat = number(cells[columns.indexOf("repeat")], number);
    int fold = number(cells[columns.indexOf("fold")], number);
    Lines lines =
        folds
            .computeIfAbsent(repeat, key -> new TreeMap<>())
            .computeIfAbsent(fold, key -> new Lines());
    switch (type) {
      case "TRAIN" -> lines.train().add(new int[] {row, number});
      case "TEST" -> lines.test().add(new int[] {row, number});
      default ->
          problems.addLine(
              number, "expected TRAIN or TEST but found '%s'".formatted(Shortened.text(type)));
    }
  }

  private int number(String text, int line) {
    if (NUMBER.matcher(text).matches()) {
      return (int) Double.parseDouble(text);
    }
    problems.addLine(line, "expected a number but found '%s'".formatted(Shortened.text(text)));
    return 0;
  }

  /**
   * The rows of one fold.
   *
   * @param number counted over all repetitions
   * @param rows the number of rows there are
   */
  FoldsFile fold(int number, int rows) {
    List<Lines> all = folds.values().stream().flatMap(each -> each.values().stream()).toList();
    if (number >= all.size()) {
      throw problems.failure(
          "there is no fold %s; the file has %s folds, numbered from 0 over all repetitions (%s)"
              .formatted(number, all.size(), folds.size()));
    }
    boolean[] taken = new boolean[rows];
    int[] train = rows(all.get(number).train(), taken);
    int[] test = rows(all.get(number).test(), taken);
    problems.report();
    if (train.length == 0 || test.length == 0) {
      throw problems.failure("fold %s has no rows to train or none to test".formatted(number));
    }
    return new FoldsFile(train, test);
  }

  private int[] rows(List<int[]> lines, boolean[] taken) {
    for (int[] each : lines) {
      int row = each[0];
      if (row >= taken.length) {
        complain(
            each[1], "expected a row from 0 to %s but found %s".formatted(taken.length - 1, row));
      } else if (taken[row]) {
        complain(each[1], "row %s is there twice; a row trains or tests, once".formatted(row));
      } else {
        taken[row] = true;
      }
    }
    return lines.stream().mapToInt(each -> each[0]).toArray();
  }

  private void complain(int line, String message) {
    if (!problems.isFull()) {
      problems.addLine(line, message);
    }
  }
}
