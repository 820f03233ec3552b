package dev.kassei.cli;

import dev.kassei.api.Activation;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Operation.Kind;
import dev.kassei.api.expr.Shape;
import dev.kassei.api.expr.Traversal;
import java.util.List;

/** Tells activations of single numbers from those of whole rows, such as softmax. */
final class Pointwise {
  private static final int PROBE_WIDTH = 4;

  private Pointwise() {}

  /** Whether each output depends on the input at its own place alone. */
  static boolean test(Activation activation) {
    try {
      Expr y = activation.apply(Expr.input("x", Shape.batch(PROBE_WIDTH)));
      return y.width() == PROBE_WIDTH
          && Traversal.operandsFirst(List.of(y)).stream().allMatch(Pointwise::test);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean test(Expr node) {
    Kind kind = node.operation().kind();
    return kind == Kind.POINTWISE || kind == Kind.LEAF || kind == Kind.HOST || kind == Kind.MARK;
  }
}
