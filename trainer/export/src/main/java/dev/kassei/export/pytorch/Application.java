package dev.kassei.export.pytorch;

import dev.kassei.api.expr.Expr;
import java.util.List;
import java.util.function.Function;

/**
 * How a node of a formula is computed in PyTorch.
 *
 * @param inputs the nodes that it is computed from
 * @param isModule whether it is a call of a module, whose input stands in a variable
 * @param value what is made of the inputs' values
 */
record Application(List<Expr> inputs, boolean isModule, Function<List<Value>, Value> value) {
  /** Some operation on inputs. */
  static Application of(List<Expr> inputs, Function<List<Value>, Value> value) {
    return new Application(inputs, false, value);
  }

  /** An operation on one input. */
  static Application of(Expr input, Function<Value, Value> value) {
    return of(List.of(input), values -> value.apply(values.get(0)));
  }

  /** A call of a module. */
  static Application module(Expr input, Function<Value, Value> value) {
    return new Application(List.of(input), true, values -> value.apply(values.get(0)));
  }
}
