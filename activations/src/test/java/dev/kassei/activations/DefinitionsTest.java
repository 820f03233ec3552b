package dev.kassei.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.activations.elementary.Cube;
import dev.kassei.activations.elementary.Exponential;
import dev.kassei.activations.gated.EisOne;
import dev.kassei.activations.gated.GeGlu;
import dev.kassei.activations.gated.Glu;
import dev.kassei.activations.gated.ReGlu;
import dev.kassei.activations.gated.SwiGlu;
import dev.kassei.activations.gated.Swish;
import dev.kassei.activations.periodic.Snake;
import dev.kassei.activations.rectified.CRelu;
import dev.kassei.activations.rectified.PRelu;
import dev.kassei.activations.rectified.RRelu;
import dev.kassei.activations.rectified.RectifiedTanh;
import dev.kassei.activations.rectified.Relu;
import dev.kassei.activations.rectified.Selu;
import dev.kassei.activations.rectified.SparsePlus;
import dev.kassei.activations.rectified.Threshold;
import dev.kassei.activations.rectified.Tlu;
import dev.kassei.activations.rowwise.Hardmax;
import dev.kassei.activations.rowwise.LogSoftmax;
import dev.kassei.activations.rowwise.Maxout;
import dev.kassei.activations.rowwise.Softmax;
import dev.kassei.activations.rowwise.Softmin;
import dev.kassei.activations.rowwise.Sparsemax;
import dev.kassei.activations.shrinking.HardShrink;
import dev.kassei.activations.sigmoidal.HardTanh;
import dev.kassei.activations.sigmoidal.RationalTanh;
import dev.kassei.activations.sigmoidal.SparseSigmoid;
import dev.kassei.api.Activation;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Mode;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Shape;
import dev.kassei.api.expr.Traversal;
import dev.kassei.engine.FormulaFunction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Known values of functions for which the vectors of PyTorch and mpmath have none. */
class DefinitionsTest {
  private static final Offset<Double> NEAR = within(1e-13);

  private static double[] row(Activation activation, double... row) {
    return FormulaFunction.of(activation, row.length, Precision.FLOAT64, Mode.INFERENCE).value(row);
  }

  private static double at(Activation activation, double x) {
    return row(activation, x)[0];
  }

  /** −0 is 0. */
  private static int compare(double a, double b) {
    return Double.compare(a + 0.0, b + 0.0);
  }

  private static double slope(Activation activation, double x) {
    return Evaluation.derivative(activation, x)[0];
  }

  @Test
  void reluHasTheParametersOfKeras() {
    assertThat(row(new Relu(0.5, Double.POSITIVE_INFINITY, 0), -10, -5, 0, 5, 10))
        .containsExactly(-5, -2.5, 0, 5, 10);
    assertThat(row(new Relu(0, 5, 0), -10, -5, 0, 5, 10)).containsExactly(0, 0, 0, 5, 5);
    double[] cut = row(new Relu(0, Double.POSITIVE_INFINITY, 5), -10, 5, 10);
    assertThat(cut).usingElementComparator(DefinitionsTest::compare).containsExactly(0, 0, 10);
    assertThat(row(new Relu(0.1, 4, 1), -9, 1, 2, 5)).containsExactly(-1, 0, 2, 4);
    assertThat(slope(new Relu(0.1, 4, 1), 1)).isEqualTo(0.1);
    assertThat(slope(new Relu(0.1, 4, 1), 4)).isZero();
  }

  @Test
  void thresholdReplacesWhatIsNotAbove() {
    assertThat(row(new Threshold(), -1, 1, 1.5)).containsExactly(0, 0, 1.5);
    assertThat(row(new Threshold(0.1, 20), 0.05, 0.1, 0.2)).containsExactly(20, 20, 0.2);
  }

  @Test
  void preluHasOneSlopeOrOneAColumn() {
    assertThat(shapes(new PRelu())).containsExactly(Shape.SCALAR);
    assertThat(shapes(new PRelu(0.1, false))).containsExactly(Shape.fixed(1, 3));
    assertThat(row(new PRelu(0.1, false), -1, 0, 2)).containsExactly(-0.1, 0, 2);
  }

  @Test
  void tluHasAThresholdAColumnAndIfAffineASlope() {
    assertThat(shapes(new Tlu())).containsExactly(Shape.fixed(1, 3));
    assertThat(shapes(new Tlu(true))).hasSize(2).containsOnly(Shape.fixed(1, 3));
    assertThat(row(new Tlu(true), -1, 0, 2)).containsExactly(0, 0, 2);
  }

