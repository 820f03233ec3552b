package dev.kassei.batch.plan;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Shorthand;
import dev.kassei.experiment.config.tree.Words;
import java.util.OptionalInt;

/**
 * The epoch whose metrics are compared.
 *
 * @param kind how it is chosen
 * @param number the epoch from 0, the start, where it is chosen by number; else empty
 */
public record ComparedEpoch(Kind kind, OptionalInt number) {
  /** How an epoch is chosen. */
  public enum Kind {
    /** The epoch that is best on the validation rows. */
    BEST,
    /** The last one. */
    LAST,
    /** The one of a number. */
    NUMBER
  }

  /** Reads {@code best}, {@code last} or a number. */
  @Shorthand
  public static ComparedEpoch parse(String text) {
    return switch (text) {
      case "best" -> new ComparedEpoch(Kind.BEST, OptionalInt.empty());
      case "last" -> new ComparedEpoch(Kind.LAST, OptionalInt.empty());
      default -> {
        require(
            text.matches("[0-9]{1,9}"),
            "epoch must be best, last or a number but was %s",
            Words.quoted(text));
        yield new ComparedEpoch(Kind.NUMBER, OptionalInt.of(Integer.parseInt(text)));
      }
    };
  }

  @Override
  public String toString() {
    return switch (kind) {
      case BEST -> "best";
      case LAST -> "last";
      case NUMBER -> Integer.toString(number.orElseThrow());
    };
  }
}
