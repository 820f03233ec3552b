package dev.kassei.trainer.config;

import dev.kassei.api.Activation;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Mode;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Shape;
import dev.kassei.trainer.engine.graph.Graph;
import dev.kassei.trainer.engine.graph.GraphBuilder;
import dev.kassei.trainer.engine.graph.Node;
import java.util.Optional;

/** Looks at activations as canonical formulas of a few columns. */
final class Elementwise {
  /** A width that does not split into halves, and is not one. */
  private static final int WIDTH = 3;

  private Elementwise() {}

  /**
   * Whether each output depends on the input at its own place alone; parameters and noise are
   * allowed.
   */
  static boolean is(Activation activation) {
    return formula(activation)
        .filter(formula -> formula.graph().nodes().stream().allMatch(Elementwise::isElementwise))
        .isPresent();
  }

  private static boolean isElementwise(Node node) {
    Operation operation = node.operation();
    boolean leaf = operation.kind() == Operation.Kind.LEAF && operation != Operation.COLUMN_INDEX;
    return leaf || operation.isPointwise() || operation.kind() == Operation.Kind.HOST;
  }

  /**
   * A canonical formula; two are equal if they compute the same in the same way.
   *
   * @param result the number of the node that is the value
   */
  record Canonical(Graph graph, int result) {}

  /** The formula in training; empty where the activation refuses the width or fails. */
  static Optional<Canonical> formula(Activation activation) {
    try {
      Expr x = Expr.input("x", Shape.batch(WIDTH));
      Expr y = activation.apply(x);
      if (y.width() != WIDTH) {
        return Optional.empty();
      }
      var builder = new GraphBuilder();
      int result = builder.add(y, Mode.TRAINING);
      return Optional.of(new Canonical(builder.build(), result));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }
}
