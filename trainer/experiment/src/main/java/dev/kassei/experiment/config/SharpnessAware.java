package dev.kassei.experiment.config;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

/**
 * Takes the gradients of a step where the loss is greatest nearby (SAM; Foret, Kleiner, Mobahi,
 * Neyshabur 2021, arXiv:2010.01412), which costs a second pass.
 *
 * @param rho how far the weights are moved
 * @param adaptive whether weights move in proportion to their size (ASAM; Kwon, Kim, Park, Choi
 *     2021, arXiv:2102.11600); its authors take a rho about ten times as large
 */
public record SharpnessAware(double rho, boolean adaptive) {
  public SharpnessAware {
    requireFinite("rho", rho);
    require(rho > 0, "rho must be positive but was %s", rho);
  }

  /** The authors' distance. */
  public SharpnessAware() {
    this(0.05, false);
  }
}
