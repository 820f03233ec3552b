package dev.kassei.results.record;

import java.util.List;
import java.util.Optional;

/**
 * How a text file writes rows.
 *
 * @param header whether its first line holds the names of the columns
 * @param columns the number of columns of the file that was trained on; empty if there was none
 * @param delimiter the one character between cells
 * @param decimal what stands before a fraction: a point or a comma
 * @param thousands what may stand between groups of three digits
 * @param missingNumbers what stands where a number is missing, in lower case
 * @param missingCategories what stands where a category is missing
 */
public record TextFormat(
    boolean header,
    Optional<Integer> columns,
    String delimiter,
    String decimal,
    Optional<String> thousands,
    List<String> missingNumbers,
    List<String> missingCategories) {
  /** What the trainer takes for a number that is missing, whatever the case of its letters. */
  public static final List<String> MISSING_NUMBERS =
      List.of("", "?", "-", "na", "n/a", "nan", "null", "none", "nil", ".");

  /** What the trainer takes for a category that is missing. */
  public static final List<String> MISSING_CATEGORIES = List.of("", "?");

  /** A file with a line of names, commas and decimal points. */
  public static final TextFormat PLAIN =
      new TextFormat(
          true, Optional.empty(), ",", ".", Optional.empty(), MISSING_NUMBERS, MISSING_CATEGORIES);

  public TextFormat {
    missingNumbers = List.copyOf(missingNumbers);
    missingCategories = List.copyOf(missingCategories);
  }
}
