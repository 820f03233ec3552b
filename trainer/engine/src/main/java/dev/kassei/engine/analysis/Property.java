package dev.kassei.engine.analysis;

import dev.kassei.api.Activation;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Shape;
import dev.kassei.api.expr.Traversal;
import dev.kassei.api.value.ContractException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What can be true of an activation; the first three hold for functions of whole rows, too. */
public enum Property {
  /** Each output depends on the input at its own place alone. */
  ELEMENTWISE(properties -> true),
  /** It has parameters that training changes. */
  TRAINABLE(properties -> false),
  /** It draws random numbers, in training at least. */
  STOCHASTIC(properties -> false),
  /** All values lie between two bounds. */
  BOUNDED(Properties::isBounded),
  /** It never falls, or never rises. */
  MONOTONE(Properties::isMonotone),
  /** f(−x) = −f(x). */
  ODD(Properties::isOdd),
  /** f(−x) = f(x). */
  EVEN(Properties::isEven),
  /** It is continuously differentiable. */
  SMOOTH(Properties::isSmooth),
  /** f(0) = 0. */
  ZERO_AT_ZERO(Properties::isZeroAtZero),
  /** Its slope is bounded. */
  LIPSCHITZ(properties -> Double.isFinite(properties.lipschitz()));

  private static final int WIDEST = 16;

  @SuppressWarnings("ImmutableEnumChecker") // method references, which hold nothing
  private final Predicate<Properties> ofElementwise;

  Property(Predicate<Properties> ofElementwise) {
    this.ofElementwise = ofElementwise;
  }

  /** The name on the command line, such as {@code zero_at_zero}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All that is true of an activation. */
  public static Set<Property> of(Activation activation) {
    return of(activation, Properties.of(activation));
  }

  /** All that is true of an activation whose computed properties are known already. */
  public static Set<Property> of(Activation activation, Optional<Properties> properties) {
    var all = EnumSet.noneOf(Property.class);
    if (contains(activation, Operation.PARAMETER)) {
      all.add(TRAINABLE);
    }
    if (contains(activation, Operation.UNIFORM)) {
      all.add(STOCHASTIC);
    }
    for (Property property : values()) {
      if (properties.filter(property.ofElementwise).isPresent()) {
        all.add(property);
      }
    }
    return all;
  }

  /** Looks into the formula at the first width that the activation takes. */
  private static boolean contains(Activation activation, Operation operation) {
    return IntStream.rangeClosed(1, WIDEST)
        .mapToObj(width -> formula(activation, width))
        .flatMap(Optional::stream)
        .findFirst()
        .filter(
            formula ->
                Traversal.operandsFirst(List.of(formula)).stream()
                    .anyMatch(node -> node.operation() == operation))
        .isPresent();
  }

  private static Optional<Expr> formula(Activation activation, int width) {
    try {
      Expr formula = activation.apply(Expr.input("x", Shape.batch(width)));
      return Optional.of(ContractException.returned(formula, activation, "apply"));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
