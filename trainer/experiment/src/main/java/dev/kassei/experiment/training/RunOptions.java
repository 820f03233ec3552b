package dev.kassei.experiment.training;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.engine.plan.Execution;

/**
 * How a run is executed. None of it changes a bit of the outcome.
 *
 * @param threads the number of threads that share large steps
 * @param lanes the number of trials side by side: the run and copies of it with other seeds
 * @param kernels which kernels run
 * @param isProfiled whether the time of each step of the plan is measured
 */
public record RunOptions(int threads, int lanes, Kernels kernels, boolean isProfiled) {
  /** Which kernels run. All compute the same bits. */
  public enum Kernels {
    /** Scalar ones where work is tiny or young, vector ones elsewhere. */
    AUTO(Execution.AUTO),
    /** Scalar ones only. */
    SCALAR(Execution.SCALAR),
    /** Vector ones from the first step on, where the JVM has the module for them. */
    VECTOR(Execution.VECTOR);

    private final Execution execution;

    Kernels(Execution execution) {
      this.execution = execution;
    }

    Execution execution() {
      return execution;
    }
  }

  public RunOptions {
    require(threads > 0, "expected at least 1 thread but was %s", threads);
    require(lanes > 0, "expected at least 1 lane but was %s", lanes);
  }

  /** One thread and lane, kernels by size and age, no measurements. */
  public RunOptions() {
    this(1, 1, Kernels.AUTO, false);
  }
}
