package dev.kassei.experiment.config;

import dev.kassei.api.Shorthand;

/**
 * One seed for each source of randomness, so that each can be varied alone.
 *
 * @param data generated data sets
 * @param split which rows go into which split
 * @param weights initial weights
 * @param order the order of rows in each epoch
 * @param noise dropout and other noise inside the network
 */
public record Seeds(long data, long split, long weights, long order, long noise) {
  /** All seeds are 1. */
  public Seeds() {
    this(1, 1, 1, 1, 1);
  }

  /** The same seed for everything. */
  @Shorthand
  public static Seeds all(long seed) {
    return new Seeds(seed, seed, seed, seed, seed);
  }

  /** Other weights, order and noise for the same data and split. */
  public Seeds withinSplit(long seed) {
    return new Seeds(data, split, seed, seed, seed);
  }
}
