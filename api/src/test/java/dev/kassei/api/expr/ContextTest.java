package dev.kassei.api.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kassei.api.Initializer;
import dev.kassei.api.Layer;
import dev.kassei.api.NamedLayer;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Paths, names, modes and state. */
class ContextTest {
  private static final Initializer ZEROS = (fans, draws, index) -> 0;
  private static final Expr X = Expr.input("x", Shape.batch(2));

  @Test
  void parametersAreNamedByThePathOfTheirLayer() {
    Expr y =
        X.through(
            "hidden.0",
            x -> x.through("norm", z -> z.times(z.parameter("scale", Shape.SCALAR, ZEROS))));
    assertThat(names(y)).containsExactly("x", "hidden.0.norm.scale");
  }

  @Test
  void layersReturnInThePathOfTheirCaller() {
    UnaryOperator<Expr> layer = Expr::tanh;
    Expr y = X.at("model").through("hidden", layer);
    assertThat(y.path()).isEqualTo("model");
    assertThat(y.operation()).isEqualTo(Operation.TAP);
    assertThat(y.detail()).isEqualTo(new Detail.Applied("model.hidden", layer));
  }

  @Test
  void pathsComeFromTheFirstOperandThatIsNotAHostScalar() {
    Expr inner = X.at("layer");
    assertThat(Expr.constant(2).times(inner).path()).isEqualTo("layer");
    assertThat(Expr.rate().times(2).times(inner).path()).isEqualTo("layer");
    assertThat(Expr.stepNumber().plus(1).over(inner).path()).isEqualTo("layer");
    assertThat(inner.plus(X).path()).isEqualTo("layer");
  }

  @Test
  void sameNameTwiceIsOneLeafInTheGradient() {
    Expr first = X.parameter("slope", Shape.SCALAR, (fans, draws, index) -> 1);
    Expr second = X.parameter("slope", Shape.SCALAR, (fans, draws, index) -> 1);
    Expr y = X.times(first).plus(X.times(second));
    List<Expr> gradients =
        Gradient.of(y.sum(), Expr.constant(1), List.of(first, second), Mode.TRAINING);
    var interpreter = new Interpreter(1, Mode.TRAINING).with("x", 3, 4).with("slope", 1);
    assertThat(interpreter.value(gradients.get(0))).containsExactly(14);
    assertThat(interpreter.value(gradients.get(1))).containsExactly(14);
  }

  @Test
  void leafThatIsNotUsedHasGradientZero() {
    Expr unused = X.parameter("unused", Shape.fixed(1, 2), ZEROS);
    Expr gradient = Gradient.of(X, Expr.constant(1), List.of(unused), Mode.TRAINING).get(0);
    assertThat(gradient.shape()).isEqualTo(unused.shape());
    assertThat(new Interpreter(1, Mode.TRAINING).value(gradient)).containsExactly(0, 0);
  }

  @Test
  void inputIsItsOwnGradientSeed() {
    Expr gradient = Gradient.of(X, Expr.constant(5), List.of(X), Mode.TRAINING).get(0);
    assertThat(new Interpreter(1, Mode.TRAINING).value(gradient)).containsExactly(5, 5);
  }

  @Test
  void modesHaveValuesAndGradientsOfTheirOwn() {
    Expr y = X.times(2).byMode(X.times(3));
    for (Mode mode : Mode.values()) {
      double factor = mode == Mode.TRAINING ? 2 : 3;
      Expr gradient = Gradient.of(y, Expr.constant(1), List.of(X), mode).get(0);
      var interpreter = new Interpreter(1, mode).with("x", 1, 1);
      assertThat(interpreter.value(y)).containsExactly(factor, factor);
      assertThat(interpreter.value(gradient)).containsExactly(factor, factor);
    }
  }

  @Test
  void nextValueOfAStateHasNoGradient() {
    Expr mean = X.state("mean", Shape.fixed(1, 2), 0);
    Expr y = X.times(2).updating(mean, X.exp().columnMean());
    Expr gradient = Gradient.of(y, Expr.constant(1), List.of(X), Mode.TRAINING).get(0);
    assertThat(FormulaPrinter.text(gradient)).isEqualTo("broadcast(2, rows, 2)");
  }

  @Test
  void gradientsGoThroughStatesAndNoise() {
    Expr state = X.state("scale", Shape.SCALAR, 2);
    Expr noise = X.uniform("noise", 0, 1);
    Expr y = X.times(state).times(noise);
    List<Expr> gradients = Gradient.of(y, Expr.constant(1), List.of(state, noise), Mode.TRAINING);
    var interpreter =
        new Interpreter(1, Mode.TRAINING).with("x", 3, 4).with("scale", 2).with("noise", .5, .25);
    assertThat(interpreter.value(gradients.get(0))).containsExactly(2.5);
    assertThat(interpreter.value(gradients.get(1))).containsExactly(6, 8);
  }

