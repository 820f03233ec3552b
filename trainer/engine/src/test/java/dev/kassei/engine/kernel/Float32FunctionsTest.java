package dev.kassei.engine.kernel;

import static dev.kassei.engine.kernel.Float32Functions.atan;
import static dev.kassei.engine.kernel.Float32Functions.cos;
import static dev.kassei.engine.kernel.Float32Functions.erf;
import static dev.kassei.engine.kernel.Float32Functions.erfc;
import static dev.kassei.engine.kernel.Float32Functions.exp;
import static dev.kassei.engine.kernel.Float32Functions.expm1;
import static dev.kassei.engine.kernel.Float32Functions.log;
import static dev.kassei.engine.kernel.Float32Functions.log1p;
import static dev.kassei.engine.kernel.Float32Functions.sigmoid;
import static dev.kassei.engine.kernel.Float32Functions.sigmoidDerivative;
import static dev.kassei.engine.kernel.Float32Functions.sin;
import static dev.kassei.engine.kernel.Float32Functions.softplus;
import static dev.kassei.engine.kernel.Float32Functions.tanh;
import static java.lang.Float.NEGATIVE_INFINITY;
import static java.lang.Float.NaN;
import static java.lang.Float.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Float32FunctionsTest {

  private static final int RANDOM_POINTS = 200_000;

  interface FloatFunction {
    float at(float x);
  }

  /** A function, its float64 form and the bound in ulp that its documentation states. */
  record Bounded(String name, FloatFunction function, DoubleUnaryOperator float64, double bound) {
    float at(float x) {
      return function.at(x);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final Bounded EXP =
      new Bounded("exp", Float32Functions::exp, Float64Functions::exp, 1.1);
  private static final Bounded EXPM1 =
      new Bounded("expm1", Float32Functions::expm1, Float64Functions::expm1, 1.3);
  private static final Bounded LOG =
      new Bounded("log", Float32Functions::log, Float64Functions::log, 1.0);
  private static final Bounded LOG1P =
      new Bounded("log1p", Float32Functions::log1p, Float64Functions::log1p, 1.2);
  private static final Bounded TANH =
      new Bounded("tanh", Float32Functions::tanh, Float64Functions::tanh, 2.1);
  private static final Bounded SIGMOID =
      new Bounded("sigmoid", Float32Functions::sigmoid, Float64Functions::sigmoid, 2.5);
  private static final Bounded SIGMOID_DERIVATIVE =
      new Bounded(
          "sigmoidDerivative",
          Float32Functions::sigmoidDerivative,
          Float64Functions::sigmoidDerivative,
          2.4);
  private static final Bounded SOFTPLUS =
      new Bounded("softplus", Float32Functions::softplus, Float64Functions::softplus, 1.9);
  private static final Bounded ERF =
      new Bounded("erf", Float32Functions::erf, Float64Functions::erf, 1.0);
  private static final Bounded ERFC =
      new Bounded("erfc", Float32Functions::erfc, Float64Functions::erfc, 3.9);
  private static final Bounded SIN =
      new Bounded("sin", Float32Functions::sin, Float64Functions::sin, 1.6);
  private static final Bounded COS =
      new Bounded("cos", Float32Functions::cos, Float64Functions::cos, 1.6);
  private static final Bounded ATAN =
      new Bounded("atan", Float32Functions::atan, Float64Functions::atan, 1.4);

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

  @ParameterizedTest
  @MethodSource("functions")
  void staysWithinItsBoundOfTheFloat64Function(Bounded function) {
    var random = new SplittableRandom(1);
    double worst = 0;
    float worstX = 0;
    for (int i = 0; i < RANDOM_POINTS; i++) {
      float any = Float.intBitsToFloat(random.nextInt());
      float x = i % 2 == 0 ? any : (float) (20 * random.nextDouble() - 10);
      double error = Ulps.between(function.at(x), function.float64.applyAsDouble(x));
      if (!(error <= worst)) {
        worst = error;
        worstX = x;
      }
    }
    assertThat(worst).as("ulp at %s", worstX).isLessThanOrEqualTo(function.bound);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void givesNaNForNaN(Bounded function) {
    assertThat(function.at(NaN)).isNaN();
    assertThat(function.at(Float.intBitsToFloat(0xffc0_0123))).isNaN();
    assertThat(function.at(Float.intBitsToFloat(0x7fff_ffff))).isNaN();
  }

  @ParameterizedTest
  @MethodSource("oddFunctions")
  void isExactlyOdd(Bounded function) {
    assertThat(randomMagnitudes()).allMatch(x -> function.at(-x) == -function.at(x));
  }

  @ParameterizedTest
  @MethodSource("oddFunctions")
  void keepsTheSignOfZero(Bounded function) {
    assertThat(bits(function.at(0.0f))).isEqualTo(bits(0.0f));
    assertThat(bits(function.at(-0.0f))).isEqualTo(bits(-0.0f));
  }

  @ParameterizedTest
  @MethodSource("increasingFunctions")
  void neverDecreasesByMoreThanItsError(Bounded function) {
    float previous = function.at(0x1p-10f);
    for (float x = 0x1p-10f; x < 20; x *= 1 + 0x1p-12f) {
      float y = function.at(x);
      if (y < previous - 2 * Math.ulp(previous)) {
        fail("%s falls from %s to %s at %s", function, previous, y, x);
      }
      previous = y;
    }
    assertThat(previous).isGreaterThan(function.at(0x1p-10f));
  }

  @Test
  void cosAndSigmoidDerivativeAreExactlyEven() {
    assertThat(randomMagnitudes())
        .allMatch(x -> cos(-x) == cos(x) && sigmoidDerivative(-x) == sigmoidDerivative(x));
  }

  @Test
  void expm1AndLog1pKeepTheSignOfZero() {
    assertThat(bits(expm1(-0.0f))).isEqualTo(bits(-0.0f));
    assertThat(bits(expm1(0.0f))).isEqualTo(bits(0.0f));
    assertThat(bits(log1p(-0.0f))).isEqualTo(bits(-0.0f));
    assertThat(bits(log1p(0.0f))).isEqualTo(bits(0.0f));
  }

  @Test
  void subnormalArgumentsPassThroughWhereTheFunctionIsTheIdentity() {
    float x = 3 * Float.MIN_VALUE;
    assertThat(List.of(expm1(x), log1p(x), tanh(x), sin(x), atan(x))).containsOnly(x);
  }

  @Test
  void expKeepsGradualUnderflow() {
    assertThat(exp(-103)).isEqualTo(Float.MIN_VALUE);
    assertThat(exp(-103.97208f)).isEqualTo(Float.MIN_VALUE);
    assertThat(exp(Math.nextDown(-103.97208f))).isEqualTo(0.0f);
    assertThat(exp(NEGATIVE_INFINITY)).isEqualTo(0.0f);
  }

  @Test
  void expOverflowsWhereTheExactValueDoes() {
    assertThat(exp(88.72283f)).isFinite();
    assertThat(exp(Math.nextUp(88.72283f))).isEqualTo(POSITIVE_INFINITY);
    assertThat(exp(POSITIVE_INFINITY)).isEqualTo(POSITIVE_INFINITY);
    assertThat(expm1(88.72283f)).isFinite();
    assertThat(expm1(Math.nextUp(88.72283f))).isEqualTo(POSITIVE_INFINITY);
    assertThat(expm1(POSITIVE_INFINITY)).isEqualTo(POSITIVE_INFINITY);
  }

  @Test
  void expOfZeroIsOneAndExpm1EndsAtMinusOne() {
    assertThat(exp(0.0f)).isEqualTo(1.0f);
    assertThat(exp(-0.0f)).isEqualTo(1.0f);
    assertThat(expm1(-30)).isEqualTo(-1.0f);
    assertThat(expm1(NEGATIVE_INFINITY)).isEqualTo(-1.0f);
  }

  @Test
  void logarithmsEndAtTheirPoles() {
    assertThat(log(0.0f)).isEqualTo(NEGATIVE_INFINITY);
    assertThat(log(-0.0f)).isEqualTo(NEGATIVE_INFINITY);
    assertThat(log(-Float.MIN_VALUE)).isNaN();
    assertThat(log(NEGATIVE_INFINITY)).isNaN();
    assertThat(log(1)).isEqualTo(0.0f);
    assertThat(log(POSITIVE_INFINITY)).isEqualTo(POSITIVE_INFINITY);
    assertThat(log1p(-1)).isEqualTo(NEGATIVE_INFINITY);
    assertThat(log1p(Math.nextDown(-1f))).isNaN();
    assertThat(log1p(NEGATIVE_INFINITY)).isNaN();
    assertThat(log1p(POSITIVE_INFINITY)).isEqualTo(POSITIVE_INFINITY);
  }

  @Test
  void sigmoidKeepsGradualUnderflow() {
    assertThat(sigmoid(-103)).isEqualTo(Float.MIN_VALUE);
    assertThat(sigmoidDerivative(-103)).isEqualTo(Float.MIN_VALUE);
    assertThat(softplus(-103)).isEqualTo(Float.MIN_VALUE);
    assertThat(sigmoid(-100) / Float.MIN_VALUE)
        .isCloseTo((float) StrictMath.exp(-100) / Float.MIN_VALUE, within(1.0f));
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
    assertThat(tanh(POSITIVE_INFINITY)).isEqualTo(1.0f);
    assertThat(tanh(NEGATIVE_INFINITY)).isEqualTo(-1.0f);
    assertThat(sigmoid(POSITIVE_INFINITY)).isEqualTo(1.0f);
    assertThat(sigmoid(NEGATIVE_INFINITY)).isEqualTo(0.0f);
    assertThat(sigmoidDerivative(POSITIVE_INFINITY)).isEqualTo(0.0f);
    assertThat(softplus(POSITIVE_INFINITY)).isEqualTo(POSITIVE_INFINITY);
    assertThat(softplus(NEGATIVE_INFINITY)).isEqualTo(0.0f);
    assertThat(erf(POSITIVE_INFINITY)).isEqualTo(1.0f);
    assertThat(erf(NEGATIVE_INFINITY)).isEqualTo(-1.0f);
    assertThat(erfc(POSITIVE_INFINITY)).isEqualTo(0.0f);
    assertThat(erfc(NEGATIVE_INFINITY)).isEqualTo(2.0f);
    assertThat(sin(POSITIVE_INFINITY)).isNaN();
    assertThat(cos(NEGATIVE_INFINITY)).isNaN();
    assertThat(atan(POSITIVE_INFINITY)).isEqualTo((float) (Math.PI / 2));
    assertThat(atan(NEGATIVE_INFINITY)).isEqualTo((float) (-Math.PI / 2));
  }

  @Test
  void valuesAtZeroAreExact() {
    assertThat(sigmoid(0)).isEqualTo(0.5f);
    assertThat(sigmoidDerivative(0)).isEqualTo(0.25f);
    assertThat(softplus(0)).isEqualTo((float) StrictMath.log(2));
    assertThat(cos(0)).isEqualTo(1.0f);
    assertThat(erfc(0)).isEqualTo(1.0f);
  }

  @Test
  void softplusOfALargeArgumentIsTheArgument() {
    assertThat(softplus(20)).isEqualTo(20.0f);
    assertThat(softplus(Float.MAX_VALUE)).isEqualTo(Float.MAX_VALUE);
  }

  @Test
  void sigmoidOfOppositeArgumentsAddsUpToOne() {
    assertThat(randomMagnitudes())
        .allMatch(x -> Math.abs(sigmoid(x) + sigmoid(-x) - 1) <= Math.ulp(1.0f));
  }

  @Test
  void sigmoidDerivativeIsTheProductOfBothTails() {
    assertThat(randomMagnitudes())
        .allMatch(x -> closeInUlps(sigmoidDerivative(x), sigmoid(x) * sigmoid(-x), 6));
  }

  @Test
  void sinesOfHugeArgumentsAreThoseOfStrictMath() {
    float x = Math.nextUp(0x1p17f);
    assertThat(sin(x)).isEqualTo((float) StrictMath.sin(x));
    assertThat(cos(Float.MAX_VALUE)).isEqualTo((float) StrictMath.cos(Float.MAX_VALUE));
  }

  private static int bits(float value) {
    return Float.floatToRawIntBits(value);
  }

  private static boolean closeInUlps(float actual, float expected, int ulps) {
    return Math.abs(actual - expected) <= ulps * Math.ulp(expected);
  }

  /** 2,000 positive numbers, spread evenly over the exponents from 2⁻⁴⁰ to 2¹². */
  private static Stream<Float> randomMagnitudes() {
    var random = new SplittableRandom(2);
    return Stream.generate(
            () -> Math.scalb((float) (1 + random.nextDouble()), random.nextInt(-40, 12)))
        .limit(2_000);
  }
}
