package dev.kassei.builtins.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.api.Activation;
import dev.kassei.api.Gradients;
import dev.kassei.api.Layer;
import dev.kassei.api.Model;
import dev.kassei.api.NamedLayer;
import dev.kassei.api.OptimizerStep;
import dev.kassei.api.ParameterRole;
import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Gradient;
import dev.kassei.api.expr.InitialValues;
import dev.kassei.api.expr.Interpreter;
import dev.kassei.api.expr.Layout;
import dev.kassei.api.expr.Mode;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Shape;
import dev.kassei.api.expr.Traversal;
import dev.kassei.builtins.initializer.Auto;
import dev.kassei.builtins.initializer.HeNormal;
import dev.kassei.builtins.initializer.Initializers;
import dev.kassei.builtins.layer.BatchNorm;
import dev.kassei.builtins.layer.Dense;
import dev.kassei.builtins.layer.Dropout;
import dev.kassei.builtins.layer.LayerNorm;
import dev.kassei.builtins.layer.RmsNorm;
import dev.kassei.builtins.loss.MeanSquaredError;
import dev.kassei.builtins.optimizer.Sgd;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ModelTest {
  private static final Expr INPUT = Expr.input("x", Shape.batch(2));
  private static final Activation TANH = Expr::tanh;
  private static final Activation SIGMOID = Expr::sigmoid;
  private static final Activation GATED = x -> x.columns(0, x.width() / 2);

  @Test
  void hiddenLayersAreDenseAndActivated() {
    Expr y = mlp(List.of(16, 8), TANH, SIGMOID).apply(INPUT, 3);
    assertThat(y.shape()).isEqualTo(Shape.batch(3));
    assertThat(parameters(y))
        .containsExactly(
            "hidden.0.weight 2 × 16",
            "hidden.0.bias 1 × 16",
            "hidden.1.weight 16 × 8",
            "hidden.1.bias 1 × 8",
            "output.weight 8 × 3",
            "output.bias 1 × 3");
    assertThat(taps(y))
        .containsExactly(
            "hidden.0", "hidden.0.activation", "hidden.1", "hidden.1.activation", "output");
  }

  @Test
  void theOutputActivationHasAPathOfItsOwn() {
    Expr y = mlp(List.of(), Optional.of(SIGMOID)).apply(INPUT, 1);
    assertThat(taps(y)).containsExactly("output", "output.activation");
    assertThat(y.operand(0).operation()).isEqualTo(Operation.SIGMOID);
  }

  @Test
  void thePerceptronFollowsTheArticlesLoop() {
    Expr prediction = mlp(List.of(), Optional.of(SIGMOID)).apply(INPUT, 1);
    Expr loss = new MeanSquaredError().apply(prediction, Expr.input("t", Shape.batch(1))).mean();
    List<Expr> parameters = leaves(prediction);
    List<Expr> gradients = Gradient.of(loss, Expr.constant(1), parameters, Mode.TRAINING);
    var step =
        new OptimizerStep(
            Expr.rate(), Expr.stepNumber(), ParameterRole.WEIGHTS, new Gradients(gradients));
    var sgd = new Sgd(0.1, 0, 0, false, 0);
    List<Expr> formulas =
        List.of(
            loss,
            sgd.update(parameters.get(0), gradients.get(0), step),
            sgd.update(parameters.get(1), gradients.get(1), step));
    var interpreter =
        new Interpreter(4, Mode.TRAINING)
            .with("x", 0, 0, 0, 1, 1, 0, 1, 1)
            .with("t", 0, 1, 1, 0)
            .with("output.weight", 0.5, -0.3)
            .with("output.bias", 0.1)
            .step(0.1, 1);
    double[] losses = new double[1001];
    for (int epoch = 0; epoch <= 1000; epoch++) {
      List<double[]> values = interpreter.train(formulas);
      losses[epoch] = values.get(0)[0];
      interpreter.with("output.weight", values.get(1)).with("output.bias", values.get(2));
    }
    assertThat(losses[0]).isCloseTo(0.2583660575812816, within(1e-13));
    assertThat(losses[100]).isCloseTo(0.2526334232608418, within(1e-13));
    assertThat(losses[1000]).isCloseTo(0.25001058122346886, within(1e-13));
  }

  @Test
  void anActivationMayChangeTheWidth() {
    Expr y = mlp(List.of(16), GATED, GATED).apply(INPUT, 1);
    assertThat(parameters(y)).contains("output.weight 8 × 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mlp(List.of(), Optional.of(GATED)).apply(INPUT, 4))
        .withMessage("output_activation makes 2 columns of 4, but the loss needs 4");
  }

  @Test
  void activationsMustSuitTheHiddenLayers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mlp(List.of(4, 4), Optional.empty()))
        .withMessage(
            "activation is missing: the hidden layers need one, such as activation: relu,"
                + " or a list of 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mlp(List.of(), TANH, TANH))
        .withMessageContaining("hidden is empty; give hidden, such as [16]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mlp(List.of(4, 4, 4), TANH, SIGMOID))
        .withMessage(
            "activation must be a single one or a list with one for each hidden layer, 3, but has 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mlp(List.of(0), TANH, TANH))
        .withMessage("a hidden layer has at least 1 unit but one has 0");
  }

  @Test
  void eachLayersWeightsAreMadeForItsActivation() {
    Expr y =
        new Mlp(List.of(4), List.of(new Gain(3)), Optional.of(new Gain(5)), new Initializers())
            .apply(INPUT, 1);
    assertThat(initializer(y, 0)).isEqualTo(new Auto().before(new Gain(3)));
    assertThat(initializer(y, 2)).isEqualTo(new Auto().before(new Gain(5)));
  }

  @Test
  void sequentialNumbersItsLayers() {
    Expr y = sequential(dense(4), TANH, dense(3)).apply(INPUT, 3);
    assertThat(parameters(y))
        .containsExactly(
            "layers.0.weight 2 × 4",
            "layers.0.bias 1 × 4",
            "layers.2.weight 4 × 3",
            "layers.2.bias 1 × 3");
    assertThat(taps(y)).containsExactly("layers.0", "layers.1", "layers.2");
  }

  @Test
  void sequentialPreparesDenseLayersForTheirActivation() {
    Expr y = sequential(dense(4), new Gain(3), dense(1)).apply(INPUT, 1);
    assertThat(initializer(y, 0)).isEqualTo(new Auto().before(new Gain(3)));
    assertThat(initializer(y, 2)).isEqualTo(new Auto());
  }

  @Test
  void sequentialPreparesDenseLayersForTheActivationBehindTheirNorm() {
    for (Layer norm : List.of(new BatchNorm(), new LayerNorm(), new RmsNorm())) {
      Expr y = sequential(dense(4), norm, new Gain(3), dense(1)).apply(INPUT, 1);
      assertThat(initializer(y, 0)).isEqualTo(new Auto().before(new Gain(3)));
      Expr named =
          sequential(dense(4), new NamedLayer("norm", norm), new Gain(3), dense(1)).apply(INPUT, 1);
      assertThat(initializer(named, 0)).isEqualTo(new Auto().before(new Gain(3)));
    }
    Expr dropped = sequential(dense(4), new Dropout(), new Gain(3), dense(1)).apply(INPUT, 1);
    assertThat(initializer(dropped, 0)).isEqualTo(new Auto());
  }

  @Test
  void sequentialDrawsTheSameWeightsBeforeANormAsTheMultilayerPerceptron() {
    var mlp = new Mlp(List.of(4), List.of(new Gain(3)), Optional.empty(), new Initializers());
    var layers = sequential(dense(4), new BatchNorm(), new Gain(3), dense(1));
    assertThat(initializer(layers.apply(INPUT, 1), 0))
        .isEqualTo(initializer(mlp.apply(INPUT, 1), 0));
  }

  @Test
  void sequentialMustEndWithTheWidthThatTheLossNeeds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sequential(dense(4), TANH).apply(INPUT, 3))
        .withMessage(
            "layers.1 returns 4 columns, but data and loss need 3;"
                + " end with {type: dense, units: 3}, or choose a loss that fits");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sequential())
        .withMessage("layers must hold at least one layer");
  }

  @Test
  void aDenseLayerMayHaveNoBias() {
    Expr y = INPUT.through("d", new Dense(3, Initializers.of(new HeNormal()), false));
    assertThat(parameters(y)).containsExactly("d.weight 2 × 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> dense(0))
        .withMessage("units must be at least 1 but was 0");
  }

  @Test
  void weightsAreMarkedForTransposingAtTheBorder() {
    List<Expr> parameters = leaves(INPUT.through("d", dense(3)));
    assertThat(((Detail.Parameter) parameters.get(0).detail()).layout()).isEqualTo(Layout.WEIGHTS);
    assertThat(((Detail.Parameter) parameters.get(1).detail()).layout()).isEqualTo(Layout.PLAIN);
  }

  @Test
  void aLayerUsedTwiceIsDeclaredTheSame() {
    assertThat(leaves(INPUT.through("d", dense(3))).get(1).detail())
        .isEqualTo(leaves(INPUT.through("d", dense(3))).get(1).detail());
  }

  @Test
  void modelsAndLayersAreServices() {
    assertThat(ServiceLoader.load(Model.class)).contains(new Mlp(), new Sequential());
    assertThat(ServiceLoader.load(Layer.class)).contains(new Dense());
  }

  private static Mlp mlp(List<Integer> hidden, Optional<Activation> output) {
    return new Mlp(hidden, List.of(), output, new Initializers());
  }

  private static Mlp mlp(List<Integer> hidden, Activation first, Activation second) {
    List<Activation> activations = first == second ? List.of(first) : List.of(first, second);
    return new Mlp(hidden, activations, Optional.empty(), new Initializers());
  }

  private static Sequential sequential(Layer... layers) {
    return new Sequential(List.of(layers));
  }

  private static Dense dense(int units) {
    return new Dense(units, new Initializers(), true);
  }

  private static List<Expr> leaves(Expr formula) {
    return Traversal.operandsFirst(List.of(formula)).stream()
        .filter(node -> node.operation() == Operation.PARAMETER)
        .toList();
  }

  private static InitialValues initializer(Expr formula, int parameter) {
    return ((Detail.Parameter) leaves(formula).get(parameter).detail()).initializer();
  }

  private static List<String> parameters(Expr formula) {
    return leaves(formula).stream()
        .map(node -> ((Detail.Parameter) node.detail()).name() + " " + node.shape())
        .toList();
  }

  private static List<String> taps(Expr formula) {
    return Traversal.operandsFirst(List.of(formula)).stream()
        .filter(node -> node.operation() == Operation.TAP)
        .map(node -> ((Detail.Applied) node.detail()).path())
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
}
