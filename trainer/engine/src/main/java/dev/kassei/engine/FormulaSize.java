package dev.kassei.engine;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Traversal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** How large a formula may be, lest planning it takes minutes and all of the memory. */
public final class FormulaSize {
  /** A formula has at most so many nodes, each counted once however often it is used. */
  public static final int MOST_NODES = 100_000;

  private FormulaSize() {}

  /**
   * A formula that is small enough.
   *
   * @throws IllegalArgumentException if it is not, with its size
   */
  public static Expr required(Expr formula) {
    return required("this formula", formula, Set.of());
  }

  /** What is wrong with a formula that is too large; empty if it is not. */
  public static Optional<String> problem(Expr formula) {
    return problem("this formula", formula, Set.of());
  }

  /**
   * A formula that is small enough.
   *
   * @param subject what the formula is, for the message
   * @param given nodes that do not count, nor what they are made of
   */
  public static Expr required(String subject, Expr formula, Set<Expr> given) {
    Optional<String> problem = problem(subject, formula, given);
    require(problem.isEmpty(), "%s", problem.orElse(""));
    return formula;
  }

  private static Optional<String> problem(String subject, Expr formula, Set<Expr> given) {
    Function<Expr, List<Expr>> made = node -> given.contains(node) ? List.of() : node.operands();
    int size = Traversal.operandsFirst(List.of(formula), made).size();
    if (size <= MOST_NODES) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%s has %,d nodes, but %,d are the most that can be computed; a reduction or a matrix"
                + " product is one node where a loop makes many",
            subject,
            size,
            MOST_NODES));
  }
}
