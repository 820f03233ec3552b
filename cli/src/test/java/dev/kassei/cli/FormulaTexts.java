package dev.kassei.cli;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Formulas as users might write them: right ones, slips, nonsense, and what is meant to harm. */
public final class FormulaTexts {
  private static final List<String> UNARY =
      List.of(
          "exp",
          "expm1",
          "log",
          "log1p",
          "tanh",
          "sigmoid",
          "softplus",
          "erf",
          "erfc",
          "sin",
          "cos",
          "atan",
          "sqrt",
          "square",
          "abs",
          "sign",
          "row_sum",
          "row_mean",
          "row_max",
          "first_max",
          "column_sum",
          "column_mean",
          "sum",
          "mean",
          "detached",
          "-");
  private static final List<String> BINARY =
      List.of(
          "max", "min", "power", "matmul", "matmul_nt", "matmul_tn", "concat", "gather", "by_mode");
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "1",
          "2",
          "3",
          "0.5",
          "1e-3",
          "64",
          "65",
          "-1",
          "1e9",
          "1e308",
          "1e-320",
          "pi",
          "rows",
          "1000000000",
          "999999",
          "NaN",
          "Infinity");
  private static final List<String> TOKENS =
      Stream.of(
              UNARY.stream(),
              BINARY.stream(),
              NUMBERS.stream(),
              Stream.of(
                  "x",
                  "a",
                  "b",
                  "(",
                  ")",
                  ",",
                  ";",
                  "=",
                  "==",
                  ">",
                  "<=",
                  "!=",
                  "+",
                  "-",
                  "*",
                  "/",
                  "^",
                  "**",
                  "x.a",
                  "_",
                  "columns",
                  "pad",
                  "reshape",
                  "broadcast",
                  "column_index",
                  "scatter_add",
                  "where",
                  "clip",
                  "×",
                  "²",
                  "σ",
                  "\n",
                  "\t",
                  " ",
                  "\"",
                  "'",
                  "#",
                  "\\",
                  "\u0000",
                  "\uD83D\uDE00",
                  "\uD800",
                  "1e400",
                  "1e",
                  ".",
                  "sigmoyd",
                  "Runtime",
                  "import",
                  "$"))
          .flatMap(tokens -> tokens)
          .toList();

  private final Random random;

  public FormulaTexts(Random random) {
    this.random = random;
  }

  public String next() {
    return switch (random.nextInt(8)) {
      case 0, 1 -> expression(1 + random.nextInt(40));
      case 2, 3 -> mutated(expression(1 + random.nextInt(40)));
      case 4 -> soup();
      case 5 -> deep();
      case 6 -> definitions();
      default -> chain();
    };
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private String expression(int size) {
    if (size <= 1) {
      return random.nextInt(3) > 0 ? "x" : one(NUMBERS);
    }
    int left = 1 + random.nextInt(size - 1);
    return switch (random.nextInt(9)) {
      case 0, 1 -> one(UNARY) + "(" + expression(size - 1) + ")";
      case 2 -> one(BINARY) + "(" + expression(left) + ", " + expression(size - left) + ")";
      case 3 -> "where(" + expression(left) + " > 0, " + expression(size - left) + ", x)";
      case 4 -> "clip(" + expression(size - 1) + ", -1, " + one(NUMBERS) + ")";
      case 5 -> structure(expression(size - 1));
      case 6 -> "(" + expression(left) + ")^" + one(NUMBERS);
      default ->
          "("
              + expression(left)
              + one(List.of(" + ", " - ", " * ", " / "))
              + expression(size - left)
              + ")";
    };
  }

  private String structure(String x) {
    return switch (random.nextInt(6)) {
      case 0 -> "columns(" + x + ", " + one(NUMBERS) + ", " + one(NUMBERS) + ")";
      case 1 -> "pad(" + x + ", " + one(NUMBERS) + ", " + one(NUMBERS) + ")";
      case 2 -> "reshape(" + x + ", rows * " + one(NUMBERS) + ", " + one(NUMBERS) + ")";
      case 3 -> "broadcast(" + x + ", rows, " + one(NUMBERS) + ")";
      case 4 -> "scatter_add(" + x + ", row_max(x), " + one(NUMBERS) + ")";
      default -> "(" + x + " * column_index(" + one(NUMBERS) + "))";
    };
  }

  private String mutated(String formula) {
    var text = new StringBuilder(formula);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int from = random.nextInt(text.length() + 1);
      int to = Math.min(text.length(), from + random.nextInt(4));
      text.replace(from, to, random.nextBoolean() ? one(TOKENS) : "");
    }
    return text.toString();
  }

  private String soup() {
    return Stream.generate(() -> one(TOKENS))
        .limit(random.nextInt(60))
        .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
  }

  /** Nested to about what is allowed, far beyond it, or anything between. */
  private String deep() {
    int depth = random.nextInt(random.nextInt(20) == 0 ? 4000 : 220);
    String open =
        one(List.of("(", "-", "exp(", "2^", "max(x, ", "where(x > 0, x, ", "(x + ", "-("));
    int parentheses = (int) open.chars().filter(c -> c == '(').count();
    return open.repeat(depth) + "x" + ")".repeat(parentheses * depth);
  }

  /** Each definition uses the one before it twice or more. */
  private String definitions() {
    String step =
        one(
            List.of(
                "A * A",
                "sin(A) + A",
                "where(A > 0, A, exp(A))",
                "concat(A, A)",
                "max(A, A * 2)",
                "A^64",
                "matmul_tn(A, A)",
                "clip(A, -1, A)",
                "column_sum(A) + A",
                "A / (1 + A)"));
    var text = new StringBuilder("t0 = x;");
    int count = random.nextInt(random.nextInt(4) == 0 ? 300 : 12);
    for (int i = 0; i < count; i++) {
      text.append("t").append(i + 1).append('=').append(step.replace("A", "t" + i)).append(';');
    }
    return text.append("t").append(count).toString();
  }

  private String chain() {
    String link =
        one(List.of("x+", "x-", "x*", "x/", "x*2+", "a.b", "9", "x,", "x^2*", "x>", "1e9*"));
    int most = random.nextInt(20) == 0 ? 5000 : 300;
    return link.repeat(random.nextInt(most)) + "x";
  }
}
