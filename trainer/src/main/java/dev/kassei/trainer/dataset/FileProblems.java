package dev.kassei.trainer.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a file, collected and reported together. Mutable. */
final class FileProblems {
  private static final int MOST = 10;

  private final Path file;
  private final List<String> problems = new ArrayList<>();

  FileProblems(Path file) {
    this.file = file;
  }

  /** Adds a problem of the whole file. */
  void add(String message) {
    problems.add(message);
  }

  /** Adds a problem of a line. */
  void addLine(long line, String message) {
    add("line " + line + ": " + message);
  }

  /**
   * Adds a problem of a cell.
   *
   * @param column the column's number from 1
   */
  void addCell(long line, int column, String name, String message) {
    add("line %s, column %s (%s): %s".formatted(line, column, Shortened.text(name), message));
  }

  /** Whether so much is wrong that there is no use in reading on. */
  boolean isFull() {
    return problems.size() >= MOST;
  }

  /**
   * Reports all problems, if there are any.
   *
   * @throws IllegalArgumentException if there are
   */
  void report() {
    if (!problems.isEmpty()) {
      throw failure();
    }
  }

  /** The report of all problems and a last one, after which nothing can be read. */
  IllegalArgumentException failure(String message) {
    add(message);
    return failure();
  }

  private IllegalArgumentException failure() {
    if (problems.size() == 1) {
      return new IllegalArgumentException(file + ": " + problems.get(0));
    }
    String more = isFull() ? "\n  (there may be more)" : "";
    return new IllegalArgumentException(
        "%s: %s problems\n  %s%s"
            .formatted(file, problems.size(), String.join("\n  ", problems), more));
  }
}
