package dev.kassei.engine;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Optimizer;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * How the gradients of a step become the next parameters.
 *
 * @param optimizers the algorithm of a parameter, by its name
 * @param rateFactors what the learning rate of a parameter is multiplied with, by its name
 * @param clipValue the largest absolute value of an element of the gradients
 * @param clipNorm the largest norm of all gradients together; longer ones are scaled down to it
 * @param accumulates whether a step has the gradients of several batches
 * @param perturbation how far the weights are moved before the gradients of a step are taken
 */
public record UpdateRule(
    Function<String, Optimizer> optimizers,
    ToDoubleFunction<String> rateFactors,
    OptionalDouble clipValue,
    OptionalDouble clipNorm,
    boolean accumulates,
    Optional<Perturbation> perturbation) {

  /** One optimizer for all parameters, with a gradient of one batch as it is. */
  public static UpdateRule of(Optimizer optimizer) {
    return new UpdateRule(
        name -> optimizer,
        name -> 1,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        false,
        Optional.empty());
  }

  /** The same, which scales longer gradients down to a norm. */
  public UpdateRule clippedTo(OptionalDouble norm) {
    return new UpdateRule(optimizers, rateFactors, clipValue, norm, accumulates, perturbation);
  }

  /**
   * Sharpness-aware minimization (Foret, Kleiner, Mobahi, Neyshabur 2021, arXiv:2010.01412): the
   * gradients of a step are those at w + ρ·g / ‖g‖, or, adaptive (Kwon, Kim, Park, Choi 2021,
   * arXiv:2102.11600), at w + ρ·w²·g / ‖w·g‖, with the norm over all parameters.
   */
  public record Perturbation(double rho, boolean adaptive) {
    public Perturbation {
      require(rho > 0 && Double.isFinite(rho), "rho must be positive but was %s", rho);
    }
  }
}
