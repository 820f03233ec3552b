package dev.kassei.api;

import dev.kassei.api.expr.Expr;
import java.util.List;
import org.apiguardian.api.API;

/**
 * The gradients of all parameters in one step, as the optimizer is given them one by one: after
 * accumulation and clipping, and with {@code sharpness_aware} those at the weights moved aside.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class Gradients {
  private final List<Expr> all;
  private final Expr norm;

  /** Those of all parameters, each of the shape of its parameter. */
  public Gradients(List<Expr> all) {
    this.all = List.copyOf(all);
    this.norm =
        all.stream()
            .map(gradient -> gradient.square().sum())
            .reduce(Expr::plus)
            .map(Expr::sqrt)
            .orElse(Expr.constant(0));
  }

  /** One per parameter, in the order in which the network uses its parameters. */
  public List<Expr> all() {
    return all;
  }

  /** The Euclidean norm of all gradients together, a scalar. */
  public Expr norm() {
    return norm;
  }

  @Override
  public String toString() {
    return "gradients of %s parameters".formatted(all.size());
  }
}
