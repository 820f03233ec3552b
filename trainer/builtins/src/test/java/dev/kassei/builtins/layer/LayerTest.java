package dev.kassei.builtins.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.api.Activation;
import dev.kassei.api.Layer;
import dev.kassei.api.Model;
import dev.kassei.api.NamedLayer;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.LayerException;
import dev.kassei.api.expr.Mode;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Shape;
import dev.kassei.api.expr.Traversal;
import dev.kassei.builtins.initializer.Auto;
import dev.kassei.builtins.initializer.Initializers;
import dev.kassei.builtins.initializer.Normal;
import dev.kassei.builtins.optimizer.Adam;
import dev.kassei.builtins.optimizer.Sgd;
import dev.kassei.engine.FormulaFunction;
import dev.kassei.engine.Programs;
import dev.kassei.engine.plan.Entry;
import dev.kassei.engine.plan.Execution;
import dev.kassei.engine.plan.Plan;
import dev.kassei.engine.plan.PlanOptions;
import dev.kassei.engine.random.CountedDraws;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayerTest {
  private static final Activation TANH = Expr::tanh;
  private static final Expr INPUT = Expr.input("x", Shape.batch(3));
  private static final double SELU_LIMIT = -1.7580993408473766;
  private static final int ROWS = 7;

  @Test
  void dropoutZeroesTheShareAskedForAndScalesTheRest() {
    double[] ones = values(new Dropout(0.3), 40_000, 1);
    double dropped = (double) Arrays.stream(ones).filter(x -> x == 0).count() / ones.length;
    assertThat(dropped).isCloseTo(0.3, within(0.01));
    assertThat(ones).containsOnly(0, 1 / 0.7);
  }

  @Test
  void alphaDropoutKeepsMeanAndVariance() {
    double[] normal = normal(40_000);
    double[] dropped = training(new AlphaDropout(0.2), normal);
    assertThat(mean(dropped)).isCloseTo(mean(normal), within(0.02));
    assertThat(variance(dropped)).isCloseTo(1, within(0.03));
    double constant = Math.sqrt(0.8 * (1 + 0.2 * SELU_LIMIT * SELU_LIMIT));
    double expected = SELU_LIMIT / constant * 0.8;
    long same = Arrays.stream(dropped).filter(x -> Math.abs(x - expected) < 1e-12).count();
    assertThat((double) same / dropped.length).isCloseTo(0.2, within(0.01));
  }

  @Test
  void gaussianNoiseHasTheDeviationAskedFor() {
    double[] noisy = values(new GaussianNoise(0.5), 40_000, 2);
    assertThat(mean(noisy)).isCloseTo(2, within(0.02));
    assertThat(variance(noisy)).isCloseTo(0.25, within(0.01));
  }

  @Test
  void noiseIsLeftOutInInference() {
    for (Layer layer : List.of(new Dropout(), new AlphaDropout(), new GaussianNoise())) {
      double[] x = normal(8);
      assertThat(FormulaFunction.of(layer, 4, Precision.FLOAT64, Mode.INFERENCE).value(x))
          .containsExactly(x);
    }
  }

  @Test
  void aMinibatchOfOneRowLeavesTheRunningStatisticsAsTheyAre() {
    var network =
        SmallNetwork.float64(
                SmallNetwork.sequential(dense(4), new BatchNorm(), dense(1)),
                Shape.batch(3),
                1,
                new Sgd(),
                1)
            .with(normal(3), normal(1));
    assertThat(network.step()).isFinite();
    assertThat(network.plan().tensors().read("layers.1.running_mean", 0)).containsOnly(0);
    assertThat(network.plan().tensors().read("layers.1.running_var", 0)).containsOnly(1);
    assertThat(network.predictions()).doesNotContain(Double.NaN);
  }

  @Test
  void penaltiesAddToTheLossInTrainingAlone() {
    Model plain = SmallNetwork.sequential(dense(4), dense(1));
    var penalized =
        new Dense(
            4, new Initializers(), true, Optional.empty(), new Penalty(0.5, 0.25), new Penalty());
    var first = network(plain);
    var second = network(SmallNetwork.sequential(penalized, dense(1)));
    double[] weights = first.plan().tensors().read("layers.0.weight", 0);
    double penalty = DoubleStream.of(weights).map(w -> 0.5 * Math.abs(w) + 0.25 * w * w).sum();

    assertThat(second.loss() - first.loss()).isCloseTo(penalty, within(1e-12));
    assertThat(second.predictions()).containsExactly(first.predictions());
    second.plan().run(Entry.EVALUATE, ROWS);
    first.plan().run(Entry.EVALUATE, ROWS);
    assertThat(second.plan().output("losses", 0, ROWS))
        .containsExactly(first.plan().output("losses", 0, ROWS));
  }

  @Test
  void thePenaltyOfTiedWeightsCountsOnce() {
    Layer shared =
        new NamedLayer(
            "shared",
            new Dense(
                3, new Initializers(), true, Optional.empty(), new Penalty(0, 1), new Penalty()));
    var network = network(SmallNetwork.sequential(shared, shared, dense(1)));
    var plain = network(SmallNetwork.sequential(named(dense(3)), named(dense(3)), dense(1)));
    double squares =
        DoubleStream.of(network.plan().tensors().read("shared.weight", 0)).map(w -> w * w).sum();
    assertThat(network.loss() - plain.loss()).isCloseTo(squares, within(1e-12));
  }

  @Test
  void layersOfOneNameHaveOneTensorWithTheFirstOnesInitialValues() {
    var tied =
        SmallNetwork.sequential(
            new NamedLayer("shared", dense(3)), new Gain(3), new NamedLayer("shared", dense(3)));
    var network = network(tied, 3);
    assertThat(network.parameters()).containsExactly("shared.weight", "shared.bias");
    assertThat(network.plan().tensors().read("shared.weight", 0))
        .containsExactly(
            network(SmallNetwork.sequential(named(dense(3)), new Gain(3)), 3)
                .plan()
                .tensors()
                .read("shared.weight", 0));
  }

  @Test
  void layersOfOneNameAndDifferentShapesAreRefused() {
    Model model = SmallNetwork.sequential(named(dense(3)), named(dense(4)), dense(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network(model))
        .withMessage(
            "'shared.weight' is used as 3 × 3 and as 3 × 4; what has one name is one tensor, so"
                + " give one of them another name");
  }

  @Test
  void aNameMustBeAPath() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NamedLayer("a name", dense(1)))
        .withMessage(
            "the name of a layer is the path of its weights and consists of letters, digits,"
                + " underscores and dots, but was 'a name'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NamedLayer("optimizer.x", dense(1)))
        .withMessageContaining("is taken by what the optimizer remembers");
  }

  @Test
  void repeatedLayersHaveWeightsOfTheirOwn() {
    Expr y = INPUT.through("r", new Repeat(2, List.of(dense(4), TANH)));
    assertThat(parameters(y))
        .containsExactly("r.0.0.weight", "r.0.0.bias", "r.1.0.weight", "r.1.0.bias");
    assertThat(initializers(new Repeat(2, List.of(dense(4), new Gain(3)))))
        .containsExactly(new Auto().before(new Gain(3)), new Auto().before(new Gain(3)));
  }

  @Test
  void theLastRepeatedLayerIsMadeForTheActivationThatFollows() {
    assertThat(initializers(new Repeat(2, List.of(dense(4))).before(new Gain(3))))
        .containsExactly(new Auto(), new Auto().before(new Gain(3)));
  }

  @Test
  void aLayersOwnActivationDecidesItsInitialWeights() {
    var own =
        new Dense(
            4, new Initializers(), true, Optional.of(new Gain(3)), new Penalty(), new Penalty());
    assertThat(initializers(own)).containsExactly(new Auto().before(new Gain(3)));
    assertThat(own.before(new Gain(5))).isEqualTo(own);
  }

  @Test
  void aResidualKeepsItsInputWhereTheWidthsAreEqual() {
    assertThat(parameters(INPUT.through("r", residual(dense(3)))))
        .containsExactly("r.0.weight", "r.0.bias");
    assertThat(parameters(INPUT.through("r", residual(dense(5)))))
        .containsExactly("r.0.weight", "r.0.bias", "r.projection.weight");
  }

  @Test
  void columnsThatAreNotEmbeddedStandFirst() {
    Expr y = INPUT.through("e", new Embedding(List.of(4, 2), 3, List.of(3, 1), new Normal()));
    assertThat(y.width()).isEqualTo(7);
    assertThat(parameters(y)).containsExactly("e.weight.0", "e.weight.1");
  }

  @Test
  void columnsToEmbedMustExist() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Embedding(List.of(4), 3, List.of(4), new Normal()).apply(INPUT))
        .withMessage("column 4 is to be embedded, but there are 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Embedding(List.of(4, 2), 3, List.of(), new Normal()).apply(INPUT))
        .withMessageContaining("num_embeddings has 2 numbers of classes for 3 columns");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Embedding(List.of(4), 3, List.of(0), new Normal()))
        .withMessage("columns are counted from 1, but there is a 0");
  }

  @Test
  void impossibleHyperparametersAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Dropout(1))
        .withMessage(
            "p, the share of values that are dropped, must be at least 0 and less than 1 but was"
                + " 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BatchNorm(1e-5, 0, true))
        .withMessage(
            "momentum, the share of the mini-batch, must be above 0 and at most 1 but was 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LayerNorm(0, true))
        .withMessage("epsilon must be positive but was 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Penalty(-1, 0))
        .withMessage("l1 must not be negative but was -1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Repeat(0, List.of(dense(1))))
        .withMessage("repeat must be from 1 to 10000 but was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Kan(1, 5, List.of(1.0, -1.0), new Normal(), new Normal()))
        .withMessageContaining("grid_range must be two numbers, the smaller first");
  }

  @Test
  void aNetworkThatCannotBeBuiltNamesTheInnermostLayer() {
    Layer pairs =
        x -> {
          throw new IllegalArgumentException("an even number of columns expected");
        };
    Layer outer = new Residual(List.of(dense(4), pairs), new Initializers());
    assertThatExceptionOfType(LayerException.class)
        .isThrownBy(() -> SmallNetwork.sequential(dense(2), outer).apply(INPUT, 1))
        .withMessage("an even number of columns expected")
        .satisfies(e -> assertThat(e.path()).isEqualTo("layers.1.1"))
        .satisfies(e -> assertThat(e.input().shape()).isEqualTo(Shape.batch(4)));
  }

  static Stream<Model> networks() {
    return Stream.of(
        SmallNetwork.sequential(dense(6), new BatchNorm(), TANH, new Dropout(0.3), dense(1)),
        SmallNetwork.sequential(dense(6), new LayerNorm(), TANH, new AlphaDropout(), dense(1)),
        SmallNetwork.sequential(dense(6), new RmsNorm(), TANH, new GaussianNoise(), dense(1)),
        SmallNetwork.sequential(residual(dense(5), TANH), new FastKan()),
        SmallNetwork.sequential(new Repeat(3, List.of(named(dense(3)), TANH)), new Kan()));
  }

  /** Alone and side by side, scalar and by vectors, in both precisions. */
  @ParameterizedTest
  @MethodSource("networks")
  void bitsAreTheSameHoweverANetworkIsTrained(Model model) {
    for (Precision precision : Precision.values()) {
      PlanOptions options = PlanOptions.of(precision, ROWS);
      double[] alone = trained(model, options.by(Execution.SCALAR), 1);
      assertThat(trained(model, options.by(Execution.VECTOR), 1)).containsExactly(alone);
      assertThat(trained(model, options.by(Execution.SCALAR), 3)).containsExactly(alone);
      assertThat(trained(model, options.by(Execution.VECTOR), 9)).containsExactly(alone);
    }
  }

  private static double[] trained(Model model, PlanOptions options, int lanes) {
    var network =
        new SmallNetwork(model, Shape.batch(3), 1, new Adam(), options, lanes)
            .with(normal(ROWS * 3), normal(ROWS));
    for (int step = 0; step < 5; step++) {
      network.step();
    }
    return Stream.concat(
            network.plan().tensors().names().stream()
                .map(name -> network.plan().tensors().read(name, 0)),
            Stream.of(network.predictions()))
        .flatMapToDouble(DoubleStream::of)
        .toArray();
  }

  private static SmallNetwork network(Model model) {
    return network(model, 1);
  }

  private static SmallNetwork network(Model model, int outputs) {
    return SmallNetwork.float64(model, Shape.batch(3), outputs, new Sgd(), ROWS)
        .with(normal(ROWS * 3), normal(ROWS * outputs));
  }

  private static double[] values(Layer layer, int count, double x) {
    double[] inputs = new double[count];
    Arrays.fill(inputs, x);
    return training(layer, inputs);
  }

  /** What a layer makes in training of rows of four numbers. */
  private static double[] training(Layer layer, double[] numbers) {
    int rows = numbers.length / 4;
    Expr y = Expr.input("x", Shape.batch(4)).through("layer", layer);
    var plan =
        new Plan(List.of(Programs.layers(y.rowSum())), PlanOptions.of(Precision.FLOAT64, rows));
    plan.inputs("x", 0, numbers, 0, rows);
    plan.run(Entry.GRADIENT, rows);
    return plan.output("layer", 0, rows);
  }

  private static double[] normal(int count) {
    var draws = CountedDraws.of(1, "test", "x", 0);
    return IntStream.range(0, count).mapToDouble(draws::normal).toArray();
  }

  private static double mean(double[] values) {
    return DoubleStream.of(values).average().orElseThrow();
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    return DoubleStream.of(values).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
  }

  private static Layer named(Layer layer) {
    return new NamedLayer("shared", layer);
  }

  private static Residual residual(Layer... layers) {
    return new Residual(List.of(layers), new Initializers());
  }

  private static Dense dense(int units) {
    return new Dense(units, new Initializers(), true);
  }

  private static List<Detail.Parameter> leaves(Expr formula) {
    return Traversal.operandsFirst(List.of(formula)).stream()
        .filter(node -> node.operation() == Operation.PARAMETER)
        .map(node -> (Detail.Parameter) node.detail())
        .toList();
  }

  private static List<String> parameters(Expr formula) {
    return leaves(formula).stream().map(Detail.Parameter::name).toList();
  }

  private static List<Object> initializers(Layer layer) {
    return leaves(INPUT.through("l", layer)).stream()
        .filter(leaf -> leaf.name().endsWith("weight"))
        .map(leaf -> (Object) leaf.initializer())
        .toList();
  }

  private record Gain(double value) implements Activation {
    @Override
    public Expr apply(Expr x) {
      return x.max(0);
    }

    @Override
    public OptionalDouble gain() {
      return OptionalDouble.of(value);
    }
  }

  private static Stream<Layer> layersBeyondCounting() {
    var values = new Normal();
    List<Double> range = List.of(-1.0, 1.0);
    var kernel = List.of(3);
    var same = List.of(Padding.SAME);
    var far = List.of(1_500_000_000);
    var large = new Initializers();
    return Stream.of(
        new Embedding(List.of(2), Integer.MAX_VALUE, List.of(), values),
        new Kan(1, Integer.MAX_VALUE, range, values, values),
        new Kan(1, 1_000_000_000, range, values, values),
        new FastKan(1, 1_000_000_000, range, large, values),
        new Reshape(List.of(Integer.MAX_VALUE, Integer.MAX_VALUE, 4)),
        x ->
            x.through("reshape", new Reshape(List.of(3, 1)))
                .through("pool", new AvgPool(kernel, List.of(1), same))
                .through("conv", dilated(kernel, same, far)));
  }

  private static Conv1d dilated(List<Integer> kernel, List<Padding> padding, List<Integer> by) {
    return new Conv1d(
        2,
        kernel,
        List.of(1),
        padding,
        by,
        1,
        true,
        new Initializers(),
        Optional.empty(),
        new Penalty(),
        new Penalty());
  }

  @ParameterizedTest
  @MethodSource("layersBeyondCounting")
  void sizesBeyondIntegersAreRefusedWithTheirLayer(Layer layer) {
    assertThatExceptionOfType(LayerException.class)
        .isThrownBy(() -> INPUT.through("layers.0", layer))
        .withMessageMatching(
            "the sizes of its matrices cannot be computed \\((integer|long) overflow\\); take smaller"
                + " ones");
  }
}
