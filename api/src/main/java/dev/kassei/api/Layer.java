package dev.kassei.api;

import dev.kassei.api.expr.Expr;
import java.util.function.UnaryOperator;
import org.apiguardian.api.API;

/**
 * A function from {@code rows × width} to {@code rows × any width}, with or without parameters of
 * its own. Implementations are public records with a {@link PluginName}, a no-argument constructor
 * that holds the defaults, and an entry in {@code META-INF/services}.
 */
@API(status = API.Status.STABLE, since = "0.1")
@FunctionalInterface
public interface Layer extends UnaryOperator<Expr> {
  /**
   * The layer's formula.
   *
   * @param x the input, rows × width; the width is known, the number of rows is symbolic
   * @throws IllegalArgumentException if the layer cannot take an input of this width
   */
  @Override
  Expr apply(Expr x);

  /**
   * This layer with initial weights for an activation that stands directly behind it; by default
   * unchanged. A layer with weights passes the activation on to its {@link Initializer}.
   */
  default Layer before(Activation activation) {
    return this;
  }
}