  @Test
  void gradientIsTakenByNamedLeavesOnly() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gradient.of(X, Expr.constant(1), List.of(Expr.rate()), Mode.TRAINING))
        .withMessage(
            "a gradient is taken with respect to inputs, parameters, states or noise, or what"
                + " formulas of them compute, not learning_rate");
  }

  @Test
  void gradientsByWhatLayersReturnGoOnToTheLayersBefore() {
    Expr weight = X.parameter("w", Shape.SCALAR, (fans, draws, index) -> 1);
    Expr first = X.through("first", x -> x.times(weight));
    Expr second = first.through("second", x -> x.square());
    Expr y = second.times(3).plus(first);
    List<Expr> gradients =
        Gradient.of(y, Expr.constant(1), List.of(second, first, weight, X), Mode.TRAINING);
    var interpreter = new Interpreter(1, Mode.TRAINING).with("x", 1, 2).with("w", 5);
    assertThat(interpreter.value(gradients.get(0))).containsExactly(3, 3);
    assertThat(interpreter.value(gradients.get(1))).containsExactly(31, 61);
    assertThat(interpreter.value(gradients.get(2))).containsExactly(31 + 2 * 61);
    assertThat(interpreter.value(gradients.get(3))).containsExactly(5 * 31, 5 * 61);
  }

  @Test
  void gradientByADetachedNodeStopsThere() {
    Expr detached = X.square().detached();
    List<Expr> gradients =
        Gradient.of(detached.times(2), Expr.constant(1), List.of(detached, X), Mode.TRAINING);
    var interpreter = new Interpreter(1, Mode.TRAINING).with("x", 3, 4);
    assertThat(interpreter.value(gradients.get(0))).containsExactly(2, 2);
    assertThat(interpreter.value(gradients.get(1))).containsExactly(0, 0);
  }

  @Test
  void aTapSeesItsLayerAsAFunctionOfWhatGoesIn() {
    Expr weight = X.parameter("w", Shape.SCALAR, (fans, draws, index) -> 1);
    Expr first = X.times(weight);
    Expr y = first.through("inner", x -> x.square().plus(x)).times(weight);
    Tap tap = Tap.all(y, Mode.TRAINING).get(0);
    assertThat(tap.path()).isEqualTo("inner");
    Expr z = Expr.input("z", Shape.batch(2));
    Expr alone = tap.of(z).orElseThrow();
    var interpreter = new Interpreter(1, Mode.TRAINING).with("z", 2, 3);
    assertThat(interpreter.value(alone)).containsExactly(6, 12);
  }

  @Test
  void aLayerThatIsAppliedTwiceHasTheInputOfEachTime() {
    Expr once = X.through("cell", x -> x.times(2));
    Expr twice = once.through("cell", x -> x.times(2));
    List<Tap> taps = Tap.all(twice, Mode.TRAINING);
    assertThat(taps).extracting(Tap::path).containsExactly("cell", "cell");
    assertThat(taps.get(1).input().orElseThrow().operand(0)).isSameAs(once);
  }

  @Test
  void theInputOfALayerIsNotWhatANamedLayerInsideReturns() {
    Layer named = new NamedLayer("shared", z -> z.times(5));
    Expr y = X.at("model").through("outer", x -> named.apply(x.times(2)).plus(1));
    Tap outer = Tap.all(y, Mode.TRAINING).get(1);
    assertThat(outer.path()).isEqualTo("model.outer");
    Expr alone = outer.of(Expr.input("z", Shape.batch(2))).orElseThrow();
    assertThat(new Interpreter(1, Mode.TRAINING).with("z", 2, 3).value(alone))
        .containsExactly(21, 31);
  }

  @Test
  void aTapKnowsWhatWasApplied() {
    UnaryOperator<Expr> layer = Expr::tanh;
    assertThat(Tap.of(X.through("inner", layer), Mode.INFERENCE).layer()).isSameAs(layer);
  }

  @Test
  void aLayerWithoutItsInputIsATapWithoutOne() {
    Expr y = X.through("constant", x -> Expr.constant(3).broadcast(Shape.batch(2)));
    assertThat(Tap.all(y, Mode.TRAINING).get(0).input()).isEmpty();
  }

  @Test
  void leafOfTwoShapesIsRefused() {
    Expr narrow = Expr.input("x", Shape.batch(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gradient.of(X.plus(narrow), Expr.constant(1), List.of(X), Mode.TRAINING))
        .withMessage(
            "'x' is used as batch × 2 and as batch × 1; what has one name is one tensor, so give"
                + " one of them another name");
  }

  @Test
  void rowFunctionHasNoSecondDerivative() {
    RowFunction identity =
        new RowFunction() {
          @Override
          public void value(double[] x, double[] y) {
            System.arraycopy(x, 0, y, 0, x.length);
          }

          @Override
          public void gradient(double[] x, double[] y, double[] dy, double[] dx) {
            System.arraycopy(dy, 0, dx, 0, dy.length);
          }
        };
    Expr first = Gradient.derivative(X.rowFunction(identity, 2), X);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gradient.derivative(first, X))
        .withMessage("a row function in plain Java has no second derivative");
  }

  @Test
  void hostScalarsDependOnNothingOfTheBatch() {
    Expr decay = Expr.constant(1).minus(Expr.constant(0.9).power(Expr.stepNumber()));
    assertThat(decay.isHostScalar()).isTrue();
    assertThat(Expr.rate().over(decay).sqrt().isHostScalar()).isTrue();
    assertThat(X.rowCount().isHostScalar()).isTrue();
    assertThat(X.times(decay).isHostScalar()).isFalse();
    assertThat(X.sum().isHostScalar()).isFalse();
  }

  private static List<String> names(Expr formula) {
    return Traversal.operandsFirst(List.of(formula)).stream()
        .flatMap(node -> node.name().stream())
        .toList();
  }
}
