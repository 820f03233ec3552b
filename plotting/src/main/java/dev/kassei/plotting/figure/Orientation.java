package dev.kassei.plotting.figure;

/** Along which axis something extends. */
public enum Orientation {
  HORIZONTAL,
  VERTICAL
}
