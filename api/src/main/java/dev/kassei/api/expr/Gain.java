package dev.kassei.api.expr;

import java.util.Optional;

/**
 * The factor by which a rule for first weights scales draws beyond what the sizes of the layer ask
 * for: the standard deviation of the weights times √inputs, or, where the rule looks at both sides,
 * times √((inputs + outputs) / 2).
 *
 * @param value the factor
 * @param source where it comes from
 * @param activation the name of the activation that follows; empty if it plays no part
 */
public record Gain(double value, Source source, Optional<String> activation) {
  /** Where a gain comes from. */
  public enum Source {
    /** A paper or library names it for the activation. */
    PUBLISHED,
    /** It was computed from the formula of the activation. */
    COMPUTED,
    /** Nothing is known of the activation, or none follows. */
    ASSUMED,
    /** The rule has this one whatever follows. */
    FIXED
  }

  /** That of a rule which does not look at what follows. */
  public static Gain fixed(double value) {
    return new Gain(value, Source.FIXED, Optional.empty());
  }
}
