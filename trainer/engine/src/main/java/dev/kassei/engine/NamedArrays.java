package dev.kassei.engine;

import static dev.kassei.api.value.Requirements.require;

import java.util.Map;

/**
 * What a minimizer remembers from step to step.
 *
 * @param byName the arrays so far; those asked for first are added to it
 */
public record NamedArrays(Map<String, double[]> byName) {
  /** The array of a name, zeros at first; the same object each time. */
  public double[] array(String name, int size) {
    double[] numbers = byName.computeIfAbsent(name, key -> new double[size]);
    require(
        numbers.length == size,
        "the memory '%s' has %s numbers, but %s were asked for",
        name,
        numbers.length,
        size);
    return numbers;
  }
}
