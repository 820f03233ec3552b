package dev.kassei.experiment.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.api.Dataset;
import dev.kassei.api.Epoch;
import dev.kassei.api.Model;
import dev.kassei.api.Precision;
import dev.kassei.api.Target;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Shape;
import dev.kassei.builtins.loss.CrossEntropy;
import dev.kassei.builtins.loss.MeanSquaredError;
import dev.kassei.engine.Programs;
import dev.kassei.engine.plan.Entry;
import dev.kassei.engine.plan.Plan;
import dev.kassei.engine.plan.PlanOptions;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Purpose;
import dev.kassei.experiment.config.ClassWeights;
import dev.kassei.experiment.data.SplitData;
import dev.kassei.experiment.data.SplitRows;
import dev.kassei.experiment.data.WeightedSplits;
import dev.kassei.fixtures.ReferenceVectors;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class WeightedLossTest {
  private static final Target THREE = new Target(List.of("y"), List.of("0", "1", "2"));

  static List<JsonNode> references() {
    return ReferenceVectors.read("weighted_losses");
  }

  @ParameterizedTest
  @MethodSource("references")
  void theMeanIsThatOfPyTorch(JsonNode reference) {
    double[] input = ReferenceVectors.numbers(reference.get("input"));
    double[] targets = ReferenceVectors.numbers(reference.get("target"));
    int rows = targets.length;
    SplitData data = data(reference, targets);
    // a parameter that the identity multiplies is the prediction, so its gradient is what we want
    Model table =
        (x, outputs) ->
            x.matmul(
                x.parameter(
                    "table", Shape.fixed(rows, 3), (fans, draws, index) -> input[(int) index]));
    Network network = Network.of(table, new CrossEntropy(), rows, THREE).weighted();
    var program =
        Programs.training(
            network.response(), network.losses(), Optional.empty(), OptionalDouble.empty());
    var plan = new Plan(List.of(program), PlanOptions.of(Precision.FLOAT64, rows));
    plan.initialize(0, name -> CountedDraws.of(1, Purpose.WEIGHTS, name, 0));
    Minibatches.fill(plan, 0, data.train(), 0, rows);

    plan.run(Entry.GRADIENT, rows);

    assertThat(plan.scalar(Programs.LOSS, 0))
        .isCloseTo(reference.get("expected").doubleValue(), within(1e-10));
    assertThat(plan.output(Programs.gradientOf("table"), 0, rows))
        .containsExactly(ReferenceVectors.numbers(reference.get("expected_grad")), within(1e-10));
  }

  private static SplitData data(JsonNode reference, double[] targets) {
    int rows = targets.length;
    double[] identity = new double[rows * rows];
    IntStream.range(0, rows).forEach(row -> identity[row * rows + row] = 1);
    List<String> names = IntStream.range(0, rows).mapToObj(i -> "x" + i).toList();
    Dataset dataset =
        new Dataset(names, THREE, identity, targets)
            .withWeights(ReferenceVectors.numbers(reference.get("weights")));
    var ofClasses = new LinkedHashMap<String, Double>();
    double[] weights = ReferenceVectors.numbers(reference.get("class_weights"));
    THREE.classes().forEach(name -> ofClasses.put(name, weights[Integer.parseInt(name)]));
    return WeightedSplits.of(whole(dataset), new ClassWeights(ofClasses));
  }

  private static SplitData whole(Dataset dataset) {
    int[] rows = IntStream.range(0, dataset.rows()).toArray();
    return SplitData.of(dataset, new SplitRows(rows, new int[0], new int[0]), false);
  }

  @Test
  void balancedClassesCountAlike() {
    SplitData data = WeightedSplits.of(fourOfOneClass(), new ClassWeights());
    assertThat(data.train().weights().orElseThrow())
        .as("scikit-learn's compute_class_weight")
        .containsExactly(0.625, 0.625, 0.625, 0.625, 2.5);
    assertThat(data.train().weight()).isEqualTo(5);
    assertThat(data.train().weight(new int[] {4, 0, 1, 2, 3}, 0, 2)).isEqualTo(3.125);
  }

  private static SplitData fourOfOneClass() {
    return whole(new Dataset(List.of("x"), THREE, new double[5], new double[] {1, 1, 1, 1, 0}));
  }

  @Test
  void aClassThatIsNotThereIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> WeightedSplits.of(fourOfOneClass(), new ClassWeights(Map.of("none", 2.0))))
        .withMessage("no class is called [none]; the data has [0, 1, 2]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClassWeights(Map.of("0", -1.0)))
        .withMessageContaining("the weight of the class '0' must be finite and not negative");
  }

  @Test
  void aBatchWithoutWeightChangesNothing() {
    Model table =
        (x, outputs) ->
            x.matmul(x.parameter("table", Shape.fixed(1, 3), (fans, draws, index) -> index));
    Network network = Network.of(table, new CrossEntropy(), 1, THREE).weighted();
    var program =
        Programs.training(
            network.response(), network.losses(), Optional.empty(), OptionalDouble.empty());
    var plan = new Plan(List.of(program), PlanOptions.of(Precision.FLOAT32, 5));
    plan.initialize(0, name -> CountedDraws.of(1, Purpose.WEIGHTS, name, 0));
    SplitData data =
        WeightedSplits.of(fourOfOneClass(), new ClassWeights(Map.of("0", 0.0, "1", 0.0)));
    Minibatches.fill(plan, 0, data.train(), 0, 5);
    plan.run(Entry.GRADIENT, 5);
    assertThat(plan.scalar(Programs.LOSS, 0)).isZero();
    assertThat(plan.output(Programs.gradientOf("table"), 0, 5)).containsOnly(0);
  }

  @Test
  void twiceTheWeightIsTheRowTwice() {
    Outcome weighted =
        TinyTrial.train(List.of(trial(3, 1, 2, 1)), RunOptions.Kernels.SCALAR).get(0);
    Outcome repeated =
        TinyTrial.train(List.of(trial(4, 1, 1, 1)), RunOptions.Kernels.SCALAR).get(0);
    assertThat(weighted.epochs().value(Epoch.RUNNING_LOSS, 9))
        .isCloseTo(repeated.epochs().value(Epoch.RUNNING_LOSS, 9), within(1e-6));
    assertThat(weighted.metrics().get("train.loss"))
        .isCloseTo(repeated.metrics().get("train.loss"), within(1e-6));
    assertThat(weighted.metrics().get("train.loss"))
        .isNotCloseTo(
            TinyTrial.train(List.of(trial(3, 1, 1, 1)), RunOptions.Kernels.SCALAR)
                .get(0)
                .metrics()
                .get("train.loss"),
            within(1e-4));
  }

  @ParameterizedTest
  @EnumSource
  void lanesGiveTheBitsOfTrialsAlone(RunOptions.Kernels kernels) {
    List<PreparedTrial> trials =
        IntStream.range(1, 6).mapToObj(seed -> trial(3, seed, 2, 0.5)).toList();
    List<Outcome> together = TinyTrial.train(trials, kernels);
    for (int i = 0; i < trials.size(); i++) {
      Outcome alone = TinyTrial.train(List.of(trials.get(i)), RunOptions.Kernels.SCALAR).get(0);
      assertThat(together.get(i).digest(Precision.FLOAT32))
          .isEqualTo(alone.digest(Precision.FLOAT32));
    }
  }

  /** Three rows, or four where the second one is there twice. */
  private static PreparedTrial trial(int rows, long seed, double second, double third) {
    double[] x = {0.1, 0.9, -0.4, 0.9};
    double[] y = {0.3, -0.8, 0.5, -0.8};
    double[] weights = {1, second, third, 1};
    var target = new Target(List.of("y"), List.of());
    Dataset dataset =
        new Dataset(List.of("x"), target, Arrays.copyOf(x, rows), Arrays.copyOf(y, rows))
            .withWeights(Arrays.copyOf(weights, rows));
    return TinyTrial.of(whole(dataset), new MeanSquaredError(), Expr::tanh, 10, 0.1, seed);
  }
}
