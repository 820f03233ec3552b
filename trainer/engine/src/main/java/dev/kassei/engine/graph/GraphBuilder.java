package dev.kassei.engine.graph;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Layout;
import dev.kassei.api.expr.Mode;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Shape;
import dev.kassei.api.expr.Traversal;
import dev.kassei.api.value.Numbers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes a canonical graph of one trial's formulas: marks are resolved, equal values get one number,
 * constants are folded in float64 and exact identities removed (x·1, x/1, x − 0, −−x). Not x + 0,
 * which changes −0, nor x·0, which hides NaN; sums are never re-associated.
 */
public final class GraphBuilder {
  private static final String TENSOR = "tensor ";
  private static final String NOISE = "noise ";

  private final List<Node> nodes = new ArrayList<>();
  private final Map<Object, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> named = new HashMap<>();
  private final Map<String, Integer> taps = new LinkedHashMap<>();
  private final Map<String, Integer> updates = new LinkedHashMap<>();
  private final Map<String, Integer> inferenceWeights = new HashMap<>();
  private final Map<Mode, Map<Expr, Integer>> seen = new HashMap<>();

  /**
   * Lets formulas that are added later use the value of this number for a parameter in inference.
   */
  public void useInInference(String parameter, int number) {
    inferenceWeights.put(parameter, number);
  }

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
    return node.operation() == Operation.PENALIZED
        ? List.of(node.operand(0))
        : Traversal.operandsIn(mode, node);
  }

  private int number(Expr expr, Mode mode, Map<Expr, Integer> known) {
    if (mode == Mode.INFERENCE && expr.detail() instanceof Detail.Parameter parameter) {
      Integer other = inferenceWeights.get(parameter.name());
      return other == null ? canonical(expr, List.of()) : other;
    }
    List<Integer> operands = new ArrayList<>();
    for (Expr operand : operands(expr, mode, Map.of())) {
      operands.add(known.get(operand));
    }
    switch (expr.operation()) {
      case SCOPE, DETACHED, BY_MODE, PENALIZED -> {}
      case TAP -> taps.putIfAbsent(((Detail.Applied) expr.detail()).path(), operands.get(0));
      case UPDATING -> {
        if (mode == Mode.TRAINING) {
          update(((Detail.Update) expr.detail()).state(), operands.get(1), expr.path());
        }
      }
      default -> {
        return canonical(expr, operands);
      }
    }
    return operands.get(0);
  }

  /** The state is a node even where no formula of this graph reads it. */
  private void update(Detail.State state, int next, String path) {
    intern(Operation.STATE, state, nodes.get(next).shape(), List.of(), path);
    Integer before = updates.put(state.name(), next);
    require(
        before == null || before == next,
        "the state '%s' is updated in two ways; give one of the layers another name",
        state.name());
  }

  private int canonical(Expr expr, List<Integer> operands) {
    boolean reshapes = expr.operation() == Operation.RESHAPE;
    return interned(expr, reshapes ? shaped(operands) : operands);
  }

  /** What a reshape reads: of a reshape what that reads. */
  private List<Integer> shaped(List<Integer> operands) {
    Node operand = nodes.get(operands.get(0));
    return operand.operation() == Operation.RESHAPE ? operand.operands() : operands;
  }

  private int interned(Expr expr, List<Integer> operands) {
    Operation operation = expr.operation();
    Shape shape = expr.shape();
    Optional<Integer> same = identity(operation, shape, operands).or(() -> tied(expr));
    if (same.isPresent()) {
      return same.get();
    }
    boolean foldable = operation.isPointwise() || operation == Operation.POWER;
    if (foldable && shape.isScalar() && operands.stream().allMatch(this::isConstant)) {
      double value =
          HostMath.evaluate(operation, operands.stream().mapToDouble(this::constant).toArray());
      return intern(Operation.CONSTANT, new Detail.Value(value), shape, List.of(), "");
    }
    return intern(operation, expr.detail(), shape, ordered(operation, operands), expr.path());
  }

  /** The operand that a node is exactly equal to. */
  private Optional<Integer> identity(Operation operation, Shape shape, List<Integer> operands) {
    Stream<Integer> same =
        switch (operation) {
          case MULTIPLY -> Stream.concat(beside(operands, 1, 1), beside(operands, 0, 1));
          case DIVIDE -> beside(operands, 1, 1);
          case SUBTRACT -> beside(operands, 1, 0);
          case NEGATE -> operands.stream().map(nodes::get).flatMap(GraphBuilder::negated);
          case BROADCAST, RESHAPE -> operands.stream();
          default -> Stream.empty();
        };
    return same.filter(number -> nodes.get(number).shape().equals(shape)).findFirst();
  }

  /** The parameter of the same name and shape, whatever the initial values of this one. */
  private Optional<Integer> tied(Expr expr) {
    if (!(expr.detail() instanceof Detail.Parameter parameter)) {
      return Optional.empty();
    }
    return Optional.ofNullable(named.get(TENSOR + parameter.name()))
        .filter(number -> nodes.get(number).shape().equals(expr.shape()))
        .filter(number -> areTied(nodes.get(number).detail(), parameter));
  }

  /** The one of two operands that stands beside a constant of this value. */
  private Stream<Integer> beside(List<Integer> operands, int place, double value) {
    return isConstant(operands.get(place), value)
        ? Stream.of(operands.get(1 - place))
        : Stream.empty();
  }

  private static Stream<Integer> negated(Node node) {
    return node.operation() == Operation.NEGATE ? node.operands().stream() : Stream.empty();
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

  private int intern(
      Operation operation, Detail detail, Shape shape, List<Integer> operands, String path) {
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
    nodes.add(new Node(number, operation, detail, shape, host, operands, path));
    numbers.put(key, number);
    checkName(number);
    return number;
  }

  /**
   * Two declarations of one name must be the same declaration. Parameters and states share their
   * names, under which their numbers are kept; noise, which is not kept, has names of its own.
   */
  private void checkName(int number) {
    Node node = nodes.get(number);
    String name = nameOf(node.detail());
    if (name.isEmpty()) {
      return;
    }
    boolean isNoise = node.detail() instanceof Detail.Noise;
    Integer other = named.putIfAbsent((isNoise ? NOISE : TENSOR) + name, number);
    if (other != null) {
      refuse(name, nodes.get(other), node);
    }
  }

  private static void refuse(String name, Node first, Node second) {
    require(
        !areTied(first.detail(), second.detail()),
        "'%s' is one tensor, by its name, but is used as %s and as %s; give one of the layers"
            + " another name",
        name,
        first.shape(),
        second.shape());
    throw new IllegalArgumentException(
        "'%s' is declared twice and differently: %s and %s; give one of them another name"
            .formatted(name, declaration(first), declaration(second)));
  }

  private static boolean areTied(Detail first, Detail second) {
    return first instanceof Detail.Parameter one
        && second instanceof Detail.Parameter other
        && one.isTiedTo(other);
  }

  private static String declaration(Node node) {
    String place = node.path().isEmpty() ? "the model" : "'" + node.path() + "'";
    return "in %s as %s of %s".formatted(place, kind(node.detail()), node.shape());
  }

  private static String kind(Detail detail) {
    if (detail instanceof Detail.State state) {
      return "a state that begins at " + Numbers.text(state.initial());
    }
    if (detail instanceof Detail.Noise noise) {
      return "noise from %s to %s".formatted(Numbers.text(noise.low()), Numbers.text(noise.high()));
    }
    boolean isMatrix =
        detail instanceof Detail.Parameter parameter
            && parameter.layout() instanceof Layout.Weights;
    return isMatrix ? "a matrix of weights" : "parameters";
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
