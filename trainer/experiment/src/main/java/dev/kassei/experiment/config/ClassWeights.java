package dev.kassei.experiment.config;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Inline;
import dev.kassei.api.Shorthand;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much the rows of each class count in the loss.
 *
 * @param weights by the name of the class, 1 for those that are not named; if empty, rows /
 *     (classes · rows of the class), so that all classes count alike
 */
public record ClassWeights(@Inline Map<String, Double> weights) {
  public ClassWeights {
    weights.forEach(
        (name, weight) ->
            require(
                weight >= 0 && Double.isFinite(weight),
                "the weight of the class '%s' must be finite and not negative but was %s",
                name,
                weight));
    weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
  }

  /** Balanced. */
  public ClassWeights() {
    this(Map.of());
  }

  /** The word for weights that follow from the data. */
  public enum Rule {
    /** All classes count alike. */
    BALANCED
  }

  /** The weights by a rule, of which there is one. */
  @Shorthand
  public static ClassWeights of(Rule rule) {
    return new ClassWeights();
  }

  /** Whether the weights follow from how many rows of each class train. */
  public boolean isBalanced() {
    return weights.isEmpty();
  }
}
