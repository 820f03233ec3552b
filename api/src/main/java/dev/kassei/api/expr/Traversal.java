package dev.kassei.api.expr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apiguardian.api.API;

/** Visits formulas without recursion, so that depth is bounded by memory, not by the stack. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Traversal {
  private Traversal() {}

  /** All nodes that the roots consist of, each once, operands before what is made of them. */
  public static List<Expr> operandsFirst(List<Expr> roots) {
    return operandsFirst(roots, Expr::operands);
  }

  /** As {@link #operandsFirst(List)}, following only the operands that {@code operands} returns. */
  public static List<Expr> operandsFirst(List<Expr> roots, Function<Expr, List<Expr>> operands) {
    var order = new ArrayList<Expr>();
    Set<Expr> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    var open = new ArrayDeque<Visit>();
    for (Expr root : roots) {
      if (seen.add(root)) {
        open.push(new Visit(root, operands.apply(root)));
      }
      while (!open.isEmpty()) {
        Visit visit = open.peek();
        if (visit.next == visit.operands.size()) {
          order.add(visit.node);
          open.pop();
        } else {
          Expr operand = visit.operands.get(visit.next++);
          if (seen.add(operand)) {
            open.push(new Visit(operand, operands.apply(operand)));
          }
        }
      }
    }
    return order;
  }

  /**
   * The operands that count in a mode: one branch of BY_MODE; next states and penalties in training
   * only.
   */
  public static List<Expr> operandsIn(Mode mode, Expr node) {
    return switch (node.operation()) {
      case BY_MODE -> List.of(node.operand(mode == Mode.TRAINING ? 0 : 1));
      case UPDATING, PENALIZED ->
          mode == Mode.TRAINING ? node.operands() : node.operands().subList(0, 1);
      default -> node.operands();
    };
  }

  private static final class Visit {
    private final Expr node;
    private final List<Expr> operands;
    private int next;

    private Visit(Expr node, List<Expr> operands) {
      this.node = node;
      this.operands = operands;
    }
  }
}
