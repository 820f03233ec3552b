package dev.kassei.embed;

import static dev.kassei.api.value.Requirements.require;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.api.Activation;
import dev.kassei.api.Layer;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.FormulaParser;
import dev.kassei.api.expr.FormulaPrinter;
import dev.kassei.api.expr.Gradient;
import dev.kassei.api.expr.LatexPrinter;
import dev.kassei.api.expr.Mode;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Shape;
import dev.kassei.api.expr.Tap;
import dev.kassei.api.expr.Traversal;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stands in {@code docs/expr.md} compiles and does what the page says. */
class ExprPageTest {
  @Test
  void thePageShowsThePrograms() throws IOException {
    Page.of("expr.md").isShownFrom(ExprPageTest.class, 9);
  }

  @Test
  void whatStandsThereIsTrue() {
    Expr x = Expr.input("x", Shape.batch(1));
    Expr swish = x.times(x.sigmoid());
    Expr relu = x.max(0);
    Expr elu = Expr.where(x.greaterThan(0), x, x.expm1());
    String text = FormulaPrinter.text(swish);
    String latex = LatexPrinter.latex(swish);
    Expr parsed = FormulaParser.parse("x * sigmoid(x)", Map.of("x", x));

    assertThat(text).isEqualTo("x * sigmoid(x)").isEqualTo(FormulaPrinter.text(parsed));
    assertThat(latex).contains("sigma");
    assertThat(List.of(relu.shape(), elu.shape())).containsOnly(Shape.batch(1));

    Activation glu =
        row -> {
          int half = row.width() / 2;
          require(row.width() % 2 == 0, "glu halves its input, but it has %s columns", row.width());
          return row.columns(0, half).times(row.columns(half, row.width()).sigmoid());
        };
    Shape two = glu.apply(Expr.input("x", Shape.batch(4))).shape();
    Expr bias = Expr.input("b", Shape.fixed(1, 4));
    Shape four = Expr.input("x", Shape.batch(4)).plus(bias).shape();

    assertThat(two).isEqualTo(Shape.batch(2));
    assertThat(four).isEqualTo(Shape.batch(4));
    assertThatThrownBy(() -> glu.apply(Expr.input("x", Shape.batch(3))))
        .hasMessage("glu halves its input, but it has 3 columns");

    Activation slope =
        row -> {
          Expr alpha =
              row.parameter("alpha", Shape.fixed(1, row.width()), (fans, draws, i) -> 0.25);
          return Expr.where(row.greaterThan(0), row, row.times(alpha));
        };
    Layer twice = row -> row.through("first", slope::apply).through("second", slope::apply);

    Layer centered =
        row -> {
          Expr average = row.state("average", Shape.fixed(1, row.width()), 0);
          Expr mean = row.columnMean();
          Expr next = average.times(0.9).plus(mean.detached().times(0.1));
          Expr training = row.minus(mean).updating(average, next);
          return training.byMode(row.minus(average));
        };

    assertThat(centered.apply(x).operation()).isEqualTo(Operation.BY_MODE);

    Layer gaussianDropout = row -> row.times(row.normal("noise").times(0.5).plus(1)).byMode(row);

    assertThat(noise(gaussianDropout.apply(x.at("layer"))))
        .containsExactlyInAnyOrder("layer.noise.radius", "layer.noise.angle");
    assertThat(Kassei.activation("noise", gaussianDropout::apply).value(3)).isEqualTo(3);

    Activation powered =
        row -> {
          Expr exponent =
              row.parameter("exponent", Shape.fixed(1, row.width()), (fans, draws, i) -> 2);
          return row.abs().power(exponent).times(row.sign());
        };

    assertThat(Kassei.activation("powered", powered).value(-3)).isCloseTo(-9, within(1e-14));
    assertThat(Kassei.activation("powered", powered).gradient(0)).isZero();

    Expr network = twice.apply(Expr.input("x", Shape.batch(3)));
    List<String> layers = Tap.all(network, Mode.INFERENCE).stream().map(Tap::path).toList();

    assertThat(layers).containsExactly("first", "second");

    Expr derivative = Gradient.derivative(swish, x);
    Expr loss = network.square().sum();
    Expr input = Tap.all(network, Mode.TRAINING).get(0).output();
    Expr byInput = Gradient.of(loss, Expr.constant(1), List.of(input), Mode.TRAINING).get(0);

    assertThat(FormulaPrinter.text(derivative)).contains("sigmoid(x)");
    assertThat(byInput.shape()).isEqualTo(Shape.batch(3));

    ActivationFunction function = Kassei.activation("swish", row -> row.times(row.sigmoid()));
    double[] values = function.value(-1, 0, 1);
    double[] slopes = function.gradient(-1, 0, 1);
    double[] halved = Kassei.activation("glu", glu).value(1, 2, 0, 0);

    assertThat(values[1]).isZero();
    assertThat(slopes[1]).isEqualTo(0.5);
    assertThat(halved).containsExactly(0.5, 1);
    assertThat(Kassei.activation("slope", slope).value(-4)).isEqualTo(-1);
  }

  private static List<String> noise(Expr formula) {
    return Traversal.operandsFirst(List.of(formula)).stream()
        .filter(node -> node.operation() == Operation.UNIFORM)
        .map(node -> node.name().orElseThrow())
        .toList();
  }
}
