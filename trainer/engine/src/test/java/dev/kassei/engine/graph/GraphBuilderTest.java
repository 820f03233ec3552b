package dev.kassei.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kassei.api.Initializer;
import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Mode;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Rows;
import dev.kassei.api.expr.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GraphBuilderTest {
  private static final Initializer ZERO = (fans, draws, index) -> 0;
  private static final Shape PAIR = Shape.fixed(1, 2);
  private static final Expr X = Expr.input("x", Shape.batch(2));
  private static final Expr Y = Expr.input("y", Shape.batch(2));

  @Test
  void aParameterAndAStateOfOneNameAreRefused() {
    Expr inner = X.at("hidden.0").parameter("mean", PAIR, ZERO);
    Expr outer = X.at("hidden").state("0.mean", PAIR, 1);
    var graph = new GraphBuilder();
    graph.add(X.plus(inner), Mode.TRAINING);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> graph.add(X.plus(outer), Mode.INFERENCE))
        .withMessage(
            "'hidden.0.mean' is declared twice and differently: in 'hidden.0' as parameters of 1 × 2"
                + " and in 'hidden' as a state that begins at 1 of 1 × 2; give one of them another"
                + " name");
  }

  @Test
  void noiseMayHaveTheNameOfATensor() {
    Expr y = X.plus(X.parameter("noise", PAIR, ZERO)).plus(X.uniform("noise", 0, 1));
    var graph = new GraphBuilder();
    graph.add(y, Mode.TRAINING);
    assertThat(graph.build().nodes()).hasSize(5);
  }

  @Test
  void aStateThatIsOnlyWrittenIsPartOfTheGraph() {
    Expr state = X.state("sum", PAIR, 3);
    var graph = new GraphBuilder();
    graph.add(X.updating(state, X.columnSum()), Mode.TRAINING);

    assertThat(graph.build().updates()).containsOnlyKeys("sum");
    assertThat(graph.build().nodes()).extracting(Node::operation).contains(Operation.STATE);
  }

  @Test
  void aStateThatIsOnlyWrittenIsNoPartOfInference() {
    Expr state = X.state("sum", PAIR, 3);
    var graph = new GraphBuilder();
    graph.add(X.updating(state, X.columnSum()), Mode.INFERENCE);

    assertThat(graph.build().updates()).isEmpty();
    assertThat(graph.build().nodes()).extracting(Node::operation).containsExactly(Operation.INPUT);
  }

  /** Of each the graph of x alone. */
  static List<Expr> identities() {
    return List.of(
        X.times(1),
        Expr.constant(1).times(X),
        X.over(1),
        X.minus(0),
        X.negate().negate(),
        X.reshape(Shape.batch(2)));
  }

  @ParameterizedTest
  @MethodSource("identities")
  void whatIsExactlyXIsX(Expr formula) {
    assertThat(operation(formula)).isEqualTo(Operation.INPUT);
  }

  /** x + 0 is 0 for −0, as x − (−0) is; x · 0, x − x and x / x are NaN for infinities and NaN. */
  static List<Expr> noIdentities() {
    return List.of(
        X.plus(0),
        Expr.constant(0).plus(X),
        X.plus(-0.0),
        X.minus(-0.0),
        Expr.constant(0).minus(X),
        X.times(0),
        X.times(-1),
        Expr.constant(0).over(X),
        X.minus(X),
        X.over(X),
        X.max(X),
        X.negate(),
        X.reshape(new Shape(Rows.BATCH.times(2), 1)));
  }

  @ParameterizedTest
  @MethodSource("noIdentities")
  void whatIsXForMostNumbersAloneIsComputed(Expr formula) {
    assertThat(operation(formula)).isNotIn(Operation.INPUT, Operation.CONSTANT);
  }

  @Test
  void aFactorOfOneThatRepeatsAScalarIsNoIdentity() {
    Expr scalar = X.parameter("scalar", Shape.SCALAR, ZERO);
    var graph = new GraphBuilder();
    int y = graph.add(scalar.plus(X.minus(X)).times(1), Mode.TRAINING);

    assertThat(graph.node(y).shape()).isEqualTo(X.shape());
  }

  @Test
  void zerosOfBothSignsAreTwoConstantsAndNaNIsOne() {
    var graph = new GraphBuilder();
    int zero = constant(graph, 0.0);

    assertThat(constant(graph, -0.0)).isNotEqualTo(zero);
    assertThat(constant(graph, 0.0)).isEqualTo(zero);
    assertThat(constant(graph, Double.NaN)).isEqualTo(constant(graph, Double.NaN));
  }

  @Test
  void constantsAreFoldedWithTheirSignsAndNaN() {
    assertThat(folded(Expr.constant(0).negate())).isEqualTo(new Detail.Value(-0.0));
    assertThat(folded(Expr.constant(-0.0).plus(0))).isEqualTo(new Detail.Value(0.0));
    assertThat(folded(Expr.constant(1).over(-0.0)))
        .isEqualTo(new Detail.Value(Double.NEGATIVE_INFINITY));
    assertThat(folded(Expr.constant(0).over(0))).isEqualTo(new Detail.Value(Double.NaN));
    assertThat(folded(Expr.constant(Double.NaN).max(1))).isEqualTo(new Detail.Value(Double.NaN));
    assertThat(folded(Expr.constant(0.5).power(Expr.constant(2))))
        .isEqualTo(new Detail.Value(0.25));
  }

  @Test
  void sumsAndProductsAreOneValueInEitherOrder() {
    var graph = new GraphBuilder();

    assertThat(number(graph, X.plus(Y))).isEqualTo(number(graph, Y.plus(X)));
    assertThat(number(graph, X.times(Y))).isEqualTo(number(graph, Y.times(X)));
    assertThat(number(graph, X.minus(Y))).isNotEqualTo(number(graph, Y.minus(X)));
    assertThat(number(graph, X.max(Y))).isNotEqualTo(number(graph, Y.max(X)));
  }

  @Test
  void sumsAreNeverReassociated() {
    var graph = new GraphBuilder();
    Expr z = Expr.input("z", Shape.batch(2));

    assertThat(number(graph, X.plus(Y).plus(z))).isNotEqualTo(number(graph, X.plus(Y.plus(z))));
    assertThat(number(graph, X.times(2).times(3))).isNotEqualTo(number(graph, X.times(6)));
  }

  @Test
  void equalFormulasHaveOneNumberInBothModes() {
    var graph = new GraphBuilder();
    int training = graph.add(X.at("a").exp(), Mode.TRAINING);

    assertThat(graph.add(X.at("b").exp(), Mode.INFERENCE)).isEqualTo(training);
  }

  @Test
  void whatDependsOnRateStepAndRowsAloneIsOfTheHost() {
    var graph = new GraphBuilder();
    int scalar = graph.add(Expr.rate().times(Expr.stepNumber()).over(X.rowCount()), Mode.TRAINING);
    int scaled = graph.add(X.times(Expr.rate()), Mode.TRAINING);

    assertThat(graph.node(scalar).host()).isTrue();
    assertThat(graph.node(scaled).host()).isFalse();
  }

  @Test
  void trialsThatDifferInConstantsHaveOneStructureUnlessAnIdentityDoes() {
    assertThat(graph(X.times(2)).hasStructureOf(graph(X.times(3)))).isTrue();
    assertThat(graph(X.times(2)).hasStructureOf(graph(X.times(1)))).isFalse();
    assertThat(graph(X.plus(0)).hasStructureOf(graph(X.plus(-0.0)))).isTrue();
    assertThat(graph(X.minus(0)).hasStructureOf(graph(X.minus(-0.0)))).isFalse();
    assertThat(graph(X.plus(X)).hasStructureOf(graph(X.plus(Y)))).isFalse();
  }

  @Test
  void aStateThatIsUpdatedInTwoWaysIsRefused() {
    Expr state = X.state("sum", PAIR, 3);
    var graph = new GraphBuilder();
    graph.add(X.updating(state, X.columnSum()), Mode.TRAINING);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> graph.add(X.updating(state, X.columnMean()), Mode.TRAINING))
        .withMessage("the state 'sum' is updated in two ways; give one of the layers another name");
  }

  private static Operation operation(Expr formula) {
    var graph = new GraphBuilder();
    return graph.node(graph.add(formula, Mode.TRAINING)).operation();
  }

  private static Detail folded(Expr formula) {
    var graph = new GraphBuilder();
    return graph.node(graph.add(formula, Mode.TRAINING)).detail();
  }

  private static int constant(GraphBuilder graph, double value) {
    return number(graph, Expr.constant(value));
  }

  private static int number(GraphBuilder graph, Expr formula) {
    return graph.add(formula, Mode.TRAINING);
  }

  private static Graph graph(Expr formula) {
    var graph = new GraphBuilder();
    graph.add(formula, Mode.TRAINING);
    return graph.build();
  }

  @Test
  void aMatrixAndAVectorOfOneNameAreRefusedInWords() {
    Expr vector = X.at("a").parameter("weight", PAIR, ZERO);
    Expr product = X.at("a").matmul(X.at("a").weights("weight", 2, 2, ZERO));
    var graph = new GraphBuilder();
    graph.add(X.plus(vector), Mode.TRAINING);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> graph.add(product, Mode.TRAINING))
        .withMessage(
            "'a.weight' is declared twice and differently: in 'a' as parameters of 1 × 2 and in 'a'"
                + " as a matrix of weights of 2 × 2; give one of them another name");
  }
}
