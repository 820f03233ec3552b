package dev.kassei.api.expr;

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
    return nearest(word, FormulaFunction.ALL.keySet())
        .map(name -> FormulaFunction.ALL.get(name).signature());
  }

  /** The known name with the fewest differing letters, if these are few. */
  static Optional<String> nearest(String unknown, Collection<String> known) {
    String word = unknown.toLowerCase(Locale.ROOT);
    int most = word.length() == 1 ? 0 : Math.max(1, word.length() / 3);
    return known.stream()
        .filter(name -> distance(word, name.toLowerCase(Locale.ROOT)) <= most)
        .min(
            Comparator.comparingInt((String name) -> distance(word, name.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** How many letters must be inserted, removed or replaced. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
