package dev.kassei.trainer.config;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reports what is wrong with trials: each mistake once, with the first trial that has it. */
final class TrialProblems {
  private final Problems problems;
  private final Set<Place> seen = new HashSet<>();

  TrialProblems(Problems problems) {
    this.problems = problems;
  }

  private record Place(Location location, String path) {}

  /**
   * Reports the problems of a trial, except at places of which earlier trials had any.
   *
   * @param trial what the trial is called
   */
  void report(List<Problem> found, String trial, Combination combination) {
    List<Problem> fresh = found.stream().filter(problem -> !seen.contains(place(problem))).toList();
    for (Problem problem : fresh) {
      seen.add(place(problem));
      problems.add(within(problem, trial, combination));
    }
  }

  private static Place place(Problem problem) {
    return new Place(problem.location(), problem.path());
  }

  private static Problem within(Problem problem, String trial, Combination combination) {
    String section = problem.path().split("[.\\[]", 2)[0];
    String values =
        combination.choices().stream()
            .filter(choice -> choice.value().overlay().get(section).isPresent())
            .map(choice -> choice.axis().path() + "=" + choice.value().label())
            .collect(Collectors.joining(", "));
    if (values.isEmpty()) {
      return problem;
    }
    String message = "%s (first in %s: %s)".formatted(problem.message(), trial, values);
    return new Problem(problem.location(), problem.path(), message, problem.excerpt());
  }
}
