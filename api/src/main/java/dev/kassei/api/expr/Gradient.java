package dev.kassei.api.expr;

import static dev.kassei.api.Requirements.require;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * The symbolic gradient of a formula by reverse mode: the result is a formula again, on the same
 * nodes.
 *
 * <p>{@code where} is differentiated by forward mode down to the inputs of its pointwise region and
 * selects last, so a branch that is not taken may be infinite without making the gradient NaN; a
 * branch that crosses a reduction or a matrix product is masked before it.
 */
public final class Gradient {
  private final Mode mode;
  private final Set<Expr> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
  private final IdentityHashMap<Expr, Expr> cotangents = new IdentityHashMap<>();
  private final Map<Object, Expr> leaves = new HashMap<>();

  private Gradient(Mode mode) {
    this.mode = mode;
  }

  /**
   * The gradients of the sum of {@code seed · output} with respect to some leaves.
   *
   * @param seed of the output's shape or repeatable to it
   * @param leaves inputs, parameters or states; those of the same name are one
   * @return one formula a leaf, of its shape
   */
  public static List<Expr> of(Expr output, Expr seed, List<Expr> leaves, Mode mode) {
    var gradient = new Gradient(mode);
    for (Expr leaf : leaves) {
      require(
          leaf.operands().isEmpty(), "a gradient is taken with respect to leaves, not %s", leaf);
      gradient.leaves.putIfAbsent(key(leaf), leaf);
    }
    gradient.run(output, seed);
    var result = new ArrayList<Expr>();
    for (Expr leaf : leaves) {
      Expr representative = gradient.leaves.get(key(leaf));
      Expr found = gradient.cotangents.getOrDefault(representative, Expr.constant(0));
      result.add(found.broadcast(leaf.shape()));
    }
    return result;
  }

  /** The derivative of a pointwise formula of {@code x} at each value. */
  public static Expr derivative(Expr y, Expr x) {
    return of(y, Expr.constant(1), List.of(x), Mode.INFERENCE).get(0);
  }

  private static Object key(Expr leaf) {
    return leaf.detail() instanceof Detail.None ? leaf : leaf.detail();
  }

  private List<Expr> operands(Expr node) {
    return Traversal.operandsIn(mode, node);
  }

  private void run(Expr output, Expr seed) {
    List<Expr> order = Traversal.operandsFirst(List.of(output), this::operands);
    for (Expr node : order) {
      if (isWantedLeaf(node) || operands(node).stream().anyMatch(wanted::contains)) {
        wanted.add(node);
      }
    }
    add(output, seed);
    for (int i = order.size() - 1; i >= 0; i--) {
      Expr node = order.get(i);
      Expr cotangent = cotangents.get(node);
      if (cotangent != null && wanted.contains(node) && !isWantedLeaf(node)) {
        propagate(node, cotangent);
      }
    }
  }

  private boolean isWantedLeaf(Expr node) {
    return node.operands().isEmpty() && leaves.containsKey(key(node));
  }

  private void add(Expr node, Expr contribution) {
    Expr target = isWantedLeaf(node) ? leaves.get(key(node)) : node;
    cotangents.merge(target, contribution, Expr::plus);
  }

  private void send(Expr operand, Expr contribution) {
    if (wanted.contains(operand)) {
      add(operand, contribution);
    }
  }

  private void propagate(Expr node, Expr d) {
    switch (node.operation().kind()) {
      case LEAF, HOST -> {}
      case POINTWISE -> pointwise(node, d);
      case REDUCTION -> reduction(node, d);
      case MATRIX -> matrix(node, full(d, node.shape()));
      case STRUCTURE -> structure(node, full(d, node.shape()));
      case ROW_FUNCTION -> rowFunction(node, full(d, node.shape()));
      case MARK -> mark(node, d);
    }
  }

  private void pointwise(Expr node, Expr d) {
    if (node.operation() == Operation.WHERE) {
      new Region(node).send(d);
      return;
    }
    for (int i = 0; i < node.operands().size(); i++) {
      Expr operand = node.operand(i);
      if (wanted.contains(operand)) {
        Partials.through(node, i, d)
            .ifPresent(part -> add(operand, fit(part, node.shape(), operand.shape())));
      }
    }
  }

  private void reduction(Expr node, Expr d) {
    Expr x = node.operand(0);
    switch (node.operation()) {
      case ROW_SUM, COLUMN_SUM, SUM -> send(x, d);
      case ROW_MAX -> send(x, Expr.where(x.firstMax(), d, Expr.constant(0)));
      default -> {}
    }
  }

