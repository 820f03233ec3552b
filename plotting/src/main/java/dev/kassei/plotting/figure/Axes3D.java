package dev.kassei.plotting.figure;

/**
 * Three axes and a surface.
 *
 * @param alternative what the panel shows, in words
 */
public record Axes3D(
    String title, String alternative, Axis x, Axis y, Axis z, Surface surface, View view)
    implements Panel {
  /**
   * Where the eye is.
   *
   * @param elevation above the x-y plane, in degrees
   * @param azimuth around the z axis, in degrees
   */
  public record View(double elevation, double azimuth) {
    /** The view of matplotlib. */
    public static final View DEFAULT = new View(30, -60);
  }

  /** A panel with linear axes of these labels, seen as matplotlib sees it. */
  public static Axes3D of(String title, String x, String y, String z, Surface surface) {
    String words = title + ": surface of " + z + " over " + x + " and " + y;
    return new Axes3D(
        title, words, Axis.linear(x), Axis.linear(y), Axis.linear(z), surface, View.DEFAULT);
  }

  public Axes3D withAlternative(String words) {
    return new Axes3D(title, words, x, y, z, surface, view);
  }

  public Axes3D withView(View other) {
    return new Axes3D(title, alternative, x, y, z, surface, other);
  }
}
