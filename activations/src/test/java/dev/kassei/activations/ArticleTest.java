package dev.kassei.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.kassei.activations.rowwise.Softmax;
import dev.kassei.api.Activation;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Mode;
import dev.kassei.engine.FormulaFunction;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The definitions of {@code like: article}, against the article's formulas as it writes them. */
class ArticleTest {
  private static final double[] POINTS =
      IntStream.rangeClosed(-80, 80).mapToDouble(i -> i / 8.0).toArray();

  private static final Map<String, DoubleUnaryOperator> FORMULAS =
      Map.ofEntries(
          Map.entry("linear", x -> x),
          Map.entry("sigmoid", x -> 1 / (1 + StrictMath.exp(-x))),
          Map.entry("relu", x -> Math.max(0, x)),
          Map.entry("tanh", StrictMath::tanh),
          Map.entry("leaky_relu", x -> x > 0 ? x : 0.01 * x),
          Map.entry("elu", x -> x > 0 ? x : StrictMath.exp(x) - 1),
          Map.entry("swish", x -> x / (1 + StrictMath.exp(-x))),
          Map.entry("hard_sigmoid", x -> clip((x + 1) / 2)),
          Map.entry("gelu", ArticleTest::gelu),
          Map.entry("softplus", x -> StrictMath.log(1 + StrictMath.exp(x))),
          Map.entry("leaky_gelu", ArticleTest::gelu),
          Map.entry("hard_swish", x -> x * clip((x + 3) / 6)),
          Map.entry("mish", x -> x * StrictMath.tanh(StrictMath.log(1 + StrictMath.exp(x)))),
          Map.entry("arctan", StrictMath::atan),
          Map.entry("sigmoid_linear", ArticleTest::clip));

  private static double gelu(double x) {
    double u = Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x);
    return 0.5 * x * (1 + StrictMath.tanh(u));
  }

  private static double clip(double x) {
    return Math.min(Math.max(x, 0), 1);
  }

  static Stream<Arguments> formulas() {
    return FORMULAS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formulas")
  void definitionAgrees(String name, DoubleUnaryOperator formula) {
    double[] found = Evaluation.value(article(name), Precision.FLOAT64, POINTS);
    for (int i = 0; i < POINTS.length; i++) {
      double expected = formula.applyAsDouble(POINTS[i]);
      assertThat(found[i])
          .as("at %s", POINTS[i])
          .isCloseTo(expected, offset(1e-14 * Math.max(1, Math.abs(expected))));
    }
  }

  @Test
  void softmaxOfEqualLogitsIsUniform() {
    assertThat(softmax(7, 7, 7, 7)).containsExactly(0.25, 0.25, 0.25, 0.25);
  }

  @Test
  void softmaxDividesExponentialsByTheirSum() {
    double sum = 1 + StrictMath.exp(1) + StrictMath.exp(-2);
    assertThat(softmax(0, 1, -2))
        .containsExactly(
            new double[] {1 / sum, StrictMath.exp(1) / sum, StrictMath.exp(-2) / sum},
            offset(1e-15));
  }

  @Test
  void leakyGeluIsGelu() {
    assertThat(Evaluation.value(article("leaky_gelu"), Precision.FLOAT64, POINTS))
        .containsExactly(Evaluation.value(article("gelu"), Precision.FLOAT64, POINTS));
  }

  @Test
  void allSixteenAreThere() {
    assertThat(Catalogue.all().filter(each -> each.peers().containsKey("article")))
        .extracting(Catalogue::name)
        .containsAll(FORMULAS.keySet())
        .contains("softmax")
        .hasSize(16);
  }

  private static double[] softmax(double... row) {
    Activation softmax = article("softmax");
    assertThat(softmax).isEqualTo(new Softmax());
    return FormulaFunction.of(softmax, row.length, Precision.FLOAT64, Mode.INFERENCE).value(row);
  }

  private static Activation article(String name) {
    return Objects.requireNonNull(Catalogue.named(name).peers().get("article"), name);
  }
}
