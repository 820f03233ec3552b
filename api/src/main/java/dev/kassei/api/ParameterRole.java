package dev.kassei.api;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Layout;
import dev.kassei.api.expr.Operation;
import org.apiguardian.api.API;

/** What a parameter does in its layer, for rules that treat parameters differently. */
@API(status = API.Status.STABLE, since = "0.1")
public enum ParameterRole {
  /** A matrix that multiplies rows, declared by {@link Expr#weights}. */
  WEIGHTS,
  /** What is added: a parameter called {@code bias}. */
  BIAS,
  /** What a normalization scales with: a single row called {@code weight} that multiplies none. */
  SCALE,
  /** Anything else, such as the slope of an activation. */
  OTHER;

  /** The role of a parameter. */
  public static ParameterRole of(Expr parameter) {
    require(
        parameter.operation() == Operation.PARAMETER,
        "only a parameter has a role, not %s",
        parameter);
    var declaration = (Detail.Parameter) parameter.detail();
    if (isLast(declaration.name(), "bias")) {
      return BIAS;
    }
    if (declaration.layout() instanceof Layout.Weights) {
      return WEIGHTS;
    }
    boolean isRow = parameter.shape().rows().isOne();
    return isRow && isLast(declaration.name(), "weight") ? SCALE : OTHER;
  }

  private static boolean isLast(String name, String last) {
    return name.equals(last) || name.endsWith("." + last);
  }
}
