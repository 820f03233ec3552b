package dev.kassei.engine.graph;

import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Shape;
import dev.kassei.api.expr.Traversal;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A parameter or state that formulas declare in two shapes.
 *
 * @param name with its path
 */
public record ShapeConflict(String name, Shape first, Shape second) {
  /** The first that there is; empty if each name has one shape. */
  public static Optional<ShapeConflict> in(List<Expr> formulas) {
    return in(formulas, Set.of());
  }

  /** The first that there is in what is made of {@code given}, which is not looked into. */
  public static Optional<ShapeConflict> in(List<Expr> formulas, Set<Expr> given) {
    var shapes = new HashMap<String, Shape>();
    Function<Expr, List<Expr>> made = node -> given.contains(node) ? List.of() : node.operands();
    for (Expr node : Traversal.operandsFirst(formulas, made)) {
      Optional<String> name = name(node);
      if (name.isPresent()) {
        Shape first = shapes.putIfAbsent(name.get(), node.shape());
        if (first != null && !first.equals(node.shape())) {
          return Optional.of(new ShapeConflict(name.get(), first, node.shape()));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> name(Expr node) {
    if (node.detail() instanceof Detail.Parameter parameter) {
      return Optional.of(parameter.name());
    }
    return node.detail() instanceof Detail.State state
        ? Optional.of(state.name())
        : Optional.empty();
  }

  /** What the plugin did that declares both. */
  public String message() {
    return "it declares '%s' as %s and as %s; give one of them another name"
        .formatted(name, first, second);
  }
}