  @Test
  void trainableFormsStartAsTheFixedOnes() {
    assertThat(shapes(new Swish(1.5, true))).containsExactly(Shape.fixed(1, 3));
    assertThat(row(new Swish(1.5, true), -1, 0, 2)).isEqualTo(row(new Swish(1.5), -1, 0, 2));
    assertThat(shapes(new Snake(2, true))).containsExactly(Shape.fixed(1, 3));
    assertThat(row(new Snake(2, true), -1, 0, 2)).isEqualTo(row(new Snake(2, false), -1, 0, 2));
    assertThat(shapes(new Swish(1.5))).isEmpty();
  }

  private static List<Shape> shapes(Activation activation) {
    Expr y = activation.apply(Expr.input("x", Shape.batch(3)));
    return Traversal.operandsFirst(List.of(y)).stream()
        .filter(node -> node.operation() == Operation.PARAMETER)
        .map(Expr::shape)
        .toList();
  }

  @Test
  void rreluTakesTheMeanSlopeInInferenceAndNoiseInTraining() {
    assertThat(at(new RRelu(), -1)).isEqualTo(-11.0 / 48);
    assertThat(at(new RRelu(), 2)).isEqualTo(2);
    Expr y = new RRelu().apply(Expr.input("x", Shape.batch(3)));
    assertThat(Traversal.operandsFirst(List.of(y)))
        .extracting(Expr::detail)
        .contains(new Detail.Noise("slope", 1.0 / 8, 1.0 / 3));
  }

