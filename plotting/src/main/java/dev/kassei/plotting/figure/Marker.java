package dev.kassei.plotting.figure;

/** The shape of a point. */
public enum Marker {
  CIRCLE,
  SQUARE,
  DIAMOND,
  TRIANGLE,
  CROSS
}
