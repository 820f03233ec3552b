package dev.kassei.builtins.layer;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.api.Initializer;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Shape;
import dev.kassei.builtins.initializer.Constant;
import dev.kassei.builtins.initializer.Zeros;

/** The trainable factor and offset of each column that stand behind a normalization. */
final class Affine {
  private Affine() {}

  static void requireEpsilon(double epsilon) {
    requireFinite("epsilon", epsilon);
    require(epsilon > 0, "epsilon must be positive but was %s", epsilon);
  }

  /** The factors, 1 at first. */
  static Expr weight(Expr x) {
    return perColumn(x, "weight", new Constant(1));
  }

  /** The offsets, 0 at first. */
  static Expr bias(Expr x) {
    return perColumn(x, "bias", new Zeros());
  }

  /** x·weight + bias, or x. */
  static Expr of(Expr x, boolean affine) {
    return affine ? x.times(weight(x)).plus(bias(x)) : x;
  }

  private static Expr perColumn(Expr x, String name, Initializer first) {
    return x.parameter(name, Shape.fixed(1, x.width()), first);
  }
}
