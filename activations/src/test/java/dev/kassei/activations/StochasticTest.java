package dev.kassei.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.activations.stochastic.ElasticRelu;
import dev.kassei.activations.stochastic.NoisyRelu;
import dev.kassei.activations.stochastic.ProbAct;
import dev.kassei.activations.stochastic.TranslatedRelu;
import dev.kassei.api.Activation;
import dev.kassei.api.Layer;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Mode;
import dev.kassei.engine.FormulaFunction;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is drawn in training, in 1,000 rows. Far above 0 rectifiers only pass their noise on. */
class StochasticTest {
  private static final int ROWS = 1000;
  private static final double FAR = 20;

  @Test
  void noisyReluHasTheVarianceOfTheSigmoid() {
    double[] far = inTraining(new NoisyRelu(), FAR);
    assertThat(mean(far)).isCloseTo(FAR, within(0.1));
    assertThat(deviation(far)).isCloseTo(1, within(0.07));
    double[] near = inTraining(new NoisyRelu(), 0);
    assertThat(Arrays.stream(near).filter(y -> y == 0).count()).isBetween(450L, 550L);
    assertThat(deviation(Arrays.stream(near).filter(y -> y > 0).toArray()))
        .isCloseTo(Math.sqrt(0.5 * (1 - 2 / Math.PI)), within(0.04));
  }

  @Test
  void translatedReluShiftsItsInput() {
    double[] far = inTraining(new TranslatedRelu(0.5), FAR);
    assertThat(mean(far)).isCloseTo(FAR, within(0.05));
    assertThat(deviation(far)).isCloseTo(0.5, within(0.035));
  }

  @Test
  void probActAddsNoiseToItsMean() {
    double[] below = inTraining(new ProbAct(2), -FAR);
    assertThat(mean(below)).isCloseTo(0, within(0.2));
    assertThat(deviation(below)).isCloseTo(2, within(0.14));
    assertThat(inTraining(new ProbAct(), 3)).containsOnly(3);
  }

  @Test
  void elasticReluHasSlopesAroundOne() {
    double[] slopes = inTraining(new ElasticRelu(0.25), 1);
    assertThat(Arrays.stream(slopes).min().orElseThrow()).isBetween(0.75, 0.76);
    assertThat(Arrays.stream(slopes).max().orElseThrow()).isBetween(1.24, 1.25);
    assertThat(mean(slopes)).isCloseTo(1, within(0.015));
    assertThat(deviation(slopes)).isCloseTo(0.5 / Math.sqrt(12), within(0.01));
  }

  /** Noise is drawn for gradients alone, and y is the gradient of y · c by c. */
  private static double[] inTraining(Activation activation, double x) {
    Layer product = in -> activation.apply(in.columns(0, 1)).times(in.columns(1, 2));
    double[] rows = new double[2 * ROWS];
    Arrays.setAll(rows, i -> i % 2 == 0 ? x : 1);
    double[] ones = new double[ROWS];
    Arrays.fill(ones, 1);
    double[] gradient =
        FormulaFunction.of(product, 2, Precision.FLOAT64, Mode.TRAINING).gradient(rows, ones);
    return IntStream.range(0, ROWS).mapToDouble(i -> gradient[2 * i + 1]).toArray();
  }

  private static double mean(double[] values) {
    return DoubleStream.of(values).average().orElseThrow();
  }

  private static double deviation(double[] values) {
    double mean = mean(values);
    return Math.sqrt(
        DoubleStream.of(values)
            .map(value -> (value - mean) * (value - mean))
            .average()
            .orElseThrow());
  }
}
