package dev.kassei.experiment.data;

import dev.kassei.results.file.FileProblems;
import dev.kassei.results.file.TextFile;
import dev.kassei.results.text.Shortened;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A file of folds: for each fold one line with the numbers of its training rows and one with those
 * of its test rows, counted from 0 and separated by blanks; or the splits of a task of OpenML,
 * whose folds are counted over all repetitions.
 *
 * @param train rows to learn from, as the file has them
 * @param test rows to measure at the end
 */
record FoldsFile(int[] train, int[] test) {
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  /**
   * Reads one fold.
   *
   * @param start where relative paths start
   * @param rows the number of rows there are
   * @throws IllegalArgumentException if the file has no such fold, or is none of these rows
   */
  static FoldsFile read(Path file, Path start, int fold, int rows) throws IOException {
    var problems = new FileProblems(file);
    List<String> lines = lines(file, start, problems);
    if (OpenMlSplits.isBegun(lines)) {
      return OpenMlSplits.of(lines, problems).fold(fold, rows);
    }
    if (lines.isEmpty() || lines.size() % 2 == 1) {
      throw problems.failure(
          "expected two lines a fold, training rows and test rows, but found %s lines"
              .formatted(lines.size()));
    }
    int folds = lines.size() / 2;
    if (fold >= folds) {
      throw problems.failure(
          "there is no fold %s; the file has folds 0 to %s".formatted(fold, folds - 1));
    }
    boolean[] taken = new boolean[rows];
    int[] train = numbers(lines.get(2 * fold), 2 * fold + 1, taken, problems);
    int[] test = numbers(lines.get(2 * fold + 1), 2 * fold + 2, taken, problems);
    problems.report();
    return new FoldsFile(train, test);
  }

  private static List<String> lines(Path file, Path start, FileProblems problems)
      throws IOException {
    try (InputStream in = TextFile.open(file, start, problems);
        BufferedReader text = TextFile.text(in, problems)) {
      String all = text.lines().collect(Collectors.joining("\n"));
      return all.isBlank() ? List.of() : List.of(all.stripTrailing().split("\n"));
    } catch (CharacterCodingException e) {
      throw TextFile.encoding(problems);
    } catch (UncheckedIOException e) {
      throw e.getCause() instanceof CharacterCodingException ? TextFile.encoding(problems) : e;
    }
  }

  /** The numbers in a line, none of which may be taken before. */
  private static int[] numbers(String line, int number, boolean[] taken, FileProblems problems) {
    String[] texts = line.isBlank() ? new String[0] : BLANKS.split(line.strip());
    if (texts.length == 0) {
      problems.addLine(number, "expected the numbers of rows but the line is empty");
    }
    return Arrays.stream(texts).mapToInt(text -> row(text, number, taken, problems)).toArray();
  }

  private static int row(String text, int line, boolean[] taken, FileProblems problems) {
    int row = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : taken.length;
    if (row >= taken.length) {
      complain(
          problems,
          line,
          "expected the number of a row, 0 to %s, but found '%s'"
              .formatted(taken.length - 1, Shortened.text(text)));
      return 0;
    }
    if (taken[row]) {
      complain(problems, line, "row %s is there twice; a row trains or tests, once".formatted(row));
    }
    taken[row] = true;
    return row;
  }

  private static void complain(FileProblems problems, int line, String message) {
    if (!problems.isFull()) {
      problems.addLine(line, message);
    }
  }
}
