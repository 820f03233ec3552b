package dev.kassei.plotting.figure;

/** Where the legend stands; it names the artists that have a label. */
public enum Legend {
  NONE,
  /** The corner with the fewest points beneath. */
  BEST,
  UPPER_RIGHT,
  UPPER_LEFT,
  LOWER_LEFT,
  LOWER_RIGHT,
  /** To the right of the axes. */
  OUTSIDE
}
