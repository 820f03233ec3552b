package dev.kassei.activations;

import dev.kassei.api.Initializer;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Shape;
import dev.kassei.api.value.Draws;

/** Trainable numbers of an activation; the first values are the same for every seed. */
public final class Trainable {
  private Trainable() {}

  /** One number for all units of the layer, 1 × 1. */
  public static Expr perLayer(Expr x, String name, double first) {
    return x.parameter(name, Shape.SCALAR, new FirstValue(first));
  }

  /** One number for each unit, 1 × width. */
  public static Expr perUnit(Expr x, String name, double first) {
    return x.parameter(name, Shape.fixed(1, x.width()), new FirstValue(first));
  }

  private record FirstValue(double value) implements Initializer {
    @Override
    public double value(Fans fans, Draws draws, long index) {
      return value;
    }
  }
}
