package dev.kassei.experiment.config;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.api.Required;

/**
 * The learning rate of some layers.
 *
 * @param layer the path of a layer, in which * is any one name: {@code hidden.*}
 * @param factor what the learning rate of its parameters is multiplied with
 */
public record LayerRate(@Required String layer, double factor) {
  public LayerRate {
    requireFinite("factor", factor);
    require(factor >= 0, "factor must not be negative but was %s", factor);
  }

  /** The rate of the others. */
  public LayerRate() {
    this("", 1);
  }
}
