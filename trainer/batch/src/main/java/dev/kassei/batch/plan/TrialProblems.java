package dev.kassei.batch.plan;

import dev.kassei.experiment.config.tree.Location;
import dev.kassei.experiment.config.tree.Problem;
import dev.kassei.experiment.config.tree.Problems;
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
      String section = problem.path().split("[.\\[]", 2)[0];
      problems.add(within(problem, List.of(section), trial, combination));
    }
  }

  /**
   * Reports a problem of a trial, except at a place of which earlier trials had any.
   *
   * @param sections the parts of the experiment that it comes from
   * @param trial what the trial is called
   */
  void report(Problem problem, List<String> sections, String trial, Combination combination) {
    if (seen.add(place(problem))) {
      problems.add(within(problem, sections, trial, combination));
    }
  }

  private static Place place(Problem problem) {
    return new Place(problem.location(), problem.path());
  }

  private static Problem within(
      Problem problem, List<String> sections, String trial, Combination combination) {
    String values =
        combination.choices().stream()
            .filter(
                choice ->
                    sections.stream().anyMatch(choice.value().overlay().entries()::containsKey))
            .map(choice -> choice.axis().path() + "=" + choice.value().label())
            .collect(Collectors.joining(", "));
    if (values.isEmpty()) {
      return problem;
    }
    String message =
        "%s (first in %s: %s)%s"
            .formatted(problem.message(), trial, values, condition(problem.path(), combination));
    return new Problem(problem.location(), problem.path(), message, problem.excerpt());
  }

  /** What to do where an axis is a key of some values of another axis alone. */
  private static String condition(String path, Combination combination) {
    if (combination.value(path).isEmpty()) {
      return "";
    }
    return combination.choices().stream()
        .map(choice -> choice.axis().path())
        .filter(parent -> path.startsWith(parent + "."))
        .findFirst()
        .map(
            parent ->
                "; if only some values of %s take it, name them: %s: {values: …, when: {%s: …}}"
                    .formatted(parent, path, parent))
        .orElse("");
  }
}
