package dev.kassei.activations.stochastic;

import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Trainable;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Noise;

/**
 * A rectifier with noise of trainable strength, in training f(x) = max(0, x) + sigma·ε with
 * standard normal ε and one sigma for each unit, otherwise its mean max(0, x).
 *
 * <p>At the kink, 0, the derivative is 0. The authors draw noise in inference, too, to look at its
 * spread.
 *
 * @param sigma the first strength of the noise
 */
@PluginName(value = "prob_act", title = "ProbAct")
@Reference(
    "Kumar Shridhar, Joonho Lee, Hideaki Hayashi, Purvanshi Mehta, Brian Kenji Iwana, Seokjun"
        + " Kang, Seiichi Uchida, Sheraz Ahmed, Andreas Dengel (2019): ProbAct: A Probabilistic "
        + "Activation Function for Deep Neural Networks. arXiv:1905.10761")
public record ProbAct(double sigma) implements Activation {
  public ProbAct() {
    this(0);
  }

  public ProbAct {
    requireFinite("sigma", sigma);
  }

  @Override
  public Expr apply(Expr x) {
    Expr mean = x.max(0);
    Expr noise = Noise.normal(x).times(Trainable.perUnit(x, "sigma", sigma));
    return mean.plus(noise).byMode(mean);
  }
}
