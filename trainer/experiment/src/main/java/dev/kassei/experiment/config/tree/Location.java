package dev.kassei.experiment.config.tree;

import java.util.Comparator;

/**
 * A place in a configuration.
 *
 * @param source the file as its user named it, or {@code --set model.hidden}
 * @param line the line from 1; 0 for the source as a whole
 * @param column the column in characters from 1; 0 for the source as a whole
 */
public record Location(String source, int line, int column) implements Comparable<Location> {
  private static final Comparator<Location> ORDER =
      Comparator.comparing(Location::source)
          .thenComparingInt(Location::line)
          .thenComparingInt(Location::column);

  /** A source as a whole. */
  public static Location whole(String source) {
    return new Location(source, 0, 0);
  }

  /** Another place in this source; a source without lines stays a whole. */
  Location at(int otherLine, int otherColumn) {
    return isWhole() ? this : new Location(source, otherLine, otherColumn);
  }

  boolean isWhole() {
    return line == 0;
  }

  @Override
  public int compareTo(Location other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return isWhole() ? source : source + ":" + line + ":" + column;
  }
}
