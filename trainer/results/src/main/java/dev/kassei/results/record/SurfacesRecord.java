package dev.kassei.results.record;

import java.util.List;

/**
 * The content of {@code surfaces.safetensors}: what a network of two inputs predicts over a mesh,
 * at up to 20 times from the first weights to the last. Values of the mesh are in the units of the
 * data. The arrays must not be modified.
 *
 * @param x1 the values of the first feature, ascending; the tensor {@code x1}
 * @param x2 the values of the second feature, ascending; the tensor {@code x2}
 * @param surfaces by epoch, then by column; the last epoch is that of the final weights
 */
public record SurfacesRecord(double[] x1, double[] x2, List<SurfaceRecord> surfaces) {
  /** The tensor of the first feature's values. */
  public static final String X1 = "x1";

  /** The tensor of the second feature's values. */
  public static final String X2 = "x2";

  public SurfacesRecord {
    surfaces = List.copyOf(surfaces);
  }

  /** The surfaces of the last epoch alone. */
  public SurfacesRecord last() {
    int last = surfaces.stream().mapToInt(SurfaceRecord::epoch).max().orElse(0);
    return new SurfacesRecord(
        x1, x2, surfaces.stream().filter(surface -> surface.epoch() == last).toList());
  }
}
