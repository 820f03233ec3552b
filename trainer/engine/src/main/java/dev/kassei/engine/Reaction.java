package dev.kassei.engine;

import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Gradient;
import dev.kassei.api.expr.Mode;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Tap;
import dev.kassei.api.expr.Traversal;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a layer that is an activation reacts to its input. An activation is told by its formula: each
 * row of what it returns depends on the same row of its input by way of pointwise functions and
 * functions of a row, not of a matrix product, and not in proportion to the input, as dropout does.
 *
 * @param elementwise whether each value depends on the one at its own place alone
 * @param slope of the input's shape: the derivative if it is elementwise, else a gradient that is 0
 *     where nothing depends on the input
 */
record Reaction(boolean elementwise, Expr slope) {
  private static final Set<Operation> OF_ROWS =
      Set.of(
          Operation.ROW_SUM,
          Operation.ROW_MAX,
          Operation.FIRST_MAX,
          Operation.COLUMNS,
          Operation.PAD,
          Operation.CONCAT,
          Operation.ROW_FUNCTION);

  /** That of a layer; empty if it is no activation. */
  static Optional<Reaction> of(Tap tap) {
    return tap.input().flatMap(input -> of(input, tap.output()));
  }

  /** Whether each value of a layer depends on the input at its own place alone, if at all. */
  static boolean isElementwise(Tap tap) {
    return tap.input().stream()
        .anyMatch(
            input ->
                dependent(input, tap.output()).stream()
                    .allMatch(node -> isElementwise(node, input)));
  }

  private static Optional<Reaction> of(Expr input, Expr output) {
    List<Expr> between = dependent(input, output);
    if (!between.stream().allMatch(Reaction::isOfRows)) {
      return Optional.empty();
    }
    boolean elementwise = between.stream().allMatch(node -> isElementwise(node, input));
    Expr seed = elementwise ? Expr.constant(1) : unequal(output.width());
    Expr slope = Gradient.of(output, seed, List.of(input), Mode.TRAINING).get(0);
    return dependent(input, slope).isEmpty()
        ? Optional.empty()
        : Optional.of(new Reaction(elementwise, slope));
  }

  /** Numbers between 1 and 3 of which no two are equal. */
  private static Expr unequal(int columns) {
    return Expr.columnIndex(columns).plus(1).sin().plus(2);
  }

  /** What a formula computes from the input, without the input itself. */
  private static List<Expr> dependent(Expr input, Expr formula) {
    Set<Expr> dependent = Collections.newSetFromMap(new IdentityHashMap<>());
    dependent.add(input);
    return Traversal.operandsFirst(
            List.of(formula), node -> node == input ? List.of() : operands(node))
        .stream()
        .filter(node -> node != input && operands(node).stream().anyMatch(dependent::contains))
        .peek(dependent::add)
        .toList();
  }

  /** What its value consists of, without what is updated or added to the loss beside. */
  private static List<Expr> operands(Expr node) {
    List<Expr> all = Traversal.operandsIn(Mode.TRAINING, node);
    return switch (node.operation()) {
      case PENALIZED, UPDATING -> all.subList(0, 1);
      default -> all;
    };
  }

  private static boolean isOfRows(Expr node) {
    return node.operation().isPointwise()
        || node.operation().kind() == Operation.Kind.MARK
        || OF_ROWS.contains(node.operation());
  }

  private static boolean isElementwise(Expr node, Expr input) {
    boolean alone =
        node.operation().isPointwise() || node.operation().kind() == Operation.Kind.MARK;
    return alone && node.shape().equals(input.shape());
  }
}
