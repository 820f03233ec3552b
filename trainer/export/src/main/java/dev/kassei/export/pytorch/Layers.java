package dev.kassei.export.pytorch;

import static dev.kassei.export.pytorch.Formulas.axes;
import static dev.kassei.export.pytorch.Formulas.constant;
import static dev.kassei.export.pytorch.Formulas.is;
import static dev.kassei.export.pytorch.Formulas.layerOfWeight;
import static dev.kassei.export.pytorch.Formulas.operand;
import static dev.kassei.export.pytorch.Formulas.tensorName;
import static dev.kassei.export.pytorch.Formulas.window;

import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Layout;
import dev.kassei.api.expr.Mode;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Shape;
import dev.kassei.api.expr.Tap;
import dev.kassei.api.expr.Window;
import dev.kassei.export.network.BuiltIn;
import java.util.Optional;
import java.util.function.Function;

/** Parts of a formula that PyTorch has a layer or a function of layers for. */
final class Layers {
  private final Members members;

  Layers(Members members) {
    this.members = members;
  }

  /** How a node is computed if it is such a part; marks are looked at, too. */
  Optional<Application> of(Expr node) {
    return switch (node.operation()) {
      case TAP -> plugin(node).flatMap(plugin -> applied(plugin, node));
      case MATMUL, CONCAT, INNER_SUM -> product(node, Optional.empty());
      case ADD -> biased(node);
      case INNER_MAX -> maxPool(node);
      case DIVIDE -> avgPool(node).or(() -> mean(node));
      case RESHAPE -> flattened(node);
      case GATHER -> embedding(node);
      default -> Optional.empty();
    };
  }

  // By name

  private static Optional<BuiltIn> plugin(Expr tap) {
    return tap.detail() instanceof Detail.Applied applied
        ? BuiltIn.of(applied.layer())
        : Optional.empty();
  }

  private Optional<Application> applied(BuiltIn plugin, Expr node) {
    Optional<Expr> input = Tap.of(node, Mode.INFERENCE).input();
    if (input.isEmpty()) {
      return Optional.empty();
    }
    Expr x = input.get();
    String path = ((Detail.Applied) node.detail()).path();
    return switch (plugin.name()) {
      case "dropout" -> Optional.of(module(x, path, dropout("Dropout", plugin)));
      case "alpha_dropout" -> Optional.of(module(x, path, dropout("AlphaDropout", plugin)));
      case "batch_norm" -> Optional.of(batchNorm(x, path, plugin));
      case "layer_norm" -> Optional.of(layerNorm(x, path, plugin));
      default -> Activations.of(plugin, node, members).map(function -> Application.of(x, function));
    };
  }

  private static String dropout(String name, BuiltIn plugin) {
    return name + "(" + Literals.number(plugin.number("p")) + ")";
  }

  private Application module(Expr x, String path, String constructor) {
    return Application.module(
        x, value -> value.with(called(path, constructor, value.numbers().code())));
  }

  private Application batchNorm(Expr x, String path, BuiltIn plugin) {
    String constructor =
        "BatchNorm%sd(%s, eps=%s, momentum=%s%s)"
            .formatted(
                Math.max(1, axes(x)),
                x.width(),
                Literals.number(plugin.number("epsilon")),
                Literals.number(plugin.number("momentum")),
                plugin.flag("affine") ? "" : ", affine=False");
    return channelsFirst(x, path, constructor);
  }

  private Application channelsFirst(Expr x, String path, String constructor) {
    return Application.module(
        x, value -> Value.first(called(path, constructor, value.first()), value.axes()));
  }

  private Code called(String path, String constructor, Code argument) {
    return Code.call("%s(%s)", members.module(path, constructor), argument);
  }

  private Application layerNorm(Expr x, String path, BuiltIn plugin) {
    String constructor =
        "LayerNorm(%s, eps=%s%s)"
            .formatted(
                x.width(),
                Literals.number(plugin.number("epsilon")),
                plugin.flag("affine") ? "" : ", elementwise_affine=False");
    return channelsLast(x, path, constructor);
  }

  private Application channelsLast(Expr x, String path, String constructor) {
    return Application.module(
        x, value -> Value.last(called(path, constructor, value.last()), value.axes()));
  }

  // By structure

  /** A product and the bias that is added to it. */
  private Optional<Application> biased(Expr sum) {
    Expr product = operand(sum, 0);
    Expr bias = operand(sum, 1);
    return tensorName(bias).isPresent() && bias.width() == sum.width()
        ? product(product, tensorName(bias))
        : Optional.empty();
  }

  private Optional<Application> product(Expr product, Optional<String> bias) {
    return Convolution.of(product)
        .filter(each -> fits(bias, each.path()))
        .map(each -> convolution(each, bias.isPresent()))
        .or(() -> linear(product, bias));
  }

  private static boolean fits(Optional<String> bias, String path) {
    return bias.isEmpty() || bias.get().equals(path + ".bias");
  }

