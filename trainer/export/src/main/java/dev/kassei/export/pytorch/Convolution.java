package dev.kassei.export.pytorch;

import static dev.kassei.export.pytorch.Formulas.is;
import static dev.kassei.export.pytorch.Formulas.layerOfWeight;
import static dev.kassei.export.pytorch.Formulas.operand;
import static dev.kassei.export.pytorch.Formulas.unmarked;

import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Layout;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Window;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A product of windows with weights, as convolutions are formulas.
 *
 * @param x what the window slides over
 * @param weight the parameter
 * @param groups so many parts of the input's channels have outputs of their own
 */
record Convolution(Expr x, Window window, Expr weight, int groups) {
  /** The convolution that a node without marks is. */
  static Optional<Convolution> of(Expr node) {
    return switch (node.operation()) {
      case MATMUL -> whole(node);
      case CONCAT -> byGroup(node);
      case INNER_SUM -> byChannel(node);
      default -> Optional.empty();
    };
  }

  private static Optional<Convolution> whole(Expr product) {
    Expr weight = operand(product, 1);
    List<Integer> taps = taps(weight);
    if (taps.isEmpty()) {
      return Optional.empty();
    }
    Expr windows = operand(product, 0);
    if (is(windows, Operation.WINDOWS)) {
      return Optional.of(new Convolution(windows.operand(0), Formulas.window(windows), weight, 1));
    }
    boolean isSingle = taps.stream().allMatch(each -> each == 1);
    return isSingle
        ? Optional.of(new Convolution(product.operand(0), Window.of(taps), weight, 1))
        : Optional.empty();
  }

  /** Each group sees its columns of the input and has its columns of the weights. */
  private static Optional<Convolution> byGroup(Expr parts) {
    Optional<Convolution> first = group(unmarked(parts.operand(0)), parts.operands().size());
    boolean isWhole =
        parts.operands().stream()
            .map(Formulas::unmarked)
            .map(part -> group(part, parts.operands().size()))
            .allMatch(part -> part.isPresent() && part.get().isBeside(first.orElseThrow()));
    return isWhole ? first : Optional.empty();
  }

  private static Optional<Convolution> group(Expr product, int groups) {
    if (!is(product, Operation.MATMUL)
        || !is(operand(product, 0), Operation.WINDOWS)
        || !is(operand(product, 1), Operation.COLUMNS)) {
      return Optional.empty();
    }
    Expr windows = operand(product, 0);
    Expr columns = operand(windows, 0);
    Expr weight = operand(operand(product, 1), 0);
    return is(columns, Operation.COLUMNS) && !taps(weight).isEmpty()
        ? Optional.of(new Convolution(columns.operand(0), Formulas.window(windows), weight, groups))
        : Optional.empty();
  }

  private boolean isBeside(Convolution other) {
    return unmarked(x).equals(unmarked(other.x))
        && window.equals(other.window)
        && weight.equals(other.weight);
  }

  private static Optional<Convolution> byChannel(Expr sum) {
    Expr factors = operand(sum, 0);
    Expr product = is(factors, Operation.RESHAPE) ? operand(factors, 0) : factors;
    if (!is(product, Operation.MULTIPLY)
        || !is(operand(product, 0), Operation.WINDOWS)
        || !is(operand(product, 1), Operation.RESHAPE)) {
      return Optional.empty();
    }
    Expr windows = operand(product, 0);
    Expr weight = operand(operand(product, 1), 0);
    return taps(weight).isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Convolution(windows.operand(0), Formulas.window(windows), weight, weight.width()));
  }

  /** The taps of a layer's weights; none for what is none. */
  private static List<Integer> taps(Expr weight) {
    return layerOfWeight(weight).isPresent()
            && weight.detail() instanceof Detail.Parameter parameter
            && parameter.layout() instanceof Layout.Weights layout
        ? layout.taps()
        : List.of();
  }

  /** The path of the layer. */
  String path() {
    return layerOfWeight(weight).orElseThrow();
  }

  /** The constructor of PyTorch's layer. */
  String constructor(boolean bias) {
    return "Conv%sd(%s, %s, kernel_size=%s%s)"
        .formatted(
            window.axes(),
            x.width(),
            weight.width(),
            Literals.sizes(window.kernel()),
            Windows.options(window, Collections.nCopies(window.axes(), 1))
                + (groups == 1 ? "" : ", groups=" + groups)
                + (bias ? "" : ", bias=False"));
  }
}
