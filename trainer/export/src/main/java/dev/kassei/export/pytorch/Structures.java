package dev.kassei.export.pytorch;

import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Layout;
import dev.kassei.api.expr.Shape;
import dev.kassei.export.network.ExportException;
import dev.kassei.export.pytorch.Value.Order;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Reductions, products and changes of shape in PyTorch, where they are no layers. */
final class Structures {
  private Structures() {}

  /** An operation that is not pointwise. */
  static Value of(Expr node, List<Value> x) {
    Value first = x.get(0);
    int axes = Formulas.axes(node);
    return switch (node.operation()) {
      case ROW_SUM -> reduced(first, "%s.sum({dim}, keepdim=True)");
      case ROW_MAX -> reduced(first, "%s.amax({dim}, keepdim=True)");
      case FIRST_MAX ->
          Value.last(
              Code.method(
                  "F.one_hot(%s.argmax(-1), " + node.width() + ").to(self.dtype)", first.last()),
              axes);
      case INNER_SUM -> Value.last(Code.method("%s.sum(-2)", first.last()), axes);
      case INNER_MAX -> Value.last(Code.method("%s.amax(-2)", first.last()), axes);
      case MATMUL, INNER_MATMUL ->
          Value.last(Code.infix(Code.Binding.PRODUCT, first.last(), "@", x.get(1).last()), axes);
      case MATMUL_NT, INNER_MATMUL_NT ->
          Value.last(
              Code.infix(
                  Code.Binding.PRODUCT,
                  first.last(),
                  "@",
                  Code.method("%s.transpose(-1, -2)", x.get(1).last())),
              axes);
      case COLUMNS -> columns(node, first);
      case CONCAT -> concatenated(x);
      case PAD -> padded(node, first);
      case RESHAPE ->
          Value.last(Code.method("%s.reshape" + sizes(node.shape()), first.last()), axes);
      case TRANSPOSED -> Value.last(Code.method("%s.transpose(-1, -2)", first.last()), axes);
      case GATHER -> gathered(first, x.get(1));
      case REPEAT_INNER ->
          Value.last(
              Code.method(
                  "%s.unsqueeze(-2).repeat_interleave(" + node.shape().rows().inner() + ", -2)",
                  first.last()),
              axes);
      default -> throw noForm(node);
    };
  }

  /** Refuses a node. */
  static ExportException noForm(Expr node) {
    return ExportException.noForm(node.path(), node.operation(), node.detail(), "PyTorch");
  }

  private static Value reduced(Value x, String format) {
    String dimension = Integer.toString(x.channelDimension());
    return x.with(Code.method(format.replace("{dim}", dimension), x.numbers().code()));
  }

  private static Value columns(Expr node, Value x) {
    var range = (Detail.Range) node.detail();
    String slice = range.from() + ":" + range.to();
    String place =
        x.order() == Order.CHANNELS_FIRST ? "[:, " + slice + "]" : "[..., " + slice + "]";
    return x.with(Code.method("%s" + place, x.numbers().code()));
  }

  private static Value concatenated(List<Value> parts) {
    Value first = parts.get(0);
    Code[] codes = parts.stream().map(each -> each.in(first.order())).toArray(Code[]::new);
    String all = String.join(", ", Collections.nCopies(codes.length, "%s"));
    return first.with(
        Code.call("torch.cat((" + all + "), " + first.channelDimension() + ")", codes));
  }

  private static Value padded(Expr node, Value x) {
    var range = (Detail.Range) node.detail();
    String sizes = "(%s, %s)".formatted(range.from(), node.width() - range.to());
    return Value.last(Code.call("F.pad(%s, " + sizes + ")", x.last()), x.axes());
  }

  private static Value gathered(Value table, Value index) {
    return Value.last(
        Code.call(
            "F.embedding(%s, %s)",
            Code.method("%s.squeeze(-1).long()", index.last()), table.last()),
        index.axes());
  }

  private static String sizes(Shape shape) {
    var sizes = new ArrayList<Integer>();
    if (shape.rows().batched()) {
      sizes.add(-1);
    }
    sizes.addAll(shape.rows().sizes());
    sizes.add(shape.columns());
    return sizes.stream().map(Object::toString).collect(Collectors.joining(", ", "(", ")"));
  }

  /** A tensor of the network as the formula has it, inputs × outputs where it is weights. */
  static Value tensor(Expr tensor, Members members) {
    Code code = members.tensor(tensor);
    if (tensor.detail() instanceof Detail.Parameter parameter
        && parameter.layout() instanceof Layout.Weights weights) {
      return Value.last(weights(code, weights, tensor.width()), 0);
    }
    return Value.last(code, 0);
  }

  private static Code weights(Code code, Layout.Weights weights, int outputs) {
    if (weights.taps().isEmpty()) {
      return Code.method("%s.T", code);
    }
    return Code.method("%s.movedim((0, 1), (-1, -2)).reshape(-1, " + outputs + ")", code);
  }
}