  private Application convolution(Convolution convolution, boolean bias) {
    String constructor = convolution.constructor(bias);
    return Application.module(
        convolution.x(),
        x -> {
          Code padded = Windows.padded(x.first(), convolution.window());
          return Value.first(called(convolution.path(), constructor, padded), x.axes());
        });
  }

  private Optional<Application> linear(Expr product, Optional<String> bias) {
    if (!is(product, Operation.MATMUL)) {
      return Optional.empty();
    }
    Expr weight = operand(product, 1);
    Optional<String> path =
        layerOfWeight(weight).filter(each -> hasLayout(weight, Layout.WEIGHTS) && fits(bias, each));
    String constructor =
        "Linear(%s, %s%s)"
            .formatted(
                weight.shape().rows().count(),
                weight.width(),
                bias.isPresent() ? "" : ", bias=False");
    return path.map(each -> channelsLast(product.operand(0), each, constructor));
  }

  private static boolean hasLayout(Expr weight, Layout layout) {
    return weight.detail() instanceof Detail.Parameter parameter
        && parameter.layout().equals(layout);
  }

  private static Optional<Expr> seen(Expr reduced) {
    Expr taps = operand(reduced, 0);
    Expr windows = is(taps, Operation.RESHAPE) ? operand(taps, 0) : taps;
    return is(windows, Operation.WINDOWS) ? Optional.of(windows) : Optional.empty();
  }

  private static Optional<Application> maxPool(Expr node) {
    return seen(node).map(windows -> pool("max", windows));
  }

  private static Optional<Application> avgPool(Expr node) {
    Expr sum = operand(node, 0);
    if (!is(sum, Operation.INNER_SUM)) {
      return Optional.empty();
    }
    return seen(sum)
        .filter(windows -> constant(node.operand(1)).orElse(0) == window(windows).taps())
        .map(windows -> pool("avg", windows));
  }

  private static Application pool(String kind, Expr windows) {
    Window window = window(windows);
    String format =
        "F.%s_pool%sd(%%s, %s%s)"
            .formatted(
                kind,
                window.axes(),
                Literals.sizes(window.kernel()),
                Windows.options(window, window.kernel()));
    Function<Value, Value> pooled =
        x -> Value.first(Code.call(format, Windows.padded(x.first(), window)), x.axes());
    return Application.of(windows.operand(0), pooled);
  }

  /** The mean over all positions, or of each row. */
  private static Optional<Application> mean(Expr node) {
    Expr sum = operand(node, 0);
    double terms = constant(node.operand(1)).orElse(0);
    if (is(sum, Operation.ROW_SUM) && terms == sum.operand(0).width()) {
      return Optional.of(
          Application.of(
              sum.operand(0),
              x ->
                  x.with(
                      Code.method(
                          "%s.mean(" + x.channelDimension() + ", keepdim=True)",
                          x.numbers().code()))));
    }
    if (!is(sum, Operation.INNER_SUM) || !is(operand(sum, 0), Operation.RESHAPE)) {
      return Optional.empty();
    }
    Expr x = operand(sum, 0).operand(0);
    boolean isGlobal =
        axes(sum) == 0 && sum.width() == x.width() && terms == x.shape().rows().count();
    return isGlobal && axes(x) > 0
        ? Optional.of(
            Application.of(
                x, value -> Value.last(Code.method("%s.flatten(2).mean(2)", value.first()), 0)))
        : Optional.empty();
  }

  /** All numbers of an item in one row, channel by channel. */
  private static Optional<Application> flattened(Expr node) {
    Expr transposed = operand(node, 0);
    if (axes(node) > 0 || !node.shape().rows().batched()) {
      return Optional.empty();
    }
    if (is(transposed, Operation.TRANSPOSED)) {
      Expr positions = operand(transposed, 0);
      Expr x = is(positions, Operation.RESHAPE) ? positions.operand(0) : positions;
      return axes(positions) == 1 && x.width() == positions.width() && axes(x) > 0
          ? Optional.of(flat(x))
          : Optional.empty();
    }
    Expr x = node.operand(0);
    return x.width() == 1 && axes(x) > 0 ? Optional.of(flat(x)) : Optional.empty();
  }

  private static Application flat(Expr x) {
    return Application.of(
        x, value -> Value.last(Code.call("torch.flatten(%s, 1)", value.first()), 0));
  }

  private Optional<Application> embedding(Expr node) {
    Expr table = operand(node, 0);
    Shape shape = table.shape();
    return layerOfWeight(table).map(path -> embedding(path, shape, node.operand(1)));
  }

  private Application embedding(String path, Shape table, Expr index) {
    String constructor = "Embedding(%s, %s)".formatted(table.rows().count(), table.columns());
    return Application.of(
        index,
        x ->
            Value.last(
                called(path, constructor, Code.method("%s.squeeze(-1).long()", x.last())),
                x.axes()));
  }
}
