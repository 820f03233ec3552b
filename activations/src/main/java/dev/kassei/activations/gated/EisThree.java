package dev.kassei.activations.gated;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;

/**
 * The third of the EIS family, f(x) = x / (1 + 0.68·exp(−1.7·x)).
 *
 * <p>It is computed as x·σ(1.7·x − log(0.68)), which never overflows. There are no kinks.
 */
@PluginName(value = "eis_3", title = "EIS-3")
@Reference(
    "Koushik Biswas, Sandeep Kumar, Shilpak Banerjee, Ashish Kumar Pandey (2020): EIS -- a "
        + "family of activation functions combining Exponential, ISRU, and Softplus. "
        + "arXiv:2009.13501")
public record EisThree() implements Activation {
  /** log(0.68). */
  private static final double LOG_OF_068 = -0.3856624808119846;

  @Override
  public Expr apply(Expr x) {
    return x.times(x.times(1.7).minus(LOG_OF_068).sigmoid());
  }
}
