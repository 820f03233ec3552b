package dev.kassei.trainer.training;

import static dev.kassei.api.Requirements.require;

import dev.kassei.trainer.engine.plan.Execution;

/**
 * How a run is executed. None of it changes a bit of the outcome.
 *
 * @param lanes the number of trials side by side: the run and copies of it with other seeds
 * @param execution which kernels run
 * @param isProfiled whether the time of each step of the plan is measured
 */
public record RunOptions(int lanes, Execution execution, boolean isProfiled) {
  public RunOptions {
    require(lanes > 0, "expected at least 1 lane but was %s", lanes);
  }

  /** One lane, kernels by size and age, no measurements. */
  public RunOptions() {
    this(1, Execution.AUTO, false);
  }
}
