package dev.kassei.activations;

import dev.kassei.api.Draws;
import dev.kassei.api.Initializer;

/** The first value of a trainable parameter of an activation, the same for every seed. */
public record FirstValue(double value) implements Initializer {
  @Override
  public double value(Fans fans, Draws draws, long index) {
    return value;
  }
}
