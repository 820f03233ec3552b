package dev.kassei.export.onnx;

import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Layout;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Rows;
import dev.kassei.api.expr.Window;
import dev.kassei.engine.graph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes products with trained weights, with the offset behind them, as the operators that have
 * both: dense layers as Gemm, convolutions as Conv.
 */
final class Products {
  private final GraphWriter graph;
  private final Values values;
  private final TensorSource tensors;
  private final List<Node> nodes;
  private final int[] uses;

  Products(GraphWriter graph, Values values, TensorSource tensors, List<Node> nodes, int[] uses) {
    this.graph = graph;
    this.values = values;
    this.tensors = tensors;
    this.nodes = nodes;
    this.uses = uses;
  }

  /** How a value is written if it is a product with weights, or that and an offset. */
  Optional<Step> step(Node node) {
    if (node.operation() == Operation.MATMUL) {
      return product(node, List.of());
    }
    return node.operation() == Operation.ADD
        ? Stream.of(0, 1).flatMap(place -> withOffset(node, place).stream()).findFirst()
        : Optional.empty();
  }

  private Optional<Step> withOffset(Node sum, int place) {
    Node product = nodes.get(sum.operands().get(place));
    Node offset = nodes.get(sum.operands().get(1 - place));
    boolean fits =
        product.operation() == Operation.MATMUL
            && uses[product.id()] == 1
            && offset.operation() == Operation.PARAMETER
            && offset.shape().rows().isOne()
            && offset.shape().columns() == product.shape().columns();
    return fits ? product(product, List.of(TensorSource.name(offset.detail()))) : Optional.empty();
  }

  private Optional<Step> product(Node product, List<String> offset) {
    Node x = nodes.get(product.operands().get(0));
    Node weights = nodes.get(product.operands().get(1));
    if (!(TensorSource.layout(weights) instanceof Layout.Weights layout)) {
      return Optional.empty();
    }
    String name = TensorSource.name(weights.detail());
    if (layout.taps().isEmpty()) {
      return x.shape().rows().equals(Rows.BATCH)
          ? Optional.of(new Step(List.of(x.id()), () -> gemm(product, x, name, offset)))
          : Optional.empty();
    }
    return convolution(product, x, layout, name, offset);
  }

  private Matrix gemm(Node product, Node x, String weights, List<String> offset) {
    List<String> inputs = inputs(values.last(x.id()), weights, offset);
    String name = graph.node("Gemm", inputs, Attributes.integer("transB", 1));
    return Matrix.channelsLast(name, product.shape());
  }

  private List<String> inputs(String x, String weights, List<String> offset) {
    var inputs = new ArrayList<>(List.of(x, tensors.named(weights)));
    offset.forEach(each -> inputs.add(tensors.named(each)));
    return inputs;
  }

  /** Of windows, or of single positions. */
  private Optional<Step> convolution(
      Node product, Node x, Layout.Weights layout, String weights, List<String> offset) {
    boolean isSlid = x.operation() == Operation.WINDOWS;
    boolean isBatch = product.shape().rows().batched();
    Window window = isSlid ? ((Detail.Windows) x.detail()).window() : Window.of(layout.taps());
    boolean fits =
        window.kernel().equals(layout.taps())
            && window.fill() == 0
            && (isSlid || layout.tapCount() == 1)
            && x.shape().rows().sizes().size() == window.axes();
    if (!fits || !isBatch) {
      return Optional.empty();
    }
    int seen = isSlid ? x.operands().get(0) : x.id();
    return Optional.of(
        new Step(
            List.of(seen), () -> convolved(product, seen, window, inputs("", weights, offset), 1)));
  }

  /**
   * A convolution.
   *
   * @param inputs the weights and the offset behind a place for what the window slides over
   */
  Matrix convolved(Node product, int seen, Window window, List<String> inputs, int groups) {
    var all = new ArrayList<>(inputs);
    all.set(0, values.first(seen, window.axes()));
    var pads = new ArrayList<>(window.before());
    pads.addAll(window.after());
    String name =
        graph.node(
            "Conv",
            all,
            Attributes.integers("kernel_shape", window.kernel()),
            Attributes.integers("strides", window.stride()),
            Attributes.integers("pads", pads),
            Attributes.integers("dilations", window.dilation()),
            Attributes.integer("group", groups));
    return Matrix.channelsFirst(name, product.shape());
  }
}
