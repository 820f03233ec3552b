package dev.kassei.api.value;

import org.apiguardian.api.API;

/**
 * A stream of random numbers that are counted, not consumed: draw {@code index} is always the same.
 * So two trials with the same seed get equal draws, whatever else they do.
 */
@API(status = API.Status.STABLE, since = "0.1")
public interface Draws {
  /** A number from the uniform distribution on [0, 1). */
  double uniform(long index);

  /** A number from the standard normal distribution. */
  double normal(long index);
}
