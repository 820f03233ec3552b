package dev.kassei.results.record;

import static dev.kassei.api.value.Requirements.require;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One output over the mesh at one time: a tensor of {@code surfaces.safetensors}, named {@code
 * epoch.0000100.output} for the column {@code output} of {@code predictions.csv} after 100 epochs.
 * For several outputs of classes there is also the column {@code predicted}: the number of the
 * predicted class, NaN where it is undecided.
 *
 * @param epoch how many epochs were trained: 0 for the first weights. Where training stopped within
 *     an epoch, that one counts
 * @param column the name of the column in {@code predictions.csv}
 * @param values x2 × x1: a row for each value of x2, as {@code numpy.meshgrid} has it; must not be
 *     modified
 */
public record SurfaceRecord(int epoch, String column, double[] values) {
  private static final Pattern NAME = Pattern.compile("epoch\\.(\\d{1,9})\\.(.*)", Pattern.DOTALL);

  public SurfaceRecord {
    require(epoch >= 0, "epochs are numbered from 0 but one is %s", epoch);
  }

  /** The tensor's name; names of equal columns sort by epoch. */
  public String tensorName() {
    return String.format(Locale.ROOT, "epoch.%07d.%s", epoch, column);
  }

  /**
   * A surface by the name of its tensor.
   *
   * @throws IllegalArgumentException if no surface has such a name
   */
  public static SurfaceRecord of(String tensorName, double[] values) {
    Matcher matcher = NAME.matcher(tensorName);
    require(
        matcher.matches(),
        "the tensor '%s' is no surface: expected a name such as 'epoch.0000100.output'",
        tensorName);
    return new SurfaceRecord(Integer.parseInt(matcher.group(1)), matcher.group(2), values);
  }
}