  @Test
  void rreluOfThePaperDrawsWhatItDividesBy() {
    var paper = new RRelu(1.0 / 8, 1.0 / 3, RRelu.Draw.DIVISOR);
    assertThat(at(paper, -11)).isEqualTo(-2);
    Expr y = paper.apply(Expr.input("x", Shape.batch(3)));
    assertThat(Traversal.operandsFirst(List.of(y)))
        .extracting(Expr::detail)
        .contains(new Detail.Noise("divisor", 3, 8));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RRelu(0, 0.5, RRelu.Draw.DIVISOR))
        .withMessage("lower must be positive where a divisor is drawn but was 0.0");
  }

  @Test
  void eisOneHasTheFamilysDenominatorOrThatOfTheAbstract() {
    assertThat(at(new EisOne(), -1)).isCloseTo(-0.0754265, within(5e-8));
    assertThat(at(new EisOne(EisOne.Denominator.SIGNED), -1)).isCloseTo(-0.1454861, within(5e-8));
    assertThat(at(new EisOne(EisOne.Denominator.SIGNED), 2)).isEqualTo(at(new EisOne(), 2));
  }

  @Test
  void boundIsShortForBothEnds() {
    assertThat(new HardTanh(-1, 1, Optional.of(2.0))).isEqualTo(new HardTanh(-2, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HardTanh(-1, 3, Optional.of(2.0)))
        .withMessage("bound stands for low and high, so give either it or those");
  }

  @Test
  void hardShrinkHasOneThresholdOrTwo() {
    var two = new HardShrink(0.5, Optional.of(-2.0), Optional.of(1.0));
    assertThat(row(two, -2.5, -2, 1, 1.5)).containsExactly(-2.5, 0, 0, 1.5);
    assertThat(at(two, Double.NaN)).isNaN();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HardShrink(0.5, Optional.of(2.0), Optional.of(1.0)))
        .withMessage("lower must not be above upper but they were 2.0 and 1.0");
  }

  @Test
  void onlyTheSeluOfThePaperHasItsGain() {
    assertThat(new Selu().gain()).hasValue(1);
    assertThat(new Selu(1, 1).gain()).isEmpty();
  }

  @Test
  void sparsePlusIsTheIntegralOfSparseSigmoid() {
    double[] points = {-2, -1, -0.5, 0, 0.5, 1, 3};
    assertThat(row(new SparsePlus(), points)).containsExactly(0, 0, 0.0625, 0.25, 0.5625, 1, 3);
    assertThat(row(new SparseSigmoid(), points)).containsExactly(0, 0, 0.25, 0.5, 0.75, 1, 1);
    assertThat(Evaluation.derivative(new SparsePlus(), points))
        .containsExactly(row(new SparseSigmoid(), points));
  }

  @Test
  void cubeExponentialAndRectifiedTanh() {
    assertThat(at(new Cube(), -2)).isEqualTo(-8);
    assertThat(at(new Exponential(), 1)).isEqualTo(Math.E);
    assertThat(at(new RectifiedTanh(), -1)).isZero();
    assertThat(at(new RectifiedTanh(), 0.5)).isEqualTo(StrictMath.tanh(0.5));
  }

  @Test
  void rationalTanhIsThatOfItsDefinition() {
    for (double x : new double[] {-30, -3, -0.1, 1e-9, 0.7, 2}) {
      double y = Math.abs(2 * x / 3);
      double expected =
          Math.signum(x) * 1.7159 * (1 - 1 / (1 + y + y * y + 1.41645 * y * y * y * y));
      assertThat(at(new RationalTanh(), x)).isCloseTo(expected, within(4e-16));
      assertThat(at(new RationalTanh(), x))
          .isCloseTo(1.7159 * StrictMath.tanh(2 * x / 3), within(0.03));
    }
  }

  @Test
  void notANumberStaysOne() {
    assertThat(at(new HardShrink(), Double.NaN)).isNaN();
    assertThat(at(new Threshold(), Double.NaN)).isNaN();
    assertThat(row(new Hardmax(), 1, Double.NaN, 2)[1]).isNaN();
  }

  @Test
  void logSoftmaxIsTheLogarithmOfSoftmaxAndSoftminThatOfTheNegatedRow() {
    double[] softmax = row(new Softmax(), 1, 2, 4);
    double[] logarithms = row(new LogSoftmax(), 1, 2, 4);
    for (int i = 0; i < 3; i++) {
      assertThat(logarithms[i]).isCloseTo(StrictMath.log(softmax[i]), within(1e-15));
    }
    assertThat(row(new LogSoftmax(), 0, 5000)).containsExactly(-5000, 0);
    assertThat(row(new Softmin(), -1, -2, -4)).isEqualTo(softmax);
  }

  @Test
  void hardmaxIsOneAtTheFirstLargest() {
    assertThat(row(new Hardmax(), 1, 3, 3, 2)).containsExactly(0, 1, 0, 0);
  }

  @Test
  void sparsemaxProjectsOntoTheSimplex() {
    assertThat(row(new Sparsemax(), -1, 0, 1)).containsExactly(0, 0, 1);
    assertThat(row(new Sparsemax(), 0.5, 0.5, 0)).containsExactly(0.5, 0.5, 0);
    assertThat(row(new Sparsemax(), 0.3, 0.1, 0.2)).containsExactly(values(0.3, 0.1, 0.2), NEAR);
    assertThat(row(new Sparsemax(), 1000.6, 1000, -3)).containsExactly(values(0.8, 0.2, 0), NEAR);
  }

  private static double[] values(double... values) {
    double sum = Arrays.stream(values).sum();
    return Arrays.stream(values).map(value -> value + (1 - sum) / 3).toArray();
  }

  @Test
  void theGradientOfSparsemaxIsThatOfItsSupport() {
    var sparsemax = FormulaFunction.of(new Sparsemax(), 3, Precision.FLOAT64, Mode.INFERENCE);
    assertThat(sparsemax.gradient(new double[] {0.6, 0, -3}, new double[] {1, 0, 5}))
        .containsExactly(0.5, -0.5, 0);
  }

  @Test
  void gatedLinearUnitsHalveTheWidth() {
    double gate = 1 / (1 + StrictMath.exp(-0.5));
    assertThat(row(new Glu(), 3, -1, 0.5, 0)).containsExactly(new double[] {3 * gate, -0.5}, NEAR);
    assertThat(row(new SwiGlu(), 3, -1, 0.5, 0))
        .containsExactly(new double[] {3 * 0.5 * gate, 0}, NEAR);
    assertThat(row(new GeGlu(), 3, -1, 0.5, 0))
        .containsExactly(new double[] {3 * 0.5 * 0.6914624612740131, 0}, NEAR);
    assertThat(row(new ReGlu(), 3, 1, 0.5, -2)).containsExactly(1.5, 0);
  }

  @Test
  void gatedLinearUnitsRefuseAnOddWidth() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> row(new SwiGlu(), 1, 2, 3))
        .withMessage(
            "swiglu cuts rows into two halves, so it needs an even number of columns but got 3");
  }

  @Test
  void maxoutTakesTheLargestOfItsPieces() {
    assertThat(row(new Maxout(), 1, 5, 4, 2)).containsExactly(4, 5);
    assertThat(row(new Maxout(3), 1, 5, 4, 2, 3, 9)).containsExactly(4, 9);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> row(new Maxout(), 1, 2, 3))
        .withMessage("maxout of 2 pieces needs a multiple of 2 columns but got 3");
  }

  @Test
  void creluPutsBothPartsSideBySide() {
    assertThat(row(new CRelu(), -1, 2)).containsExactly(0, 2, 1, 0);
  }
}
