package dev.kassei.api.expr;

import static dev.kassei.api.value.Requirements.require;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apiguardian.api.API;

/**
 * The symbolic gradient of a formula by reverse mode: the result is a formula again, on the same
 * nodes, of a size linear in theirs.
 *
 * <p>Behind a choice ({@code where}, {@code max}, {@code min}, {@code clip}) what flows back into a
 * branch is not masked at once but carries a {@link Guard} and is selected last. So a branch that
 * is not taken may be infinite, with infinite slopes, without making the gradient NaN. Only matrix
 * products, windows and row functions in plain Java end the guard: what flows back from them is
 * masked first.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class Gradient {
  private final Mode mode;
  private final Set<Expr> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
  private final IdentityHashMap<Expr, Cotangent> cotangents = new IdentityHashMap<>();
  private final Map<Name, Expr> leaves = new HashMap<>();

  private Gradient(Mode mode) {
    this.mode = mode;
  }

  /**
   * The gradients of the sum of {@code seed · output} with respect to some of its nodes.
   *
   * @param seed of the output's shape or repeatable to it
   * @param nodes inputs, parameters, states or noise, of which those of the same kind and name are
   *     one; or what formulas of them compute, such as the output of a layer
   * @return one formula a node, of its shape; 0 where the output does not depend on the node
   */
  public static List<Expr> of(Expr output, Expr seed, List<Expr> nodes, Mode mode) {
    var gradient = new Gradient(mode);
    nodes.forEach(gradient::want);
    gradient.run(output, seed);
    return nodes.stream().map(node -> gradient.found(node).broadcast(node.shape())).toList();
  }

  /**
   * The derivative of a pointwise formula of {@code x} at each value, of the shape of {@code x} or
   * repeatable to it.
   */
  public static Expr derivative(Expr y, Expr x) {
    var gradient = new Gradient(Mode.INFERENCE);
    gradient.want(x);
    gradient.run(y, Expr.constant(1));
    return gradient.found(x);
  }

  private void want(Expr node) {
    if (node.name().isPresent()) {
      leaves.putIfAbsent(Name.of(node), node);
      return;
    }
    require(
        !node.operands().isEmpty(),
        "a gradient is taken with respect to inputs, parameters, states or noise, or what formulas"
            + " of them compute, not %s",
        node);
    wanted.add(node);
  }

  private Expr found(Expr node) {
    Cotangent found = cotangents.get(node.name().isPresent() ? leaves.get(Name.of(node)) : node);
    return found == null ? Expr.constant(0) : found.selected();
  }

  private void run(Expr output, Expr seed) {
    List<Expr> order = Traversal.operandsFirst(List.of(output), this::differentiable);
    for (Expr node : order) {
      if (isWantedLeaf(node) || differentiable(node).stream().anyMatch(wanted::contains)) {
        wanted.add(node);
      }
    }
    add(output, Cotangent.of(seed));
    for (int i = order.size() - 1; i >= 0; i--) {
      Expr node = order.get(i);
      Cotangent cotangent = cotangents.get(node);
      if (cotangent != null && wanted.contains(node) && !isWantedLeaf(node)) {
        propagate(node, cotangent);
      }
    }
  }

  /** The operands on which the node depends with a slope that is not zero everywhere. */
  private List<Expr> differentiable(Expr node) {
    return switch (node.operation()) {
      case POWER, SIGN, GREATER, GREATER_OR_EQUAL, EQUAL -> List.of();
      case FIRST_MAX, INNER_FIRST_MAX, DETACHED -> List.of();
      case WHERE -> node.operands().subList(1, 3);
      case GATHER, SCATTER_ADD, UPDATING, PENALIZED -> node.operands().subList(0, 1);
      default -> Traversal.operandsIn(mode, node);
    };
  }

  private boolean isWantedLeaf(Expr node) {
    if (node.name().isEmpty()) {
      return false;
    }
    Expr leaf = leaves.get(Name.of(node));
    require(
        leaf == null || leaf.shape().equals(node.shape()),
        "'%s' is used as %s and as %s; what has one name is one tensor, so give one of them another"
            + " name",
        node,
        leaf == null ? "" : leaf.shape(),
        node.shape());
    return leaf != null;
  }

  private void add(Expr node, Cotangent contribution) {
    Expr target = isWantedLeaf(node) ? leaves.get(Name.of(node)) : node;
    cotangents.merge(target, contribution, Cotangent::plus);
  }

  private void send(Expr operand, Cotangent contribution) {
    if (wanted.contains(operand)) {
      add(operand, contribution);
    }
  }

  private void propagate(Expr node, Cotangent d) {
    switch (node.operation().kind()) {
      case LEAF, HOST -> {}
      case POINTWISE -> pointwise(node, d);
      case REDUCTION -> reduction(node, d);
      case MATRIX -> matrix(node, d.selected().broadcast(node.shape()));
      case STRUCTURE -> structure(node, d);
      case ROW_FUNCTION -> rowFunction(node, d.selected().broadcast(node.shape()));
      case MARK -> differentiable(node).forEach(operand -> send(operand, d));
    }
  }

  private void pointwise(Expr node, Cotangent d) {
    switch (node.operation()) {
      case WHERE, MAX, MIN, CLIP -> choice(node, d);
      default -> {
        Power power = Power.of(node);
        if (power.exponent() > 1) {
          send(power.base(), d.times(Partials.power(power, d.value()), false));
        } else {
          smooth(node, d);
        }
      }
    }
  }

  private void smooth(Expr node, Cotangent d) {
    for (int i = 0; i < node.operands().size(); i++) {
      if (wanted.contains(node.operand(i))) {
        boolean isNumber = Partials.isNumber(node, i);
        send(node, i, d.times(Partials.through(node, i, d.value()), isNumber));
      }
    }
  }

  private void choice(Expr node, Cotangent d) {
    Expr a = node.operand(0);
    Expr b = node.operand(1);
    switch (node.operation()) {
      case WHERE -> {
        send(node, 1, d.branch(a, true));
        send(node, 2, d.branch(a, false));
      }
      case MAX -> {
        Expr greater = a.greaterThan(b);
        send(node, 0, d.branch(greater, true));
        send(node, 1, d.branch(greater, false));
      }
      case MIN -> {
        Expr greater = a.greaterThan(b);
        send(node, 0, d.branch(greater, false));
        send(node, 1, d.branch(greater, true));
      }
      default -> clip(node, d);
    }
  }

  private void clip(Expr node, Cotangent d) {
    Expr x = node.operand(0);
    Expr low = node.operand(1);
    Expr high = node.operand(2);
    send(node, 0, d.branch(x.greaterThan(low).times(x.lessThan(high)), true));
    send(node, 1, d.branch(x.atMost(low).times(low.lessThan(high)), true));
    send(node, 2, d.branch(x.atLeast(high).max(low.atLeast(high)), true));
  }

  /** Sends to an operand of a pointwise node, which may have repeated it. */
  private void send(Expr node, int index, Cotangent d) {
    Expr operand = node.operand(index);
    if (!wanted.contains(operand)) {
      return;
    }
    boolean repeated = !node.shape().equals(operand.shape());
    add(operand, repeated ? d.through(sum(node.shape(), operand.shape())) : d);
  }

  /** The sum over the rows and columns to which a smaller shape was repeated. */
  private static UnaryOperator<Expr> sum(Shape larger, Shape smaller) {
    boolean rows = !smaller.rows().equals(larger.rows());
    boolean columns = smaller.columns() != larger.columns();
    return d -> {
      Expr full = d.broadcast(larger);
      if (rows && columns) {
        return full.sum();
      }
      return rows ? full.columnSum() : full.rowSum();
    };
  }

  private void reduction(Expr node, Cotangent d) {
    Expr x = node.operand(0);
    switch (node.operation()) {
      case ROW_MAX -> send(x, d.branch(x.firstMax(), true));
      case INNER_MAX -> send(x, repeated(node, d).branch(x.innerFirstMax(), true));
      case INNER_SUM -> send(x, repeated(node, d));
      default -> send(x, d);
    }
  }

  /** Along the axis that was reduced; what is the same everywhere needs no repetition. */
  private static Cotangent repeated(Expr node, Cotangent d) {
    int count = node.operand(0).shape().rows().inner();
    return d.through(e -> e.shape().rows().isOne() ? e : e.repeatInner(count));
  }

  private void matrix(Expr node, Expr d) {
    Expr a = node.operand(0);
    Expr b = node.operand(1);
    boolean first = wanted.contains(a);
    boolean second = wanted.contains(b);
    if (first) {
      Expr part =
          switch (node.operation()) {
            case MATMUL -> d.matmulTransposed(b);
            case MATMUL_NT -> d.matmul(b);
            case MATMUL_TN -> b.matmulTransposed(d);
            case INNER_MATMUL -> d.innerMatmulTransposed(b);
            case INNER_MATMUL_NT -> d.innerMatmul(b);
            default -> b.innerMatmulTransposed(d);
          };
      add(a, Cotangent.of(part));
    }
    if (second) {
      Expr part =
          switch (node.operation()) {
            case MATMUL -> a.transposedMatmul(d);
            case MATMUL_NT -> d.transposedMatmul(a);
            case MATMUL_TN -> a.matmul(d);
            case INNER_MATMUL -> a.innerTransposedMatmul(d);
            case INNER_MATMUL_NT -> d.innerTransposedMatmul(a);
            default -> a.innerMatmul(d);
          };
      add(b, Cotangent.of(part));
    }
  }

  private void structure(Expr node, Cotangent d) {
    if (node.operation() == Operation.CONCAT) {
      int from = 0;
      for (Expr part : node.operands()) {
        int start = from;
        from += part.width();
        send(part, d.through(e -> full(e, node).columns(start, start + part.width())));
      }
      return;
    }
    Expr x = node.operand(0);
    if (node.operation() == Operation.WINDOWS) {
      send(x, Cotangent.of(adjoint(node, x, full(d.selected(), node))));
      return;
    }
    send(x, d.through(e -> adjoint(node, x, full(e, node))));
  }

  private static Expr adjoint(Expr node, Expr x, Expr d) {
    return switch (node.operation()) {
      case COLUMNS -> d.pad(((Detail.Range) node.detail()).from(), x.width());
      case PAD -> {
        var range = (Detail.Range) node.detail();
        yield d.columns(range.from(), range.to());
      }
      case RESHAPE -> d.reshape(x.shape());
      case GATHER -> d.scatterAdd(node.operand(1), x.shape().rows().count());
      case SCATTER_ADD -> d.gather(node.operand(1));
      case WINDOWS -> d.foldWindows(window(node), x.shape().rows());
      case FOLD_WINDOWS -> d.windows(window(node).filled(0));
      case REPEAT_INNER -> d.innerSum();
      default -> d.transposed();
    };
  }

  private static Window window(Expr node) {
    return ((Detail.Windows) node.detail()).window();
  }

  private static Expr full(Expr d, Expr node) {
    return d.broadcast(node.shape());
  }

  private void rowFunction(Expr node, Expr d) {
    require(
        node.operation() == Operation.ROW_FUNCTION,
        "a row function in plain Java has no second derivative");
    Expr x = node.operand(0);
    Expr part = Expr.node(Operation.ROW_FUNCTION_GRADIENT, node.detail(), x.shape(), x, node, d);
    send(x, Cotangent.of(part));
  }

  /** What makes two leaves the same. */
  private record Name(Operation operation, String name) {
    static Name of(Expr leaf) {
      return new Name(leaf.operation(), leaf.name().orElseThrow());
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Name leaf && operation == leaf.operation && name.equals(leaf.name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }
}
