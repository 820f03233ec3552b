package dev.kassei.experiment.config.tree;

import dev.kassei.api.text.Excerpt;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** The lines of a text that is YAML, or was to be. */
record SourceLines(List<String> lines) {
  static SourceLines of(String text) {
    return new SourceLines(text.lines().toList());
  }

  /** A line by its number from 0; empty behind the last. */
  String line(int number) {
    return number < lines.size() ? lines.get(number) : "";
  }

  /** The number of the line before one that holds a value, or the same number if there is none. */
  int before(int number) {
    int line = number - 1;
    while (line >= 0 && isEmpty(lines.get(line))) {
      line--;
    }
    return line < 0 ? number : line;
  }

  private static boolean isEmpty(String line) {
    return line.isBlank() || line.strip().startsWith("#");
  }

  /** How many blanks a line begins with. */
  int indentation(int number) {
    String line = line(number);
    return line.length() - line.stripLeading().length();
  }

  /** What stands before a place in its line. */
  String until(Mark mark) {
    String line = line(mark.getLine());
    return line.substring(0, index(line, mark.getColumn()));
  }

  /** What stands from a place on in its line. */
  String from(Mark mark) {
    String line = line(mark.getLine());
    return line.substring(index(line, mark.getColumn()));
  }

  /** A line, and below it a caret under the column, which is counted in characters from 0. */
  List<String> excerpt(int number, int column) {
    String line = line(number);
    return Excerpt.of(line, index(line, column));
  }

  private static int index(String line, int column) {
    return line.offsetByCodePoints(0, Math.min(column, line.codePointCount(0, line.length())));
  }
}
