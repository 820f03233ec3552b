package dev.kassei.results.record;

import java.util.List;

/**
 * Some lines of {@code activation_curves.csv}: a trainable activation as a function.
 *
 * @param layer the path of the layer
 * @param unit the unit of the layer whose parameters it has, from 0
 * @param x where it was computed
 * @param initial its values with the first parameters
 * @param learned its values with those of the result
 */
public record ActivationCurve(
    String layer, int unit, double[] x, double[] initial, double[] learned) {
  /** The names of the columns. */
  public static final List<String> COLUMNS = List.of("layer", "unit", "x", "initial", "learned");
}
