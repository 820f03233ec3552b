package dev.kassei.engine.kernel;

import static dev.kassei.engine.kernel.Float64Functions.atan;
import static dev.kassei.engine.kernel.Float64Functions.cos;
import static dev.kassei.engine.kernel.Float64Functions.erf;
import static dev.kassei.engine.kernel.Float64Functions.erfc;
import static dev.kassei.engine.kernel.Float64Functions.exp;
import static dev.kassei.engine.kernel.Float64Functions.expm1;
import static dev.kassei.engine.kernel.Float64Functions.log;
import static dev.kassei.engine.kernel.Float64Functions.log1p;
import static dev.kassei.engine.kernel.Float64Functions.sigmoid;
import static dev.kassei.engine.kernel.Float64Functions.sigmoidDerivative;
import static dev.kassei.engine.kernel.Float64Functions.sin;
import static dev.kassei.engine.kernel.Float64Functions.softplus;
import static dev.kassei.engine.kernel.Float64Functions.tanh;
import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Float64FunctionsTest {

  private static final int RANDOM_POINTS = 100_000;

  /** A function and the bound in ulp that its documentation states. */
  record Bounded(String name, DoubleUnaryOperator function, double bound) {
    double at(double x) {
      return function.applyAsDouble(x);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** A function, its twin in StrictMath with the bound stated there, and where to compare them. */
  record Compared(Bounded ours, DoubleUnaryOperator strict, double slack, double low, double high) {
    @Override
    public String toString() {
      return ours.name;
    }
  }

  private static final Bounded EXP = new Bounded("exp", Float64Functions::exp, 0.9);
  private static final Bounded EXPM1 = new Bounded("expm1", Float64Functions::expm1, 1.4);
  private static final Bounded LOG = new Bounded("log", Float64Functions::log, 0.9);
  private static final Bounded LOG1P = new Bounded("log1p", Float64Functions::log1p, 0.9);
  private static final Bounded TANH = new Bounded("tanh", Float64Functions::tanh, 2.0);
  private static final Bounded SIGMOID = new Bounded("sigmoid", Float64Functions::sigmoid, 1.7);
  private static final Bounded SIGMOID_DERIVATIVE =
      new Bounded("sigmoidDerivative", Float64Functions::sigmoidDerivative, 1.6);
  private static final Bounded SOFTPLUS = new Bounded("softplus", Float64Functions::softplus, 1.8);
  private static final Bounded ERF = new Bounded("erf", Float64Functions::erf, 1.2);
  private static final Bounded ERFC = new Bounded("erfc", Float64Functions::erfc, 3.9);
  private static final Bounded SIN = new Bounded("sin", Float64Functions::sin, 1.5);
  private static final Bounded COS = new Bounded("cos", Float64Functions::cos, 1.5);
  private static final Bounded ATAN = new Bounded("atan", Float64Functions::atan, 1.7);

  static Stream<Bounded> functions() {
    return Stream.of(
        EXP,
        EXPM1,
        LOG,
        LOG1P,
        TANH,
        SIGMOID,
        SIGMOID_DERIVATIVE,
        SOFTPLUS,
        ERF,
        ERFC,
        SIN,
        COS,
        ATAN);
  }

  static Stream<Bounded> oddFunctions() {
    return Stream.of(TANH, ERF, SIN, ATAN);
  }

  static Stream<Bounded> increasingFunctions() {
    return Stream.of(EXP, EXPM1, LOG, LOG1P, TANH, SIGMOID, SOFTPLUS, ERF, ATAN);
  }

  static Stream<Compared> comparisons() {
    return Stream.of(
        new Compared(EXP, StrictMath::exp, 1, -745, 709.7),
        new Compared(EXP, StrictMath::exp, 1, -2, 2),
        new Compared(EXPM1, StrictMath::expm1, 1, -40, 709.7),
        new Compared(EXPM1, StrictMath::expm1, 1, -1, 1),
        new Compared(LOG, StrictMath::log, 1, 0, 1e6),
        new Compared(LOG, StrictMath::log, 1, 0.5, 2),
        new Compared(LOG1P, StrictMath::log1p, 1, -1, 1e6),
        new Compared(LOG1P, StrictMath::log1p, 1, -1, 1),
        new Compared(TANH, StrictMath::tanh, 2.5, -20, 20),
        new Compared(TANH, StrictMath::tanh, 2.5, -1, 1),
        new Compared(SIN, StrictMath::sin, 1, -1e5, 1e5),
        new Compared(SIN, StrictMath::sin, 1, -0x1p30, 0x1p30),
        new Compared(COS, StrictMath::cos, 1, -1e5, 1e5),
        new Compared(COS, StrictMath::cos, 1, -0x1p30, 0x1p30),
        new Compared(ATAN, StrictMath::atan, 1, -3, 3),
        new Compared(ATAN, StrictMath::atan, 1, -1e6, 1e6));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void staysWithinItsBoundOfTheExactValue(Bounded function) {
    assertThat(ReferencePoint.of(function.name))
        .allSatisfy(
            point ->
                assertThat(Ulps.between(function.at(point.x()), point.expected()))
                    .as("ulp at %s", point.x())
                    .isLessThanOrEqualTo(function.bound));
  }

  @ParameterizedTest
  @MethodSource("comparisons")
  void agreesWithStrictMathUpToBothBounds(Compared pair) {
    var random = new SplittableRandom(1);
    double worst = 0;
    double worstX = 0;
    for (int i = 0; i < RANDOM_POINTS; i++) {
      double x = pair.low + (pair.high - pair.low) * random.nextDouble();
      double error = Ulps.between(pair.ours.at(x), pair.strict.applyAsDouble(x));
      if (!(error <= worst)) {
        worst = error;
        worstX = x;
      }
    }
    assertThat(worst).as("ulp at %s", worstX).isLessThanOrEqualTo(pair.ours.bound + pair.slack);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void givesNaNForNaN(Bounded function) {
    assertThat(function.at(NaN)).isNaN();
    assertThat(function.at(Double.longBitsToDouble(0xfff8_0000_0000_0123L))).isNaN();
    assertThat(function.at(Double.longBitsToDouble(0x7fff_ffff_ffff_ffffL))).isNaN();
  }

  @ParameterizedTest
  @MethodSource("oddFunctions")
  void isExactlyOdd(Bounded function) {
    assertThat(randomMagnitudes()).allMatch(x -> function.at(-x) == -function.at(x));
  }

  @ParameterizedTest
  @MethodSource("oddFunctions")
  void keepsTheSignOfZero(Bounded function) {
    assertThat(bits(function.at(0.0))).isEqualTo(bits(0.0));
    assertThat(bits(function.at(-0.0))).isEqualTo(bits(-0.0));
  }

  @ParameterizedTest
  @MethodSource("increasingFunctions")
  void neverDecreasesByMoreThanItsError(Bounded function) {
    double previous = function.at(0x1p-10);
    for (double x = 0x1p-10; x < 40; x *= 1 + 0x1p-12) {
      double y = function.at(x);
      if (y < previous - 2 * Math.ulp(previous)) {
        fail("%s falls from %s to %s at %s", function, previous, y, x);
      }
      previous = y;
    }
    assertThat(previous).isGreaterThan(function.at(0x1p-10));
  }

  @Test
  void cosAndSigmoidDerivativeAreExactlyEven() {
    assertThat(randomMagnitudes())
        .allMatch(x -> cos(-x) == cos(x) && sigmoidDerivative(-x) == sigmoidDerivative(x));
  }

  @Test
  void expm1AndLog1pKeepTheSignOfZero() {
    assertThat(bits(expm1(-0.0))).isEqualTo(bits(-0.0));
    assertThat(bits(expm1(0.0))).isEqualTo(bits(0.0));
    assertThat(bits(log1p(-0.0))).isEqualTo(bits(-0.0));
    assertThat(bits(log1p(0.0))).isEqualTo(bits(0.0));
  }

  @Test
  void subnormalArgumentsPassThroughWhereTheFunctionIsTheIdentity() {
    double x = 3 * Double.MIN_VALUE;
    assertThat(DoubleStream.of(expm1(x), log1p(x), tanh(x), sin(x), atan(x)).toArray())
        .containsOnly(x);
  }

  @Test
  void expKeepsGradualUnderflow() {
    assertThat(exp(-745)).isEqualTo(Double.MIN_VALUE);
    assertThat(exp(-745.1332191019411)).isEqualTo(Double.MIN_VALUE);
    assertThat(exp(-745.1332191019412)).isEqualTo(0.0);
    assertThat(exp(NEGATIVE_INFINITY)).isEqualTo(0.0);
  }

  @Test
  void expOverflowsWhereTheExactValueDoes() {
    assertThat(exp(709.782712893384)).isFinite();
    assertThat(exp(709.7827128933841)).isEqualTo(POSITIVE_INFINITY);
    assertThat(exp(POSITIVE_INFINITY)).isEqualTo(POSITIVE_INFINITY);
    assertThat(expm1(709.782712893384)).isFinite();
    assertThat(expm1(709.7827128933841)).isEqualTo(POSITIVE_INFINITY);
    assertThat(expm1(POSITIVE_INFINITY)).isEqualTo(POSITIVE_INFINITY);
  }

  @Test
  void expOfZeroIsOneAndExpm1EndsAtMinusOne() {
    assertThat(exp(0.0)).isEqualTo(1.0);
    assertThat(exp(-0.0)).isEqualTo(1.0);
    assertThat(expm1(-50)).isEqualTo(-1.0);
    assertThat(expm1(NEGATIVE_INFINITY)).isEqualTo(-1.0);
  }

  @Test
  void logarithmsEndAtTheirPoles() {
    assertThat(log(0.0)).isEqualTo(NEGATIVE_INFINITY);
    assertThat(log(-0.0)).isEqualTo(NEGATIVE_INFINITY);
    assertThat(log(-Double.MIN_VALUE)).isNaN();
    assertThat(log(NEGATIVE_INFINITY)).isNaN();
    assertThat(log(1)).isEqualTo(0.0);
    assertThat(log(POSITIVE_INFINITY)).isEqualTo(POSITIVE_INFINITY);
    assertThat(log1p(-1)).isEqualTo(NEGATIVE_INFINITY);
    assertThat(log1p(Math.nextDown(-1))).isNaN();
    assertThat(log1p(NEGATIVE_INFINITY)).isNaN();
    assertThat(log1p(POSITIVE_INFINITY)).isEqualTo(POSITIVE_INFINITY);
  }

  @Test
  void sigmoidKeepsGradualUnderflow() {
    assertThat(sigmoid(-745)).isEqualTo(Double.MIN_VALUE);
    assertThat(sigmoidDerivative(-745)).isEqualTo(Double.MIN_VALUE);
    assertThat(softplus(-745)).isEqualTo(Double.MIN_VALUE);
    assertThat(sigmoid(-740) / Double.MIN_VALUE)
        .isCloseTo(StrictMath.exp(-740) / Double.MIN_VALUE, within(1.0));
  }

  @Test
  void boundedFunctionsStayWithinTheirLimits() {
    assertThat(randomMagnitudes())
        .allMatch(x -> tanh(x) <= 1 && erf(x) <= 1 && sigmoid(x) <= 1 && sigmoid(-x) >= 0)
        .allMatch(x -> Math.abs(sin(x)) <= 1 && Math.abs(cos(x)) <= 1)
        .allMatch(x -> erfc(x) >= 0 && erfc(-x) <= 2);
  }

  @Test
  void limitsAtInfinityAreExact() {
    assertThat(tanh(POSITIVE_INFINITY)).isEqualTo(1.0);
    assertThat(tanh(NEGATIVE_INFINITY)).isEqualTo(-1.0);
    assertThat(sigmoid(POSITIVE_INFINITY)).isEqualTo(1.0);
    assertThat(sigmoid(NEGATIVE_INFINITY)).isEqualTo(0.0);
    assertThat(sigmoidDerivative(POSITIVE_INFINITY)).isEqualTo(0.0);
    assertThat(softplus(POSITIVE_INFINITY)).isEqualTo(POSITIVE_INFINITY);
    assertThat(softplus(NEGATIVE_INFINITY)).isEqualTo(0.0);
    assertThat(erf(POSITIVE_INFINITY)).isEqualTo(1.0);
    assertThat(erf(NEGATIVE_INFINITY)).isEqualTo(-1.0);
    assertThat(erfc(POSITIVE_INFINITY)).isEqualTo(0.0);
    assertThat(erfc(NEGATIVE_INFINITY)).isEqualTo(2.0);
    assertThat(sin(POSITIVE_INFINITY)).isNaN();
    assertThat(cos(NEGATIVE_INFINITY)).isNaN();
    assertThat(atan(POSITIVE_INFINITY)).isEqualTo(Math.PI / 2);
    assertThat(atan(NEGATIVE_INFINITY)).isEqualTo(-Math.PI / 2);
  }

  @Test
  void valuesAtZeroAreExact() {
    assertThat(sigmoid(0)).isEqualTo(0.5);
    assertThat(sigmoidDerivative(0)).isEqualTo(0.25);
    assertThat(softplus(0)).isEqualTo(StrictMath.log(2));
    assertThat(cos(0)).isEqualTo(1.0);
    assertThat(erfc(0)).isEqualTo(1.0);
  }

  @Test
  void softplusOfALargeArgumentIsTheArgument() {
    assertThat(softplus(40)).isEqualTo(40.0);
    assertThat(softplus(Double.MAX_VALUE)).isEqualTo(Double.MAX_VALUE);
  }

  @Test
  void sigmoidOfOppositeArgumentsAddsUpToOne() {
    assertThat(randomMagnitudes())
        .allMatch(x -> Math.abs(sigmoid(x) + sigmoid(-x) - 1) <= Math.ulp(1.0));
  }

  @Test
  void sigmoidDerivativeIsTheProductOfBothTails() {
    assertThat(randomMagnitudes())
        .allMatch(x -> closeInUlps(sigmoidDerivative(x), sigmoid(x) * sigmoid(-x), 6));
  }

  @Test
  void sinesOfHugeArgumentsAreThoseOfStrictMath() {
    double x = Math.nextUp(0x1p30);
    assertThat(sin(x)).isEqualTo(StrictMath.sin(x));
    assertThat(cos(Double.MAX_VALUE)).isEqualTo(StrictMath.cos(Double.MAX_VALUE));
  }

  private static long bits(double value) {
    return Double.doubleToRawLongBits(value);
  }

  private static boolean closeInUlps(double actual, double expected, double ulps) {
    return Math.abs(actual - expected) <= ulps * Math.ulp(expected);
  }

  /** 2,000 positive numbers, spread evenly over the exponents from 2⁻⁴⁰ to 2¹². */
  private static Stream<Double> randomMagnitudes() {
    var random = new SplittableRandom(2);
    return Stream.generate(() -> Math.scalb(1 + random.nextDouble(), random.nextInt(-40, 12)))
        .limit(2_000);
  }
}
