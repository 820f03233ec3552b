package dev.kassei.builtins.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.kassei.api.Layer;
import dev.kassei.api.Loss;
import dev.kassei.api.Target;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Gradient;
import dev.kassei.api.expr.Interpreter;
import dev.kassei.api.expr.Mode;
import dev.kassei.api.expr.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.ServiceLoader;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LossTest {
  private static final Target NUMBER = new Target(List.of("y"), List.of());
  private static final Target YES_NO = new Target(List.of("y"), List.of("no", "yes"));
  private static final Target COLOURS = new Target(List.of("y"), List.of("red", "green", "blue"));

  @Test
  void allLossesAreServices() {
    assertThat(ServiceLoader.load(Loss.class))
        .contains(
            new MeanSquaredError(),
            new BinaryCrossEntropy(),
            new CrossEntropy(),
            new MeanAbsoluteError(),
            new Huber(),
            new SmoothL1(),
            new LogCosh(),
            new Hinge(),
            new SquaredHinge(),
            new Focal(),
            new KlDivergence(),
            new Poisson(),
            new Quantile());
  }

  @Test
  void aLossIsOneValueARow() {
    Expr three = Expr.input("x", Shape.batch(3));
    for (Loss loss : List.of(new MeanSquaredError(), new CrossEntropy())) {
      assertThat(loss.apply(three, column("t")).shape()).isEqualTo(Shape.batch(1));
    }
    assertThat(new BinaryCrossEntropy().apply(column("x"), column("t")).shape())
        .isEqualTo(Shape.batch(1));
  }

  @Test
  void extremeLogitsNeitherOverflowNorLoseTheGradient() {
    Expr x = Expr.input("x", Shape.batch(2));
    Expr loss = new CrossEntropy().apply(x, column("t"));
    Expr slope = Gradient.of(loss, Expr.constant(1), List.of(x), Mode.TRAINING).get(0);
    var rows =
        new Interpreter(2, Mode.INFERENCE).with("x", 1e4, -1e4, -1e300, 1e300).with("t", 1, 1);
    assertThat(rows.value(loss)).containsExactly(2e4, 0);
    assertThat(rows.value(slope)).containsExactly(1, -1, 0, 0);

    Expr z = column("z");
    Expr binary = new BinaryCrossEntropy().apply(z, column("t"));
    var logits = new Interpreter(2, Mode.INFERENCE).with("z", 1e4, -1e4).with("t", 0, 0);
    assertThat(logits.value(binary)).containsExactly(1e4, 0);
  }

  static List<Loss> everyLoss() {
    return ServiceLoader.load(Loss.class).stream().map(ServiceLoader.Provider::get).toList();
  }

  @ParameterizedTest
  @MethodSource("everyLoss")
  void gradientsAreFiniteAtExtremes(Loss loss) {
    for (int columns : new int[] {1, 2}) {
      Expr x = Expr.input("x", Shape.batch(columns));
      for (Expr t : List.of(column("t"), Expr.input("t", Shape.batch(columns)))) {
        if (takes(loss, x, t)) {
          assertFiniteGradient(loss, x, t);
        }
      }
    }
  }

  private static boolean takes(Loss loss, Expr x, Expr t) {
    try {
      loss.apply(x, t);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static void assertFiniteGradient(Loss loss, Expr x, Expr t) {
    Expr slope = Gradient.of(loss.apply(x, t), Expr.constant(1), List.of(x), Mode.TRAINING).get(0);
    double[] sizes = {0, 1e-300, 1e-12, 1, 50, 700, 1e4};
    for (double size : sizes) {
      for (double target : new double[] {0, 1}) {
        double[] input = {size, -size};
        double[] targets = {target, 1 - target};
        int rowCount = 2 / x.width();
        var rows =
            new Interpreter(rowCount, Mode.TRAINING)
                .with("x", input)
                .with("t", Arrays.copyOf(targets, rowCount * t.width()));
        for (double each : rows.value(slope)) {
          assertThat(each).as("%s at ±%s", loss, size).isFinite();
        }
      }
    }
  }

  @Test
  void squaredErrorOfAClassAgainstSeveralOutputsIsOneHot() {
    Expr x = Expr.input("x", Shape.batch(3));
    Expr loss = new MeanSquaredError().apply(x, column("t"));
    var rows = new Interpreter(2, Mode.INFERENCE).with("x", 0, 1, 0, 1, 1, 1).with("t", 1, 2);
    assertThat(rows.value(loss)).containsExactly(0, 2 / 3.0);
  }

  @Test
  void squaredErrorOfSeveralColumnsIsTheirMean() {
    Expr loss =
        new MeanSquaredError()
            .apply(Expr.input("x", Shape.batch(2)), Expr.input("t", Shape.batch(2)));
    var row = new Interpreter(1, Mode.INFERENCE).with("x", 1, 2).with("t", 0, 4);
    assertThat(row.value(loss)).containsExactly(2.5);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new MeanSquaredError()
                    .apply(Expr.input("x", Shape.batch(3)), Expr.input("t", Shape.batch(2))))
        .withMessageContaining("3 columns and the target 2");
  }

  @Test
  void eachLossKnowsHowManyOutputsItNeeds() {
    assertThat(new MeanSquaredError().outputs(NUMBER)).isEqualTo(1);
    assertThat(new MeanSquaredError().outputs(new Target(List.of("a", "b"), List.of())))
        .isEqualTo(2);
    assertThat(new MeanSquaredError().outputs(YES_NO)).isEqualTo(1);
    assertThat(new MeanSquaredError().outputs(COLOURS)).isEqualTo(3);
    assertThat(new BinaryCrossEntropy().outputs(YES_NO)).isEqualTo(1);
    assertThat(new BinaryCrossEntropy().outputs(NUMBER)).isEqualTo(1);
    assertThat(new CrossEntropy().outputs(YES_NO)).isEqualTo(2);
    assertThat(new CrossEntropy().outputs(COLOURS)).isEqualTo(3);
  }

  @Test
  void targetsThatALossCannotLearnAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BinaryCrossEntropy().outputs(COLOURS))
        .withMessage(
            "binary_cross_entropy tells two classes apart, but the data has 3:"
                + " [red, green, blue]; choose loss: cross_entropy");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CrossEntropy().outputs(NUMBER))
        .withMessageContaining("choose loss: mse");
    double[] targets = {0.5, 25};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BinaryCrossEntropy().check(NUMBER, targets))
        .withMessageContaining("a target of the data is 25.0");
    assertThatCode(() -> new MeanSquaredError().check(NUMBER, targets)).doesNotThrowAnyException();
  }

  @Test
  void newLossesKnowTheirTargets() {
    var numbers = new Target(List.of("a", "b"), List.of());
    for (Loss loss : List.of(new MeanAbsoluteError(), new Huber(), new SmoothL1(), new LogCosh())) {
      assertThat(loss.outputs(NUMBER)).isEqualTo(1);
      assertThat(loss.outputs(YES_NO)).isEqualTo(1);
      assertThat(loss.outputs(COLOURS)).isEqualTo(3);
      assertThat(loss.prefersNumbers()).isTrue();
    }
    for (Loss loss : List.of(new Hinge(), new SquaredHinge(), new Focal())) {
      assertThat(loss.outputs(YES_NO)).isEqualTo(1);
      assertThat(loss.outputs(COLOURS)).isEqualTo(3);
      assertThat(loss.prefersNumbers()).isFalse();
    }
    assertThat(new Poisson().outputs(numbers)).isEqualTo(2);
    assertThat(new Quantile().outputs(numbers)).isEqualTo(2);
    assertThat(new KlDivergence().outputs(numbers)).isEqualTo(2);
  }

  @Test
  void newLossesRefuseWhatTheyCannotLearn() {
    assertRefused(() -> new Hinge().outputs(NUMBER), "hinge tells classes apart", "has numbers");
    assertRefused(
        () -> new Focal(2, OptionalDouble.of(0.25)).outputs(COLOURS),
        "alpha weighs two classes against each other, but the data has 3");
    assertRefused(() -> new Poisson().outputs(YES_NO), "poisson needs numbers", "one of 2 classes");
    assertRefused(() -> new Poisson().check(NUMBER, new double[] {2, -1}), "is -1.0");
    assertRefused(() -> new KlDivergence().outputs(NUMBER), "binary_cross_entropy");
    var two = new Target(List.of("a", "b"), List.of());
    assertRefused(
        () -> new KlDivergence().check(two, new double[] {0.5, 0.5, 0.5, 0.6}),
        "those of row 1 of the data sum to 1.1");
    assertRefused(() -> new Huber(0), "delta must be positive and finite but was 0.0");
    assertRefused(() -> new SmoothL1(-1), "beta must be");
    assertRefused(() -> new Quantile(1), "quantile must be between 0 and 1 but was 1.0");
    assertRefused(() -> new Focal(-1, OptionalDouble.empty()), "gamma must be");
    assertRefused(() -> new CrossEntropy(1.5), "label_smoothing must be between 0 and 1");
  }

  private static void assertRefused(ThrowingCallable call, String... parts) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessageContainingAll(parts);
  }

  @Test
  void theHingeOfTwoScoresIsThatOfTheirDifference() {
    Expr loss = new Hinge().apply(Expr.input("x", Shape.batch(2)), column("t"));
    var rows = new Interpreter(2, Mode.INFERENCE).with("x", 0.5, 1, 3, 1).with("t", 0, 0);
    assertThat(rows.value(loss)).containsExactly(1.5, 0);
  }

  @Test
  void theFocalLossWithoutGammaIsTheCrossEntropy() {
    Expr x = Expr.input("x", Shape.batch(3));
    Expr focal = new Focal(0, OptionalDouble.empty()).apply(x, column("t"));
    Expr cross = new CrossEntropy().apply(x, column("t"));
    var rows = new Interpreter(2, Mode.INFERENCE).with("x", 1, -2, 0.5, 0, 30, 3).with("t", 1, 0);
    assertThat(rows.value(focal)).containsExactly(rows.value(cross), within(1e-13));
  }

  @Test
  void aRateBeyondAllCountsContinuesAsTheTangent() {
    Expr x = column("x");
    var rows = new Interpreter(3, Mode.INFERENCE).with("x", 1, 64, 65);
    double largest = StrictMath.exp(64);
    double[] rates = rows.value(new Poisson().response(x));
    assertThat(rates[0]).isCloseTo(Math.E, within(1e-15));
    assertThat(rates[1]).isCloseTo(largest, withinPercentage(1e-12));
    assertThat(rates[2]).isCloseTo(2 * largest, withinPercentage(1e-12));
  }

  @Test
  void aPredictionThatIsAProbabilityAlreadyIsRefused() {
    Expr sigmoid = column("x").through("output.activation", Expr::sigmoid);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BinaryCrossEntropy().apply(sigmoid, column("t")))
        .withMessage(
            "binary_cross_entropy takes logits and applies the sigmoid itself, but the model"
                + " already ends with a sigmoid; remove it from the model (output_activation),"
                + " or choose loss: mse");
    Expr three = Expr.input("x", Shape.batch(3));
    List<Layer> softmaxes = List.of(new CrossEntropy()::response, LossTest::softmaxWrittenTwice);
    for (Layer softmax : softmaxes) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new CrossEntropy().apply(three.through("output", softmax), column("t")))
          .withMessageContaining("already ends with a softmax");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CrossEntropy().apply(three.sigmoid(), column("t")))
        .withMessageContaining("already ends with a sigmoid");
  }

  @Test
  void otherQuotientsAreLogits() {
    Expr three = Expr.input("x", Shape.batch(3));
    Expr quotient = three.exp().over(three.expm1().rowSum());
    assertThatCode(() -> new CrossEntropy().apply(quotient, column("t")))
        .doesNotThrowAnyException();
  }

  private static Expr softmaxWrittenTwice(Expr x) {
    return x.exp().over(x.exp().rowSum());
  }

  @Test
  void responsesAreProbabilities() {
    Expr x = Expr.input("x", Shape.batch(2));
    var rows = new Interpreter(2, Mode.INFERENCE).with("x", 0, 0, 1e4, 0).with("z", 0, -1e4);
    assertThat(rows.value(new CrossEntropy().response(x))).containsExactly(0.5, 0.5, 1, 0);
    assertThat(rows.value(new BinaryCrossEntropy().response(column("z")))).containsExactly(0.5, 0);
    assertThat(new MeanSquaredError().response(x)).isSameAs(x);
    for (Loss loss : List.of(new Hinge(), new SquaredHinge(), new Focal())) {
      assertThat(rows.value(loss.response(x))).containsExactly(0.5, 0.5, 1, 0);
      assertThat(rows.value(loss.response(column("z")))).containsExactly(0.5, 0);
    }
  }

  private static Expr column(String name) {
    return Expr.input(name, Shape.batch(1));
  }
}
