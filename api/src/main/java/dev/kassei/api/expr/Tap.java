package dev.kassei.api.expr;

import static dev.kassei.api.value.Requirements.require;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apiguardian.api.API;

/**
 * A layer inside a formula, as {@link Expr#through} has put it there: what goes in and what comes
 * out can be watched.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Tap {
  private final String path;
  private final UnaryOperator<Expr> layer;
  private final Optional<Expr> input;
  private final Expr output;

  private Tap(String path, UnaryOperator<Expr> layer, Optional<Expr> input, Expr output) {
    this.path = path;
    this.layer = layer;
    this.input = input;
    this.output = output;
  }

  /** The layers of a formula in a mode, in the order of computation. */
  public static List<Tap> all(Expr formula, Mode mode) {
    return Traversal.operandsFirst(List.of(formula), node -> Traversal.operandsIn(mode, node))
        .stream()
        .filter(node -> node.operation() == Operation.TAP)
        .map(node -> of(node, mode))
        .toList();
  }

  /**
   * The layer whose output a TAP is, in a mode. The way to its input ends where another layer of
   * this path does, such as one used twice.
   */
  public static Tap of(Expr output, Mode mode) {
    var applied = (Detail.Applied) output.detail();
    String path = applied.path();
    Optional<Expr> input =
        Traversal.operandsFirst(
                List.of(output.operand(0)),
                node ->
                    isInput(node, path) || isOutput(node, path)
                        ? List.of()
                        : Traversal.operandsIn(mode, node))
            .stream()
            .filter(node -> isInput(node, path))
            .findFirst();
    return new Tap(path, applied.layer(), input, output);
  }

  /** Not what a layer inside returned to this path. */
  private static boolean isInput(Expr node, String path) {
    return node.operation() == Operation.SCOPE && node.detail().equals(new Detail.Name(path));
  }

  private static boolean isOutput(Expr node, String path) {
    return node.detail() instanceof Detail.Applied applied && applied.path().equals(path);
  }

  /** The path of the layer, such as {@code hidden.0.activation}. */
  public String path() {
    return path;
  }

  /** What was applied. */
  public UnaryOperator<Expr> layer() {
    return layer;
  }

  /** What the layer was applied to, seen from its path; empty if it does not use that. */
  public Optional<Expr> input() {
    return input;
  }

  /** What the layer returns. */
  public Expr output() {
    return output;
  }

  /** The layer's own formula, applied to something else of the shape of its input. */
  public Optional<Expr> of(Expr other) {
    return input.map(inside -> replaced(inside, other));
  }

  private Expr replaced(Expr inside, Expr other) {
    require(
        other.shape().equals(inside.shape()),
        "the layer '%s' takes %s but was given %s",
        path,
        inside.shape(),
        other.shape());
    Map<Expr, Expr> copies = new IdentityHashMap<>(Map.of(inside, other));
    for (Expr node :
        Traversal.operandsFirst(
            List.of(output), each -> each == inside ? List.of() : each.operands())) {
      copies.computeIfAbsent(node, each -> each.withOperands(copies));
    }
    return copies.get(output);
  }

  /** The path. */
  @Override
  public String toString() {
    return path;
  }
}
