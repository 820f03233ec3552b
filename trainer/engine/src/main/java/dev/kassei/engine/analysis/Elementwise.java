package dev.kassei.engine.analysis;

import dev.kassei.api.Activation;
import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Mode;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Shape;
import dev.kassei.api.value.ContractException;
import dev.kassei.engine.FormulaSize;
import dev.kassei.engine.graph.Graph;
import dev.kassei.engine.graph.GraphBuilder;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** Looks at activations as canonical formulas of a few columns. */
public final class Elementwise {
  /** A width that does not split into halves, and is not one. */
  private static final int WIDTH = 3;

  /** A width that splits into 2, 3, 4 and 6 pieces, as gated activations need it. */
  private static final int DIVISIBLE_WIDTH = 12;

  private Elementwise() {}

  /**
   * Whether each output depends on the input at its own place alone; parameters and noise are
   * allowed.
   */
  public static boolean is(Activation activation) {
    return formula(activation)
        .filter(formula -> formula.nodes().stream().allMatch(Elementwise::isElementwise))
        .isPresent();
  }

  /** What an activation throws whatever the width; empty if it has a formula. */
  public static Optional<Throwable> failure(Activation activation) {
    return failure(activation, WIDTH).flatMap(first -> failure(activation, DIVISIBLE_WIDTH));
  }

  private static Optional<Throwable> failure(Activation activation, int width) {
    try {
      Expr formula = activation.apply(Expr.input("x", Shape.batch(width)));
      FormulaSize.required(ContractException.returned(formula, activation, "apply"));
      return Optional.empty();
    } catch (RuntimeException | LinkageError e) {
      return Optional.of(e);
    }
  }

  private static boolean isElementwise(Step node) {
    Operation operation = node.operation();
    boolean leaf = operation.kind() == Operation.Kind.LEAF && operation != Operation.COLUMN_INDEX;
    return leaf || operation.isPointwise() || operation.kind() == Operation.Kind.HOST;
  }

  /**
   * A canonical formula; two are equal if they compute the same in the same way.
   *
   * @param nodes those that the value depends on, operands first, with the last as the value
   */
  public record Canonical(List<Step> nodes) {
    private static Canonical of(Graph graph, int result) {
      var needed = new TreeSet<Integer>(List.of(result));
      for (int number = result; number >= 0; number--) {
        if (needed.contains(number)) {
          needed.addAll(graph.nodes().get(number).operands());
        }
      }
      List<Integer> order = List.copyOf(needed);
      Function<Integer, Integer> place = number -> Collections.binarySearch(order, number);
      return new Canonical(
          order.stream()
              .map(graph.nodes()::get)
              .map(
                  node ->
                      new Step(
                          node.operation(),
                          node.detail(),
                          node.shape(),
                          node.operands().stream().map(place).toList()))
              .toList());
    }
  }

  /** One operation of a canonical formula. */
  public record Step(Operation operation, Detail detail, Shape shape, List<Integer> operands) {}

  /** The formula in training; empty where the activation refuses the width or fails. */
  public static Optional<Canonical> formula(Activation activation) {
    try {
      Expr x = Expr.input("x", Shape.batch(WIDTH));
      Expr y = ContractException.returned(activation.apply(x), activation, "apply");
      if (y.width() != WIDTH) {
        return Optional.empty();
      }
      FormulaSize.required(y);
      var builder = new GraphBuilder();
      int result = builder.add(y, Mode.TRAINING);
      return Optional.of(Canonical.of(builder.build(), result));
    } catch (RuntimeException | LinkageError e) {
      return Optional.empty();
    }
  }
}
