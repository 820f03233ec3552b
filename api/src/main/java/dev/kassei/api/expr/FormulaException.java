package dev.kassei.api.expr;

import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * A formula's text cannot be read. The message says of each mistake what was expected and what
 * came, and shows the line with a caret below the place.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class FormulaException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final FormulaProblem[] problems;
  private final boolean aboutShapes;

  private FormulaException(List<FormulaProblem> problems, boolean aboutShapes) {
    super(problems.stream().map(FormulaProblem::toString).collect(Collectors.joining("\n")));
    this.problems = problems.toArray(FormulaProblem[]::new);
    this.aboutShapes = aboutShapes;
  }

  /** The exception for problems, at least one, in the order of their places. */
  static FormulaException of(List<FormulaProblem> problems) {
    return new FormulaException(problems, false);
  }

  /** The exception for values that do not fit together. */
  static FormulaException ofShapes(FormulaProblem problem) {
    return new FormulaException(List.of(problem), true);
  }

  /** All mistakes that were found, at least one, in the order of their places. */
  public List<FormulaProblem> problems() {
    return List.of(problems);
  }

  /** Whether the same text may be readable where its names stand for values of other shapes. */
  public boolean isAboutShapes() {
    return aboutShapes;
  }
}
