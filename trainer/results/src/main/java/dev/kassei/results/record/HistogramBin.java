package dev.kassei.results.record;

import java.util.List;

/**
 * One line of {@code histograms.csv}: how many values lie in {@code [lower, upper)}; the last bin
 * of a histogram includes its upper end. Values that are not finite have a line of their own, in
 * which {@code lower} and {@code upper} are both NaN, both -Infinity or both Infinity.
 *
 * @param kind what was counted
 * @param name the tensor of {@code weights.safetensors}, or the path of the layer
 * @param lower the lower end
 * @param upper the upper end
 * @param count the number of values
 */
public record HistogramBin(Kind kind, String name, double lower, double upper, long count) {
  /** The names of the columns. */
  public static final List<String> COLUMNS = List.of("kind", "name", "lower", "upper", "count");

  /** What a histogram counts; in lower case in the file. */
  public enum Kind {
    /** The final values of a parameter. */
    WEIGHT,
    /** The final values of a state, such as a running mean. */
    STATE,
    /** What a layer returns for the rows of a part, after training. */
    ACTIVATION
  }
}
