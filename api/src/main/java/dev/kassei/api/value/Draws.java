package dev.kassei.api.value;

/**
 * A stream of random numbers that are counted, not consumed: draw {@code index} is always the same.
 * So two trials with the same seed get equal draws, whatever else they do.
 */
public interface Draws {
  /** A number from the uniform distribution on [0, 1). */
  double uniform(long index);

  /** A number from the standard normal distribution. */
  double normal(long index);
}
