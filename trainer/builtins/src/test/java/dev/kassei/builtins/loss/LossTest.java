package dev.kassei.builtins.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.api.Layer;
import dev.kassei.api.Loss;
import dev.kassei.api.Precision;
import dev.kassei.api.Target;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Gradient;
import dev.kassei.api.expr.Interpreter;
import dev.kassei.api.expr.Mode;
import dev.kassei.api.expr.Shape;
import dev.kassei.engine.Programs;
import dev.kassei.engine.plan.Entry;
import dev.kassei.engine.plan.Plan;
import dev.kassei.engine.plan.PlanOptions;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Purpose;
import dev.kassei.fixtures.ReferenceVectors;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class LossTest {
  private static final Target NUMBER = new Target(List.of("y"), List.of());
  private static final Target YES_NO = new Target(List.of("y"), List.of("no", "yes"));
  private static final Target COLOURS = new Target(List.of("y"), List.of("red", "green", "blue"));

  static List<JsonNode> references() {
    return ReferenceVectors.read("torch_losses");
  }

  @ParameterizedTest
  @MethodSource("references")
  void formulasAgreeWithPyTorch(JsonNode reference) {
    double[] input = ReferenceVectors.numbers(reference.get("input"));
    double[] targets = ReferenceVectors.numbers(reference.get("attrs").get("target"));
    double[] gradient = ReferenceVectors.numbers(reference.get("expected_grad"));
    Expr x = Expr.input("x", Shape.batch(input.length / targets.length));
    Expr mean = named(reference.get("op").asString()).apply(x, column("t")).mean();
    Expr slope = Gradient.of(mean, Expr.constant(1), List.of(x), Mode.TRAINING).get(0);

    var interpreter =
        new Interpreter(targets.length, Mode.INFERENCE).with("x", input).with("t", targets);

    assertThat(interpreter.value(mean)[0])
        .isCloseTo(reference.get("expected").doubleValue(), within(1e-10));
    assertThat(interpreter.value(slope)).containsExactly(gradient, within(1e-10));
  }

  @ParameterizedTest
  @MethodSource("references")
  void theEngineAgreesWithPyTorch(JsonNode reference) {
    double[] input = ReferenceVectors.numbers(reference.get("input"));
    double[] targets = ReferenceVectors.numbers(reference.get("attrs").get("target"));
    double[] gradient = ReferenceVectors.numbers(reference.get("expected_grad"));
    int rows = targets.length;
    // a parameter that the identity multiplies is the prediction, so its gradient is what we want
    Expr identity = Expr.input("x", Shape.batch(rows));
    Expr table =
        identity.parameter(
            "table",
            Shape.fixed(rows, input.length / rows),
            (fans, draws, index) -> input[(int) index]);
    Expr losses = named(reference.get("op").asString()).apply(identity.matmul(table), column("t"));
    var program = Programs.training(losses, losses, Optional.empty(), OptionalDouble.empty());
    var plan = new Plan(List.of(program), PlanOptions.of(Precision.FLOAT64, rows));
    plan.initialize(0, name -> CountedDraws.of(1, Purpose.WEIGHTS, name, 0));
    for (int row = 0; row < rows; row++) {
      double[] unit = new double[rows];
      unit[row] = 1;
      plan.input("x", 0, row, unit, 0);
      plan.input("t", 0, row, targets, row);
    }

    plan.run(Entry.GRADIENT, rows);

    assertThat(plan.scalar(Programs.LOSS, 0))
        .isCloseTo(reference.get("expected").doubleValue(), within(1e-10));
    assertThat(plan.output(Programs.gradientOf("table"), 0, rows))
        .containsExactly(gradient, within(1e-10));
  }

  @Test
  void allLossesAreServices() {
    assertThat(ServiceLoader.load(Loss.class))
        .contains(new MeanSquaredError(), new BinaryCrossEntropy(), new CrossEntropy());
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
  }

  private static Loss named(String reference) {
    return switch (reference) {
      case "mse" -> new MeanSquaredError();
      case "bce_with_logits" -> new BinaryCrossEntropy();
      case "cross_entropy_logits" -> new CrossEntropy();
      default -> throw new IllegalArgumentException(reference);
    };
  }

  private static Expr column(String name) {
    return Expr.input(name, Shape.batch(1));
  }
}
