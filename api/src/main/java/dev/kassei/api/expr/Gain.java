package dev.kassei.api.expr;

import dev.kassei.api.value.Numbers;
import java.util.Objects;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The factor by which a rule for first weights scales draws beyond what the sizes of the layer ask
 * for: the standard deviation of the weights times √inputs, or, where the rule looks at both sides,
 * times √((inputs + outputs) / 2).
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class Gain {
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

  private final double value;
  private final Source source;
  private final Optional<String> activation;

  /**
   * A gain and where it comes from.
   *
   * @param value the factor
   * @param source where it comes from
   * @param activation the name of the activation that follows; empty if it plays no part
   */
  public Gain(double value, Source source, Optional<String> activation) {
    this.value = value;
    this.source = source;
    this.activation = activation;
  }

  /** That of a rule which does not look at what follows. */
  public static Gain fixed(double value) {
    return new Gain(value, Source.FIXED, Optional.empty());
  }

  /** The factor. */
  public double value() {
    return value;
  }

  /** Where it comes from. */
  public Source source() {
    return source;
  }

  /** The name of the activation that follows; empty if it plays no part. */
  public Optional<String> activation() {
    return activation;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Gain that
        && Double.compare(value, that.value) == 0
        && source == that.source
        && activation.equals(that.activation);
  }

  @Override
  public int hashCode() {
    return Objects.hash(value, source, activation);
  }

  @Override
  public String toString() {
    return Numbers.text(value) + " " + source + activation.map(name -> " " + name).orElse("");
  }
}
