package dev.kassei.trainer.config;

import java.util.Comparator;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

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

  /** The place of a parser's mark in this source; a source without lines stays a whole. */
  Location at(Optional<Mark> mark) {
    return mark.isEmpty() || isWhole()
        ? this
        : new Location(source, mark.get().getLine() + 1, mark.get().getColumn() + 1);
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