  private void matrix(Expr node, Expr d) {
    Expr a = node.operand(0);
    Expr b = node.operand(1);
    switch (node.operation()) {
      case MATMUL -> {
        send(a, d, b, Expr::matmulTransposed);
        send(b, a, d, Expr::transposedMatmul);
      }
      case MATMUL_NT -> {
        send(a, d, b, Expr::matmul);
        send(b, d, a, Expr::transposedMatmul);
      }
      default -> {
        send(a, b, d, Expr::matmulTransposed);
        send(b, a, d, Expr::matmul);
      }
    }
  }

  private void send(Expr operand, Expr left, Expr right, BinaryOperator<Expr> product) {
    if (wanted.contains(operand)) {
      add(operand, product.apply(left, right));
    }
  }

  private void structure(Expr node, Expr d) {
    Expr x = node.operand(0);
    switch (node.operation()) {
      case COLUMNS -> send(x, d.pad(((Detail.Range) node.detail()).from(), x.width()));
      case PAD -> {
        var range = (Detail.Range) node.detail();
        send(x, d.columns(range.from(), range.to()));
      }
      case CONCAT -> {
        int from = 0;
        for (Expr part : node.operands()) {
          send(part, d.columns(from, from + part.width()));
          from += part.width();
        }
      }
      case RESHAPE -> send(x, d.reshape(x.shape()));
      case GATHER -> send(x, d.scatterAdd(node.operand(1), x.shape().rows().count()));
      default -> send(x, d.gather(node.operand(1)));
    }
  }

  private void rowFunction(Expr node, Expr d) {
    require(
        node.operation() == Operation.ROW_FUNCTION,
        "a row function in plain Java has no second derivative");
    Expr x = node.operand(0);
    send(x, Expr.node(Operation.ROW_FUNCTION_GRADIENT, node.detail(), x.shape(), x, node, d));
  }

  private void mark(Expr node, Expr d) {
    switch (node.operation()) {
      case SCOPE, TAP, UPDATING -> send(node.operand(0), d);
      case BY_MODE -> send(operands(node).get(0), d);
      default -> {}
    }
  }

  private static Expr full(Expr d, Shape shape) {
    return d.broadcast(shape);
  }

  /** The part of a cotangent that belongs to an operand which a pointwise node repeated. */
  private static Expr fit(Expr d, Shape node, Shape operand) {
    if (node.equals(operand)) {
      return d;
    }
    Expr all = full(d, node);
    boolean rows = operand.rows().isOne() && !node.rows().isOne();
    boolean columns = operand.columns() == 1 && node.columns() > 1;
    if (rows && columns) {
      return all.sum();
    }
    return rows ? all.columnSum() : all.rowSum();
  }

  /** The pointwise nodes below a {@code where}, down to what is not pointwise. */
  private final class Region {
    private final Expr root;
    private final List<Expr> nodes;

    Region(Expr root) {
      this.root = root;
      this.nodes = Traversal.operandsFirst(List.of(root), this::inside);
    }

    private boolean isInside(Expr node) {
      return node.operation().isPointwise()
          || node.operation() == Operation.SCOPE
          || node.operation() == Operation.TAP;
    }

    private List<Expr> inside(Expr node) {
      return isInside(node) ? node.operands() : List.of();
    }

    void send(Expr d) {
      for (Expr node : nodes) {
        if (!isInside(node) && wanted.contains(node)) {
          Expr slope = tangent(node);
          Expr part = slope.isConstant(1) ? d : slope.times(d);
          add(node, fit(part, root.shape(), node.shape()));
        }
      }
    }

    /** The derivative of the region's root with respect to one of its inputs, value by value. */
    private Expr tangent(Expr input) {
      var tangents = new IdentityHashMap<Expr, Expr>();
      tangents.put(input, Expr.constant(1));
      for (Expr node : nodes) {
        if (node != input && isInside(node)) {
          tangent(node, tangents);
        }
      }
      return tangents.getOrDefault(root, Expr.constant(0));
    }

    private void tangent(Expr node, Map<Expr, Expr> tangents) {
      if (node.operation() == Operation.WHERE) {
        Expr yes = tangents.get(node.operand(1));
        Expr no = tangents.get(node.operand(2));
        if (yes != null || no != null) {
          Expr zero = Expr.constant(0);
          Expr chosen =
              Expr.where(node.operand(0), yes == null ? zero : yes, no == null ? zero : no);
          tangents.put(node, chosen);
        }
        return;
      }
      for (int i = 0; i < node.operands().size(); i++) {
        Expr tangent = tangents.get(node.operand(i));
        if (tangent != null) {
          Partials.through(node, i, tangent)
              .ifPresent(part -> tangents.merge(node, part, Expr::plus));
        }
      }
    }
  }
}
