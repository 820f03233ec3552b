package dev.kassei.results.record;

import java.util.List;
import java.util.OptionalDouble;

/**
 * One line of {@code layers.csv}: a layer at one time. Means and variances are over all rows and
 * units; an empty cell stands for what a layer does not have.
 *
 * @param epochs the number of epochs done, 0 before training
 * @param layer the path of the layer
 * @param units the number of columns that it returns
 * @param inputMean the mean of what it takes in; of an activation these are the pre-activations
 * @param inputVariance the population variance of the same
 * @param mean the mean of what it returns
 * @param variance the population variance of the same
 * @param deadRate the share of an activation's units whose derivative is 0 in all rows
 * @param saturationRate the share of rows and units where the derivative of an elementwise
 *     activation is nearly 0
 * @param gradientNorm the root of the mean over rows of ‖g‖², where g is the gradient of the row's
 *     loss with respect to what the layer returns
 * @param parameterGradientNorm the norm of the gradient of the mean loss with respect to all of the
 *     layer's parameters
 */
public record LayerRecord(
    int epochs,
    String layer,
    int units,
    OptionalDouble inputMean,
    OptionalDouble inputVariance,
    double mean,
    double variance,
    OptionalDouble deadRate,
    OptionalDouble saturationRate,
    double gradientNorm,
    OptionalDouble parameterGradientNorm) {
  /** The names of the columns. */
  public static final List<String> COLUMNS =
      List.of(
          "epochs",
          "layer",
          "units",
          "input_mean",
          "input_variance",
          "mean",
          "variance",
          "dead_rate",
          "saturation_rate",
          "gradient_norm",
          "parameter_gradient_norm");
}
