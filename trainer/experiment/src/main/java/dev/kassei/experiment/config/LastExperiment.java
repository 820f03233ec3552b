package dev.kassei.experiment.config;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What was found of the last experiment, whatever its seeds. In a batch those that differ in seeds
 * alone come one after the other and share their parts. For one thread.
 *
 * @param <T> the type of what was found
 */
public final class LastExperiment<T> {
  private Optional<Found<T>> last = Optional.empty();

  private record Found<T>(ExperimentConfig experiment, T value) {}

  /** What was found of an experiment of the same parts, or is found now. */
  public T get(ExperimentConfig experiment, Supplier<T> finding) {
    Optional<Found<T>> known = last.filter(it -> it.experiment().hasPartsOf(experiment));
    if (known.isPresent()) {
      return known.get().value();
    }
    T value = finding.get();
    last = Optional.of(new Found<>(experiment, value));
    return value;
  }
}
