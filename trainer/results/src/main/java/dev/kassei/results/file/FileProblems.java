package dev.kassei.results.file;

import dev.kassei.results.text.Shortened;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is wrong with a file, collected and reported together. Mutable. */
public final class FileProblems {
  private static final int MAX_PROBLEMS = 10;

  private final Path file;
  private final List<String> problems = new ArrayList<>();

  /** The first problem of each kind in a column, and how many more like it there are. */
  private final Map<String, String> firsts = new HashMap<>();

  private final Map<String, Integer> others = new HashMap<>();

  public FileProblems(Path file) {
    this.file = file;
  }

  /** Adds a problem of the whole file. */
  public void add(String message) {
    problems.add(message);
  }

  /** Adds a problem of a line. */
  public void addLine(long line, String message) {
    add("line " + line + ": " + message);
  }

  /**
   * Adds a problem of a cell, or counts it where one before it in its column says the same: a
   * column of names where numbers are expected has one in each row.
   *
   * @param column the column's number from 1
   * @param varying what in the message, between quotes, makes no other problem of it
   */
  public void addCell(long line, int column, String name, String varying, String message) {
    String place = "line %s, column %s (%s): ".formatted(line, column, Shortened.text(name));
    String kind = column + message.replace("'" + Shortened.text(varying) + "'", "");
    Optional<String> first = Optional.ofNullable(firsts.putIfAbsent(kind, place + message));
    first.ifPresentOrElse(
        known -> others.merge(known, 1, Integer::sum), () -> add(place + message));
  }

  /** Whether nothing is wrong so far. */
  public boolean isEmpty() {
    return problems.isEmpty();
  }

  /** Whether so much is wrong that there is no use in reading further. */
  public boolean isFull() {
    return problems.size() >= MAX_PROBLEMS;
  }

  /**
   * Reports all problems, if there are any.
   *
   * @throws IllegalArgumentException if there are
   */
  public void report() {
    if (!problems.isEmpty()) {
      throw failure();
    }
  }

  /** The report of all problems and a last one, after which nothing can be read. */
  public IllegalArgumentException failure(String message) {
    add(message);
    return failure();
  }

  private IllegalArgumentException failure() {
    List<String> problems = this.problems.stream().map(this::counted).toList();
    if (problems.size() == 1) {
      return new IllegalArgumentException(file + ": " + problems.get(0));
    }
    String more = isFull() ? "\n  (there may be more)" : "";
    return new IllegalArgumentException(
        "%s: %s problems\n  %s%s"
            .formatted(file, problems.size(), String.join("\n  ", problems), more));
  }

  private String counted(String problem) {
    int count = others.getOrDefault(problem, 0);
    if (count == 0) {
      return problem;
    }
    return "%s (and %s more such %s)".formatted(problem, count, count == 1 ? "cell" : "cells");
  }
}
