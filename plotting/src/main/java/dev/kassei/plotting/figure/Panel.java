package dev.kassei.plotting.figure;

/** One picture of a figure's grid. */
public sealed interface Panel permits Axes2D, Axes3D {
  /** Above the picture; may be empty. */
  String title();

  /** What the panel shows, in words. */
  String alternative();
}
