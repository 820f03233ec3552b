package dev.kassei.trainer.training;

import dev.kassei.trainer.result.Epochs;
import java.util.Map;
import java.util.Optional;

/**
 * All that a trial needs to go on after an epoch and end with the same bits. Random numbers are
 * counted, so no generator is part of it.
 *
 * @param steps the number of optimizer steps done
 * @param epochs the metrics of the epochs done
 * @param tensors all parameters and states by name, row by row: the optimizer's, too
 * @param best the best epoch, if one is looked for and was found
 */
public record TrialState(
    long steps, Epochs epochs, Map<String, double[]> tensors, Optional<Best> best) {
  /**
   * The best epoch so far.
   *
   * @param epoch from 0
   * @param waited how many epochs were no better since
   * @param value of what is monitored
   * @param tensors as they were then
   */
  public record Best(int epoch, int waited, double value, Map<String, double[]> tensors) {}
}
