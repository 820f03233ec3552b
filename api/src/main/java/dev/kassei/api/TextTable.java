package dev.kassei.api;

import static dev.kassei.api.value.Requirements.require;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * How the text file writes rows that a data set was read from, so that further files can be read
 * alike. Columns are numbered from 1.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class TextTable {
  private final boolean hasHeader;
  private final List<String> names;
  private final List<Integer> features;
  private final List<Integer> targets;
  private final Optional<Integer> weight;
  private final char delimiter;
  private final char decimal;
  private final Optional<Character> thousands;

  /**
   * A table with commas between cells and points before fractions.
   *
   * @param hasHeader whether its first line holds the names of the columns
   * @param names those of all columns in the order of the file
   * @param features the columns that are features in the order of the features; a column of
   *     categories stands here once
   * @param targets the columns that are to be learned
   */
  public TextTable(
      boolean hasHeader, List<String> names, List<Integer> features, List<Integer> targets) {
    this(hasHeader, names, features, targets, Optional.empty(), ',', '.', Optional.empty());
  }

  private TextTable(
      boolean hasHeader,
      List<String> names,
      List<Integer> features,
      List<Integer> targets,
      Optional<Integer> weight,
      char delimiter,
      char decimal,
      Optional<Character> thousands) {
    require(
        features.stream().allMatch(each -> each >= 1 && each <= names.size())
            && targets.stream().allMatch(each -> each >= 1 && each <= names.size()),
        "columns are numbered from 1 to %s, but features are %s and targets %s",
        names.size(),
        features,
        targets);
    this.hasHeader = hasHeader;
    this.names = List.copyOf(names);
    this.features = List.copyOf(features);
    this.targets = List.copyOf(targets);
    this.weight = weight;
    this.delimiter = delimiter;
    this.decimal = decimal;
    this.thousands = thousands;
  }

  /**
   * The same table, in which cells and numbers are written so.
   *
   * @param between what stands between cells
   * @param point what stands before a fraction
   * @param groups what may stand between groups of three digits
   */
  public TextTable withStyle(char between, char point, Optional<Character> groups) {
    return new TextTable(hasHeader, names, features, targets, weight, between, point, groups);
  }

  /** The same table, in which a column says how much each row counts in the loss. */
  public TextTable withWeight(int column) {
    return new TextTable(
        hasHeader, names, features, targets, Optional.of(column), delimiter, decimal, thousands);
  }

  /** Whether its first line holds the names of the columns. */
  public boolean hasHeader() {
    return hasHeader;
  }

  /** The names of all columns in the order of the file; {@code x1} and so on without a header. */
  public List<String> names() {
    return names;
  }

  /** The columns that are features, in the order of the features. */
  public List<Integer> features() {
    return features;
  }

  /** The columns that are to be learned. */
  public List<Integer> targets() {
    return targets;
  }

  /** The column that says how much each row counts in the loss. */
  public Optional<Integer> weight() {
    return weight;
  }

  /** What stands between cells. */
  public char delimiter() {
    return delimiter;
  }

  /** What stands before a fraction: a point or a comma. */
  public char decimal() {
    return decimal;
  }

  /** What may stand between groups of three digits. */
  public Optional<Character> thousands() {
    return thousands;
  }
}
