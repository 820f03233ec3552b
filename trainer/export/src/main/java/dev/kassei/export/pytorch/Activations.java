package dev.kassei.export.pytorch;

import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Mode;
import dev.kassei.engine.Programs;
import dev.kassei.export.network.BuiltIn;
import java.util.Optional;
import java.util.function.Function;

/**
 * Activations that PyTorch has, too, with the same definition. All others are written as their
 * formula, and so are these where their hyperparameters are others than PyTorch's.
 */
final class Activations {
  private Activations() {}

  /**
   * The call of PyTorch's function.
   *
   * @param members the parameters that it may need
   */
  static Optional<Function<Value, Value>> of(BuiltIn plugin, Expr node, Members members) {
    return plugin.name().equals("prelu")
        ? Optional.of(x -> prelu(x, node, members))
        : call(plugin).map(format -> x -> x.numbers().with(called(format, x)));
  }

  private static Code called(String format, Value x) {
    String text = format.replace("{dim}", Integer.toString(x.channelDimension()));
    return Code.call(text, x.numbers().code());
  }

  private static Value prelu(Value x, Expr node, Members members) {
    String path = ((Detail.Applied) node.detail()).path();
    Expr slope =
        Programs.parameters(node, Mode.INFERENCE).stream()
            .filter(each -> each.path().equals(path))
            .findFirst()
            .orElseThrow();
    return Value.first(Code.call("F.prelu(%s, %s)", x.first(), members.tensor(slope)), x.axes());
  }

  private static Optional<String> call(BuiltIn plugin) {
    String format =
        switch (plugin.name()) {
          case "relu" -> isPlainRelu(plugin) ? "torch.relu(%s)" : "";
          case "relu6" -> "F.relu6(%s)";
          case "leaky_relu" -> with("F.leaky_relu", plugin.number("alpha"), 0.01);
          case "elu" -> with("F.elu", plugin.number("alpha"), 1);
          case "celu" -> with("F.celu", plugin.number("alpha"), 1);
          case "selu" -> isPlainSelu(plugin) ? "F.selu(%s)" : "";
          case "gelu" -> gelu(plugin);
          case "swish" -> isPlainSwish(plugin) ? "F.silu(%s)" : "";
          case "mish" -> "F.mish(%s)";
          case "softsign" -> "F.softsign(%s)";
          case "log_sigmoid" -> "F.logsigmoid(%s)";
          case "hard_swish" -> "F.hardswish(%s)";
          case "hard_sigmoid" -> isPlainHardSigmoid(plugin) ? "F.hardsigmoid(%s)" : "";
          case "hard_tanh" -> isPlainHardTanh(plugin) ? "F.hardtanh(%s)" : "";
          case "soft_shrink" -> with("F.softshrink", plugin.number("threshold"), 0.5);
          case "tanh_shrink" -> "F.tanhshrink(%s)";
          case "glu" -> "F.glu(%s, dim={dim})";
          case "softmax" -> "torch.softmax(%s, dim={dim})";
          case "log_softmax" -> "torch.log_softmax(%s, dim={dim})";
          case "softmin" -> "F.softmin(%s, dim={dim})";
          default -> "";
        };
    return format.isEmpty() ? Optional.empty() : Optional.of(format);
  }

  private static String with(String function, double value, double usual) {
    return value == usual ? function + "(%s)" : function + "(%s, " + Literals.number(value) + ")";
  }

  private static boolean isPlainRelu(BuiltIn relu) {
    return relu.is("threshold", 0)
        && relu.is("negativeSlope", 0)
        && relu.is("maxValue", Double.POSITIVE_INFINITY);
  }

  private static boolean isPlainHardSigmoid(BuiltIn sigmoid) {
    return sigmoid.is("slope", 1.0 / 6) && sigmoid.is("offset", 0.5);
  }

  private static boolean isPlainHardTanh(BuiltIn tanh) {
    return tanh.is("low", -1) && tanh.is("high", 1);
  }

  private static boolean isPlainSelu(BuiltIn selu) {
    return selu.is("alpha", 1.6732632423543772) && selu.is("gamma", 1.0507009873554805);
  }

  private static boolean isPlainSwish(BuiltIn swish) {
    return swish.is("beta", 1) && !swish.flag("trainable");
  }

  private static String gelu(BuiltIn gelu) {
    return switch (gelu.word("approximate")) {
      case "none" -> "F.gelu(%s)";
      case "tanh" -> "F.gelu(%s, approximate=\"tanh\")";
      default -> "";
    };
  }
}
