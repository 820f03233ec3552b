package dev.kassei.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kassei.activations.formula.Formula;
import dev.kassei.activations.gated.Gelu;
import dev.kassei.activations.gated.Gelu.Approximation;
import dev.kassei.activations.gated.Mish;
import dev.kassei.activations.rowwise.Softmax;
import dev.kassei.api.Activation;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.FormulaException;
import dev.kassei.api.expr.Mode;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Shape;
import dev.kassei.api.expr.Traversal;
import dev.kassei.engine.FormulaFunction;
import dev.kassei.testkit.ActivationContract;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FormulaTest implements ActivationContract {
  private static final double[] POINTS = {-3, -0.7, 0, 0.4, 2, 9};

  @Override
  public Stream<Activation> activations() {
    return Stream.of(
        formula("x * tanh(log(1 + exp(x)))"),
        formula("where(x > 0, x, a * (exp(x) - 1))", Map.of("a", 1.5), List.of("a")),
        formula("columns(x, 0, 2) * sigmoid(columns(x, 2, 4))"),
        formula("exp(x - row_max(x)) / row_sum(exp(x - row_max(x)))"));
  }

  @Test
  void formulaOfMishIsMish() {
    assertThat(value(formula("x * tanh(log(1 + exp(x)))"))).containsExactly(value(new Mish()));
  }

  @Test
  void parametersAreConstants() {
    assertThat(value(formula("x * sigmoid(b * x)", Map.of("b", 1.702), List.of())))
        .containsExactly(value(new Gelu(Approximation.SIGMOID)));
  }

  @Test
  void trainableParametersStartWithTheirValues() {
    Formula trained = formula("x * sigmoid(b * x)", Map.of("b", 1.702), List.of("b"));
    assertThat(value(trained)).containsExactly(value(new Gelu(Approximation.SIGMOID)));
    assertThat(parameters(trained)).containsExactly("hidden.0.b");
  }

  @Test
  void constantParametersAreNotTrained() {
    assertThat(parameters(formula("b * x", Map.of("b", 2.0), List.of()))).isEmpty();
  }

  @Test
  void functionsOfRowsSeeTheRow() {
    Formula softmax = formula("exp(x - row_max(x)) / row_sum(exp(x - row_max(x)))");
    double[] row = {1, 2, 4};
    assertThat(FormulaFunction.of(softmax, 3, Precision.FLOAT64, Mode.INFERENCE).value(row))
        .containsExactly(
            FormulaFunction.of(new Softmax(), 3, Precision.FLOAT64, Mode.INFERENCE).value(row));
  }

  @Test
  void constantFormulaFillsTheRows() {
    assertThat(value(formula("2"))).hasSameSizeAs(POINTS).containsOnly(2);
  }

  @Test
  void unknownNameIsNamed() {
    assertThatThrownBy(() -> formula("x * sigmoid(bb * x * b)", Map.of("b", 1.0), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unknown name 'bb', did you mean 'b'?");
  }

  @Test
  void unusedParameterIsNamed() {
    assertThatThrownBy(() -> formula("x * sigmoid(x)", Map.of("b", 1.0), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the formula does not use the parameter 'b': x * sigmoid(x)");
  }

  @Test
  void trainableMustBeAParameter() {
    assertThatThrownBy(() -> formula("b * x", Map.of("b", 1.0), List.of("c")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("trainable names 'c', but the parameters are [b]");
  }

  @Test
  void inputIsNoParameter() {
    assertThatThrownBy(() -> formula("x", Map.of("x", 1.0), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("x is the input");
  }

  @Test
  void parameterMustBeFinite() {
    assertThatThrownBy(() -> formula("b * x", Map.of("b", Double.NaN), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the parameter b must be a finite number but was NaN");
  }

  @Test
  void whatIsWrongAtEveryWidthIsNamedBeforeTheWidths() {
    assertThatThrownBy(() -> formula("columns(x, 0, 2) * sigmoyd(x)"))
        .isInstanceOf(FormulaException.class)
        .hasMessageContaining("unknown function 'sigmoyd'");
  }

  @Test
  void formulaForOneWidthIsAccepted() {
    assertThat(formula("columns(x, 0, 100)").apply(Expr.input("x", Shape.batch(200))).width())
        .isEqualTo(100);
  }

  @Test
  void aParameterPerUnitHasAValueForEach() {
    Map<String, Double> parameters = Map.of("slope", 0.25, "shift", 1.0);
    var formula =
        new Formula(
            "where(x > 0, x, slope * x) + shift",
            parameters,
            List.of("slope", "shift"),
            List.of("slope"));
    Map<String, Shape> shapes =
        Traversal.operandsFirst(List.of(formula.apply(Expr.input("x", Shape.batch(3))))).stream()
            .filter(node -> node.operation() == Operation.PARAMETER)
            .collect(Collectors.toMap(node -> node.name().orElseThrow(), Expr::shape));
    assertThat(shapes).isEqualTo(Map.of("slope", Shape.fixed(1, 3), "shift", Shape.SCALAR));
    assertThatThrownBy(
            () -> new Formula("slope * x", Map.of("slope", 1.0), List.of(), List.of("slope")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("per_unit names 'slope', but trainable are []");
  }

  private static Formula formula(String text) {
    return formula(text, Map.of(), List.of());
  }

  private static Formula formula(
      String text, Map<String, Double> parameters, List<String> trainable) {
    return new Formula(text, parameters, trainable, List.of());
  }

  private static double[] value(Activation activation) {
    return Evaluation.value(activation, Precision.FLOAT64, POINTS);
  }

  private static List<String> parameters(Formula formula) {
    Expr applied = formula.apply(Expr.input("x", Shape.batch(2)).at("hidden.0"));
    return Traversal.operandsFirst(List.of(applied)).stream()
        .filter(node -> node.operation() == Operation.PARAMETER)
        .map(node -> ((Detail.Parameter) node.detail()).name())
        .toList();
  }
}
