package dev.kassei.activations.rectified;

import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * A rectifier with a softsign below 0, f(x) = x for x &gt; 0, else alpha·x / (1 + |x|).
 *
 * <p>Below −1 the softsign is 1 / (1 + |x|) − 1, whose derivative does not cancel. At 0, a kink
 * unless alpha is 1, the derivative is alpha. It is also called dual linear unit (DLU).
 *
 * @param alpha the depth of the negative part
 */
@PluginName(value = "sign_relu", title = "SignReLU")
@Reference(
    "Guifang Lin, Wei Shen (2018): Research on convolutional neural network based on improved"
        + " Relu piecewise activation function. Procedia Computer Science 131, 977–984")
public record SignRelu(double alpha) implements Activation {
  public SignRelu() {
    this(1);
  }

  public SignRelu {
    requireFinite("alpha", alpha);
  }

  @Override
  public Expr apply(Expr x) {
    Expr negative = x.min(0);
    Expr rest = Expr.constant(1).over(Expr.constant(1).minus(negative));
    Expr deep = negative.lessThan(-1);
    Expr softsign = Expr.where(deep, rest.minus(1), negative.times(rest));
    return x.max(0).plus(softsign.times(alpha));
  }
}
