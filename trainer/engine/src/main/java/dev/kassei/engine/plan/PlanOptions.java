package dev.kassei.engine.plan;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.Precision;

/**
 * How a plan is run. None of it but the precision changes a bit of the results.
 *
 * @param precision the floating-point format
 * @param capacity the largest number of rows of a batch
 * @param execution which kernels run
 * @param isProfiled whether the time of each step is measured
 * @param team the threads that share large steps
 */
public record PlanOptions(
    Precision precision, int capacity, Execution execution, boolean isProfiled, Team team) {
  public PlanOptions {
    require(capacity > 0, "a plan needs a capacity of at least one row but has %s", capacity);
  }

  /** The usual way. */
  public static PlanOptions of(Precision precision, int capacity) {
    return new PlanOptions(precision, capacity, Execution.AUTO, false, Team.alone());
  }

  /** The same with certain kernels. */
  public PlanOptions by(Execution other) {
    return new PlanOptions(precision, capacity, other, isProfiled, team);
  }

  /** The same with other threads. */
  public PlanOptions by(Team other) {
    return new PlanOptions(precision, capacity, execution, isProfiled, other);
  }
}
