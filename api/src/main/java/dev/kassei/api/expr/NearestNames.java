package dev.kassei.api.expr;

import dev.kassei.api.text.EditDistance;
import dev.kassei.api.text.Slip;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the author of an unknown name probably meant. */
final class NearestNames {
  /** Functions of other libraries and how to write them here. */
  private static final Map<String, String> PEERS =
      Map.ofEntries(
          Map.entry("ln", "log(x)"),
          Map.entry("log2", "log(x) / log(2)"),
          Map.entry("log10", "log(x) / log(10)"),
          Map.entry("exp2", "2^x"),
          Map.entry("fabs", "abs(x)"),
          Map.entry("sgn", "sign(x)"),
          Map.entry("signum", "sign(x)"),
          Map.entry("pow", "a^b"),
          Map.entry("neg", "-x"),
          Map.entry("negate", "-x"),
          Map.entry("reciprocal", "1 / x"),
          Map.entry("logistic", "sigmoid(x)"),
          Map.entry("expit", "sigmoid(x)"),
          Map.entry("sigma", "sigmoid(x)"),
          Map.entry("tan", "sin(x) / cos(x)"),
          Map.entry("sinh", "(exp(x) - exp(-x)) / 2"),
          Map.entry("cosh", "(exp(x) + exp(-x)) / 2"),
          Map.entry("asinh", "sign(x) * log(abs(x) + sqrt(square(x) + 1))"),
          Map.entry("arcsinh", "sign(x) * log(abs(x) + sqrt(square(x) + 1))"),
          Map.entry("atanh", "log((1 + x) / (1 - x)) / 2"),
          Map.entry("arctanh", "log((1 + x) / (1 - x)) / 2"),
          Map.entry("asin", "atan(x / sqrt(1 - square(x)))"),
          Map.entry("arcsin", "atan(x / sqrt(1 - square(x)))"),
          Map.entry("acos", "pi / 2 - atan(x / sqrt(1 - square(x)))"),
          Map.entry("arccos", "pi / 2 - atan(x / sqrt(1 - square(x)))"),
          Map.entry("sinc", "where(x == 0, 1, sin(x) / x)"),
          Map.entry("sec", "1 / cos(x)"),
          Map.entry("csc", "1 / sin(x)"),
          Map.entry("cot", "cos(x) / sin(x)"),
          Map.entry("cbrt", "sign(x) * abs(x)^(1 / 3)"),
          Map.entry("sqr", "square(x)"),
          Map.entry("rsqrt", "1 / sqrt(x)"),
          Map.entry("logsigmoid", "-softplus(-x)"),
          Map.entry("log_sigmoid", "-softplus(-x)"),
          Map.entry("logit", "log(x / (1 - x))"),
          Map.entry("softsign", "x / (1 + abs(x))"),
          Map.entry("softmax", "exp(x - row_max(x)) / row_sum(exp(x - row_max(x)))"),
          Map.entry("leaky_relu", "max(x, 0.01 * x)"),
          Map.entry("hardsigmoid", "clip(x / 6 + 0.5, 0, 1)"),
          Map.entry("hardtanh", "clip(x, -1, 1)"),
          Map.entry("relu", "max(x, 0)"),
          Map.entry("relu6", "clip(x, 0, 6)"),
          Map.entry("silu", "x * sigmoid(x)"),
          Map.entry("swish", "x * sigmoid(x)"),
          Map.entry("mish", "x * tanh(softplus(x))"),
          Map.entry("gelu", "0.5 * x * erfc(-x / sqrt(2))"),
          Map.entry("elu", "max(x, 0) + expm1(min(x, 0))"),
          Map.entry("heaviside", "x > 0"),
          Map.entry("step", "x > 0"),
          Map.entry("clamp", "clip(x, low, high)"),
          Map.entry("maximum", "max(a, b)"),
          Map.entry("minimum", "min(a, b)"),
          Map.entry("if", "where(condition, yes, no)"),
          Map.entry("iif", "where(condition, yes, no)"),
          Map.entry("select", "where(condition, yes, no)"),
          Map.entry("cond", "where(condition, yes, no)"),
          Map.entry("dot", "matmul(a, b)"),
          Map.entry("mm", "matmul(a, b)"),
          Map.entry("cat", "concat(a, b)"),
          Map.entry("concatenate", "concat(a, b)"),
          Map.entry("detach", "detached(x)"),
          Map.entry("stop_gradient", "detached(x)"),
          Map.entry("reduce_sum", "sum(x)"),
          Map.entry("reduce_mean", "mean(x)"));

  private NearestNames() {}

  /** The function that an unknown one is, as it is written here. */
  static Optional<String> function(String unknown) {
    String word = unknown.substring(unknown.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String peer = PEERS.get(word);
    if (peer != null) {
      return Optional.of(peer);
    }
    return FormulaFunction.ALL.keySet().stream()
        .filter(name -> Slip.is(word, name))
        .min(Comparator.comparingInt(name -> slips(word, name)))
        .map(name -> FormulaFunction.ALL.get(name).signature());
  }

  /** The known name with the fewest slips, if these are few. */
  static Optional<String> nearest(String unknown, Collection<String> known) {
    String word = unknown.toLowerCase(Locale.ROOT);
    int most = word.length() == 1 ? 0 : Math.max(1, word.length() / 3);
    return known.stream()
        .filter(name -> slips(word, name) <= most)
        .min(
            Comparator.comparingInt((String name) -> slips(word, name))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static int slips(String word, String name) {
    return EditDistance.between(word, name.toLowerCase(Locale.ROOT));
  }
}
