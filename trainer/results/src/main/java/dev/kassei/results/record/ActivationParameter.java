package dev.kassei.results.record;

import java.util.List;

/**
 * One line of {@code activation_parameters.csv}: a trainable number of an activation at one time.
 *
 * @param epochs the number of epochs done, 0 before training
 * @param parameter the tensor of {@code weights.safetensors}
 * @param index the place of the number in it, from 0
 * @param value the number
 */
public record ActivationParameter(int epochs, String parameter, int index, double value) {
  /** The names of the columns. */
  public static final List<String> COLUMNS = List.of("epochs", "parameter", "index", "value");
}
