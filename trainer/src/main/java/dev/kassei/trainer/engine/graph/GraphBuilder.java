package dev.kassei.trainer.engine.graph;

import static dev.kassei.api.Requirements.require;

import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Mode;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Shape;
import dev.kassei.api.expr.Traversal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a canonical graph of one trial's formulas: marks are resolved, equal values get one number,
 * constants are folded in float64 and exact identities removed (x·1, x/1, x − 0, −−x). Not x + 0,
 * which changes −0, nor x·0, which hides NaN; sums are never re-associated.
 */
public final class GraphBuilder {
  private final List<Node> nodes = new ArrayList<>();
  private final Map<Object, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> named = new HashMap<>();
  private final Map<String, Integer> taps = new LinkedHashMap<>();
  private final Map<String, Integer> updates = new LinkedHashMap<>();
  private final Map<Mode, Map<Expr, Integer>> seen = new HashMap<>();

  /** Adds a formula as it is in a mode, and returns the number of its value. */
  public int add(Expr root, Mode mode) {
    Map<Expr, Integer> known = seen.computeIfAbsent(mode, key -> new IdentityHashMap<>());
    for (Expr expr : Traversal.operandsFirst(List.of(root), node -> operands(node, mode, known))) {
      known.computeIfAbsent(expr, node -> number(node, mode, known));
    }
    return known.get(root);
  }

  /** The graph of all that was added. */
  public Graph build() {
    return new Graph(List.copyOf(nodes), taps, updates);
  }

  /** The node of a number that {@link #add} returned. */
  public Node node(int number) {
    return nodes.get(number);
  }

  private static List<Expr> operands(Expr node, Mode mode, Map<Expr, Integer> known) {
    if (known.containsKey(node)) {
      return List.of();
    }
    if (node.operation() == Operation.UPDATING && mode == Mode.INFERENCE) {
      return List.of(node.operand(0));
    }
    return Traversal.operandsIn(mode, node);
  }

  private int number(Expr expr, Mode mode, Map<Expr, Integer> known) {
    List<Integer> operands = new ArrayList<>();
    for (Expr operand : operands(expr, mode, Map.of())) {
      operands.add(known.get(operand));
    }
    switch (expr.operation()) {
      case SCOPE, DETACHED, BY_MODE -> {}
      case TAP -> taps.putIfAbsent(((Detail.Name) expr.detail()).name(), operands.get(0));
      case UPDATING -> {
        if (mode == Mode.TRAINING) {
          update(((Detail.Update) expr.detail()).state(), operands.get(1));
        }
      }
      default -> {
        return canonical(expr.operation(), expr.detail(), expr.shape(), operands);
      }
    }
    return operands.get(0);
  }

  private void update(String state, int next) {
    Integer before = updates.put(state, next);
    require(before == null || before == next, "the state '%s' is updated in two ways", state);
  }

  private int canonical(Operation operation, Detail detail, Shape shape, List<Integer> operands) {
    int same = identity(operation, shape, operands);
    if (same >= 0) {
      return same;
    }
    boolean foldable = operation.isPointwise() || operation == Operation.POWER;
    if (foldable && shape.isScalar() && operands.stream().allMatch(this::isConstant)) {
      double value =
          HostMath.evaluate(operation, operands.stream().mapToDouble(this::constant).toArray());
      return intern(Operation.CONSTANT, new Detail.Value(value), shape, List.of());
    }
    return intern(operation, detail, shape, ordered(operation, operands));
  }

  /** The operand that a node is exactly equal to, or −1. */
  private int identity(Operation operation, Shape shape, List<Integer> operands) {
    int same =
        switch (operation) {
          case MULTIPLY -> {
            if (isConstant(operands.get(1), 1)) {
              yield operands.get(0);
            }
            yield isConstant(operands.get(0), 1) ? operands.get(1) : -1;
          }
          case DIVIDE -> isConstant(operands.get(1), 1) ? operands.get(0) : -1;
          case SUBTRACT -> isConstant(operands.get(1), 0) ? operands.get(0) : -1;
          case NEGATE -> {
            Node inner = nodes.get(operands.get(0));
            yield inner.operation() == Operation.NEGATE ? inner.operands().get(0) : -1;
          }
          case BROADCAST, RESHAPE -> operands.get(0);
          default -> -1;
        };
    return same >= 0 && nodes.get(same).shape().equals(shape) ? same : -1;
  }

  /** Sums and products are commutative to the bit, so they are numbered in one order. */
  private static List<Integer> ordered(Operation operation, List<Integer> operands) {
    boolean commutes = operation == Operation.ADD || operation == Operation.MULTIPLY;
    return commutes ? operands.stream().sorted().toList() : List.copyOf(operands);
  }

  private boolean isConstant(int number) {
    return nodes.get(number).operation() == Operation.CONSTANT;
  }

  private boolean isConstant(int number, double value) {
    return isConstant(number) && nodes.get(number).detail().equals(new Detail.Value(value));
  }

  private double constant(int number) {
    return ((Detail.Value) nodes.get(number).detail()).value();
  }

  private int intern(Operation operation, Detail detail, Shape shape, List<Integer> operands) {
    Object key = List.of(operation, detail, shape, operands);
    Integer known = numbers.get(key);
    if (known != null) {
      return known;
    }
    boolean host =
        operation == Operation.CONSTANT
            || operation.kind() == Operation.Kind.HOST
            || (operation.isPointwise()
                && shape.isScalar()
                && operands.stream().allMatch(operand -> nodes.get(operand).host()));
    int number = nodes.size();
    nodes.add(new Node(number, operation, detail, shape, host, operands));
    numbers.put(key, number);
    checkName(number);
    return number;
  }

  /** Two declarations of one name must be the same declaration. */
  private void checkName(int number) {
    Node node = nodes.get(number);
    String name = nameOf(node.detail());
    if (name.isEmpty()) {
      return;
    }
    Integer other = named.putIfAbsent(node.operation() + " " + name, number);
    require(
        other == null,
        "'%s' is declared twice and differently: as %s %s and as %s %s",
        name,
        other == null ? "" : nodes.get(other).shape(),
        other == null ? "" : nodes.get(other).detail(),
        node.shape(),
        node.detail());
  }

  private static String nameOf(Detail detail) {
    if (detail instanceof Detail.Parameter parameter) {
      return parameter.name();
    }
    if (detail instanceof Detail.State state) {
      return state.name();
    }
    return detail instanceof Detail.Noise noise ? noise.name() : "";
  }
}
