package dev.kassei.api.expr;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Compares formulas by what they are built of; equal parts may be shared or repeated. */
final class Structure {
  private final Map<List<Object>, Integer> numbers = new HashMap<>();
  private final IdentityHashMap<Expr, Integer> known = new IdentityHashMap<>();

  private Structure() {}

  static boolean same(Expr a, Expr b) {
    var structure = new Structure();
    return structure.number(a).equals(structure.number(b));
  }

  private Integer number(Expr root) {
    for (Expr node : Traversal.operandsFirst(List.of(root))) {
      Integer number =
          isMark(node)
              ? known.get(node.operand(0))
              : numbers.computeIfAbsent(description(node), description -> numbers.size());
      known.put(node, number);
    }
    return known.get(root);
  }

  private List<Object> description(Expr node) {
    List<Integer> operands = node.operands().stream().map(known::get).toList();
    return List.of(node.operation(), node.detail(), node.shape(), operands);
  }

  private static boolean isMark(Expr node) {
    return switch (node.operation()) {
      case SCOPE, TAP, UPDATING, PENALIZED -> true;
      default -> false;
    };
  }
}
