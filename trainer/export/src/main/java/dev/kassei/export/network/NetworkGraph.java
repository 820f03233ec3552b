package dev.kassei.export.network;

import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Mode;
import dev.kassei.api.expr.Tap;
import dev.kassei.api.expr.Traversal;
import dev.kassei.api.expr.Window;
import dev.kassei.engine.graph.GraphBuilder;
import dev.kassei.engine.graph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A network in inference: its values in canonical form, each once and operands first, and where its
 * built-in layers begin and end among them. Layers that are not built in have their formulas alone.
 * Dropout and noise have vanished.
 *
 * @param nodes the values by number
 * @param output the number of the result
 * @param layers the built-in layers, in the order of computation
 */
public record NetworkGraph(List<Node> nodes, int output, List<AppliedLayer> layers) {
  public NetworkGraph {
    nodes = List.copyOf(nodes);
    layers = List.copyOf(layers);
  }

  /** The graph of a formula of a network, such as its response. */
  public static NetworkGraph of(Expr formula) {
    var builder = new GraphBuilder();
    int output = builder.add(formula, Mode.INFERENCE);
    List<Tap> taps = Tap.all(formula, Mode.INFERENCE);
    var layers = new ArrayList<AppliedLayer>();
    for (Tap tap : taps) {
      layer(tap, taps, builder).ifPresent(layers::add);
    }
    return new NetworkGraph(builder.build().nodes(), output, layers);
  }

  private static Optional<AppliedLayer> layer(Tap tap, List<Tap> taps, GraphBuilder builder) {
    Optional<BuiltIn> plugin = BuiltIn.of(tap.layer());
    if (plugin.isEmpty() || tap.input().isEmpty()) {
      return Optional.empty();
    }
    Expr input = tap.input().get();
    return Optional.of(
        new AppliedLayer(
            tap.path(),
            plugin.get(),
            builder.add(input, Mode.INFERENCE),
            builder.add(beforeActivation(tap, taps), Mode.INFERENCE),
            window(tap, input)));
  }

  /** What a layer with an activation of its own hands to it. */
  private static Expr beforeActivation(Tap tap, List<Tap> taps) {
    return taps.stream()
        .filter(each -> each.path().equals(tap.path() + ".activation"))
        .filter(each -> tap.output().operand(0) == each.output())
        .flatMap(each -> each.input().stream())
        .findFirst()
        .orElse(tap.output());
  }

  private static Optional<Window> window(Tap tap, Expr input) {
    return Traversal.operandsFirst(
            List.of(tap.output()),
            each -> each == input ? List.of() : Traversal.operandsIn(Mode.INFERENCE, each))
        .stream()
        .map(Expr::detail)
        .filter(Detail.Windows.class::isInstance)
        .map(detail -> ((Detail.Windows) detail).window())
        .findFirst();
  }

  /** How many values read each one, the result among them. */
  public int[] uses() {
    int[] uses = new int[nodes.size()];
    nodes.forEach(node -> node.operands().forEach(operand -> uses[operand]++));
    uses[output]++;
    return uses;
  }
}
