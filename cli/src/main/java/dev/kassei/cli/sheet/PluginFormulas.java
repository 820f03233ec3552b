package dev.kassei.cli.sheet;

import dev.kassei.api.Gradients;
import dev.kassei.api.Layer;
import dev.kassei.api.Loss;
import dev.kassei.api.Optimizer;
import dev.kassei.api.OptimizerStep;
import dev.kassei.api.ParameterRole;
import dev.kassei.api.Target;
import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Rows;
import dev.kassei.api.expr.Shape;
import dev.kassei.api.expr.Traversal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What layers, losses and optimizers compute, by the name of what they give. */
public final class PluginFormulas {
  private static final String FORMULA = "formula";
  private static final String NEXT = "next ";
  private static final String WEIGHT = "weight";

  /** Inputs that layers take: rows, rows of a sequence, and rows of a picture. */
  private static final List<Shape> INPUTS =
      List.of(
          Shape.batch(4), new Shape(Rows.BATCH.times(8), 2), new Shape(Rows.BATCH.times(4, 4), 2));

  /** Several columns first, over which most losses take the mean. */
  private static final List<Target> TARGETS =
      List.of(
          new Target(List.of("y1", "y2"), List.of()),
          new Target(List.of("y"), List.of()),
          new Target(List.of("y"), List.of("a", "b")),
          new Target(List.of("y"), List.of("a", "b", "c")));

  private PluginFormulas() {}

  /** The formulas of a plugin with its defaults; none where it computes none with these alone. */
  public static Map<String, Expr> of(Object plugin) {
    if (plugin instanceof Loss loss) {
      return first(TARGETS, target -> loss(loss, target));
    }
    if (plugin instanceof Optimizer optimizer) {
      return optimizer(optimizer);
    }
    return plugin instanceof Layer layer ? first(INPUTS, input -> layer(layer, input)) : Map.of();
  }

  /** Of the first that is not refused. */
  private static <T> Map<String, Expr> first(List<T> all, Function<T, Expr> formula) {
    return all.stream()
        .flatMap(each -> unlessRefused(formula, each).stream())
        .findFirst()
        .map(expr -> Map.of(FORMULA, expr))
        .orElse(Map.of());
  }

  private static <T> Optional<Expr> unlessRefused(Function<T, Expr> formula, T argument) {
    try {
      return Optional.of(formula.apply(argument));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Expr layer(Layer layer, Shape shape) {
    return layer.apply(Expr.input("x", shape));
  }

  private static Expr loss(Loss loss, Target target) {
    return loss.apply(
        Expr.input("prediction", Shape.batch(loss.outputs(target))),
        Expr.input("target", Shape.batch(target.columns())));
  }

  /** The next weight and the next value of each slot. */
  private static Map<String, Expr> optimizer(Optimizer optimizer) {
    Shape shape = Shape.fixed(2, 2);
    Expr gradient = Expr.input("gradient", shape);
    var step =
        new OptimizerStep(
            Expr.rate(),
            Expr.stepNumber(),
            ParameterRole.WEIGHTS,
            new Gradients(List.of(gradient)));
    Expr next = optimizer.update(Expr.input(WEIGHT, shape), gradient, step);
    var formulas = new LinkedHashMap<String, Expr>();
    formulas.put(NEXT + WEIGHT, next);
    for (Expr node : Traversal.operandsFirst(List.of(next))) {
      if (node.operation() == Operation.UPDATING) {
        formulas.put(NEXT + ((Detail.Update) node.detail()).state().name(), node.operand(1));
      }
    }
    return formulas;
  }
}
