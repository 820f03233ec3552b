package dev.kassei.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.activations.gated.Aptx;
import dev.kassei.activations.gated.Smish;
import dev.kassei.activations.rectified.Isrlu;
import dev.kassei.activations.rectified.PiecewiseLinearUnit;
import dev.kassei.activations.rectified.Relu;
import dev.kassei.activations.rectified.Smelu;
import dev.kassei.activations.rectified.SoftPlusPlus;
import dev.kassei.activations.sigmoidal.Hexpo;
import dev.kassei.activations.sigmoidal.Isru;
import dev.kassei.activations.sigmoidal.SoftClipping;
import dev.kassei.activations.trainable.AconC;
import dev.kassei.activations.trainable.AdaptivePiecewiseLinear;
import dev.kassei.activations.trainable.DualLine;
import dev.kassei.activations.trainable.Laaf;
import dev.kassei.activations.trainable.Pelu;
import dev.kassei.activations.trainable.PiecewiseLinear;
import dev.kassei.activations.trainable.SShapedRelu;
import dev.kassei.activations.trainable.Smu;
import dev.kassei.activations.trainable.SoftRootSign;
import dev.kassei.activations.trainable.Xielu;
import dev.kassei.api.Activation;
import dev.kassei.api.Precision;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Hyperparameters other than the defaults, against the formulas of the papers. */
class HyperparametersTest {
  private static final double[] POINTS =
      IntStream.rangeClosed(-40, 40).mapToDouble(i -> i / 8.0).toArray();

  private static final List<Map.Entry<Activation, DoubleUnaryOperator>> FORMULAS =
      List.of(
          Map.entry(new Isru(4), x -> x / Math.sqrt(1 + 4 * x * x)),
          Map.entry(new Isrlu(4), x -> x > 0 ? x : x / Math.sqrt(1 + 4 * x * x)),
          Map.entry(new Smelu(2), x -> x <= -2 ? 0 : x >= 2 ? x : (x + 2) * (x + 2) / 8),
          Map.entry(
              new PiecewiseLinearUnit(0.25, 2),
              x -> x > 2 ? 0.25 * (x - 2) + 2 : x < -2 ? 0.25 * (x + 2) - 2 : x),
          Map.entry(new SoftPlusPlus(2, 4), x -> log(1 + exp(2 * x)) + x / 4 - StrictMath.log(2)),
          Map.entry(
              new Hexpo(2, 3, 0.5, 4), x -> x > 0 ? 2 - 2 * exp(-x / 3) : 0.5 * exp(x / 4) - 0.5),
          Map.entry(new SoftClipping(2), x -> log((1 + exp(2 * x)) / (1 + exp(2 * x - 2))) / 2),
          Map.entry(
              new Smish(2, 0.5), x -> 2 * x * StrictMath.tanh(log(1 + 1 / (1 + exp(-x / 2))))),
          Map.entry(new Aptx(2, 0.5, 3), x -> (2 + StrictMath.tanh(x / 2)) * 3 * x),
          Map.entry(new AconC(1.5, -0.5, 2), x -> 2 * x / (1 + exp(-4 * x)) - 0.5 * x),
          Map.entry(
              new AdaptivePiecewiseLinear(2),
              x -> Math.max(0, x) + 0.2 * Math.max(0, 0.5 - x) + 0.2 * Math.max(0, 1 - x)),
          Map.entry(new DualLine(2, 0.5, -1), x -> (x > 0 ? 2 * x : 0.5 * x) - 1),
          Map.entry(new PiecewiseLinear(2, 0.5, 1), x -> x > 1 ? 2 * x - 1 : 0.5 * x + 0.5),
          Map.entry(
              new SShapedRelu(-1, 0.25, 2, 0.5),
              x -> x > 2 ? 2 + 0.5 * (x - 2) : x < -1 ? -1 + 0.25 * (x + 1) : x),
          Map.entry(new Pelu(2, 4), x -> x > 0 ? x / 2 : 2 * exp(x / 4) - 2),
          Map.entry(new Smu(0.25, 0), x -> 0.625 * x),
          Map.entry(new SoftRootSign(3, 2), x -> x / (x / 3 + exp(-x / 2))),
          Map.entry(
              new Xielu(1, 2, 0.25), x -> x > 0 ? x * x + x / 4 : 2 * (exp(x) - 1 - x) + x / 4),
          Map.entry(new Laaf(new Relu(), 10), x -> Math.max(0, x)));

  private static double exp(double x) {
    return StrictMath.exp(x);
  }

  private static double log(double x) {
    return StrictMath.log(x);
  }

  static Stream<Arguments> formulas() {
    return FORMULAS.stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formulas")
  void valueAgrees(Activation activation, DoubleUnaryOperator formula) {
    double[] found = Evaluation.value(activation, Precision.FLOAT64, POINTS);
    for (int i = 0; i < POINTS.length; i++) {
      double expected = formula.applyAsDouble(POINTS[i]);
      assertThat(found[i])
          .as("at %s", POINTS[i])
          .isCloseTo(expected, within(1e-14 * Math.max(1, Math.abs(expected))));
    }
  }

  /** The same activations, for the contract. */
  static Stream<Activation> activations() {
    return FORMULAS.stream().map(Map.Entry::getKey);
  }
}
