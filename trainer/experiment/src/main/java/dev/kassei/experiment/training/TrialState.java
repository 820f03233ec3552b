package dev.kassei.experiment.training;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.expr.Shape;
import dev.kassei.engine.plan.Tensors;
import dev.kassei.results.Epochs;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that a trial needs to resume after a step and end with the same bits. Random numbers are
 * counted, so no generator is part of it.
 *
 * @param position how far it came
 * @param epochs the metrics of the epochs done
 * @param seconds how long each of these took, and then the next one so far
 * @param tensors all parameters and states by name, row by row: the optimizer's, too
 * @param memory by name what a minimizer remembers
 * @param best the best epoch, if one is looked for and was found
 * @param recorded what was saved for pictures so far, by names that their recorders choose
 */
public record TrialState(
    Position position,
    Epochs epochs,
    double[] seconds,
    Map<String, double[]> tensors,
    Map<String, double[]> memory,
    Optional<Best> best,
    Map<String, double[]> recorded) {
  /**
   * How far a trial came.
   *
   * @param steps the number of optimizer steps done
   * @param rows how many rows of the next epoch these have seen, 0 where an epoch has just ended
   * @param lossSum the losses of these rows
   */
  public record Position(long steps, int rows, double lossSum) {}

  /**
   * Checks that it has the tensors of a plan, no fewer and no more, also those of its best epoch.
   *
   * @throws IllegalArgumentException if it has not
   */
  void check(Tensors plan) {
    check(tensors, plan);
    best.ifPresent(each -> check(each.tensors(), plan));
  }

  private static void check(Map<String, double[]> tensors, Tensors plan) {
    require(
        tensors.keySet().equals(Set.copyOf(plan.names())),
        "the state has the tensors %s, but the network %s",
        tensors.keySet(),
        plan.names());
    tensors.forEach(
        (name, values) -> {
          Shape shape = plan.shape(name);
          int size = shape.rows().count() * shape.columns();
          require(
              values.length == size,
              "the tensor '%s' of the state has %s numbers, but that of the network %s",
              name,
              values.length,
              size);
        });
  }

  /**
   * The best epoch so far.
   *
   * @param epoch from 0
   * @param step the number of steps that made its weights
   * @param waited how many measurements were no better since
   * @param value of what is monitored
   * @param tensors as they were then
   */
  public record Best(
      int epoch, long step, int waited, double value, Map<String, double[]> tensors) {}
}
