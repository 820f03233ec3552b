package dev.kassei.builtins.initializer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.api.Activation;
import dev.kassei.api.Initializer;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.InitialValues.Fans;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Purpose;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InitializerTest {
  private static final Fans FANS = new Fans(50, 30);
  private static final CountedDraws DRAWS = CountedDraws.of(1, Purpose.WEIGHTS, "w", 0);
  private static final int ELEMENTS = 20_000;

  /** What an initializer promises; the bound is infinite for a normal distribution. */
  private record Promise(Initializer initializer, double mean, double deviation, double bound) {}

  static List<Promise> promises() {
    double unbounded = Double.POSITIVE_INFINITY;
    return List.of(
        new Promise(new GlorotUniform(), 0, Math.sqrt(2.0 / 80), Math.sqrt(6.0 / 80)),
        new Promise(new GlorotNormal(), 0, Math.sqrt(2.0 / 80), unbounded),
        new Promise(new HeUniform(), 0, Math.sqrt(2.0 / 50), Math.sqrt(6.0 / 50)),
        new Promise(new HeNormal(), 0, Math.sqrt(2.0 / 50), unbounded),
        new Promise(new LecunUniform(), 0, Math.sqrt(1.0 / 50), Math.sqrt(3.0 / 50)),
        new Promise(new LecunNormal(), 0, Math.sqrt(1.0 / 50), unbounded),
        new Promise(new TorchDefault(), 0, 1 / Math.sqrt(150), 1 / Math.sqrt(50)),
        new Promise(new Normal(2, 3), 2, 3, unbounded),
        new Promise(new Uniform(1, 4), 2.5, 3 / Math.sqrt(12), 1.5),
        new Promise(new Auto(), 0, 1 / Math.sqrt(50), unbounded),
        new Promise(new Auto().before(new Gain(2)), 0, 2 / Math.sqrt(50), unbounded),
        new Promise(new Zeros(), 0, 0, 0),
        new Promise(new Constant(7), 7, 0, 0));
  }

  @ParameterizedTest
  @MethodSource("promises")
  void meanDeviationAndBoundAreAsPromised(Promise promise) {
    double[] values =
        IntStream.range(0, ELEMENTS)
            .mapToDouble(i -> promise.initializer.value(FANS, DRAWS, i))
            .toArray();
    double mean = Arrays.stream(values).sum() / ELEMENTS;
    double variance = Arrays.stream(values).map(each -> square(each - mean)).sum() / ELEMENTS;
    assertThat(mean).isCloseTo(promise.mean, within(0.03 * promise.deviation));
    assertThat(Math.sqrt(variance))
        .isCloseTo(promise.deviation, within(0.02 * promise.deviation + 1e-15));
    double farthest =
        Arrays.stream(values).map(value -> Math.abs(value - promise.mean)).max().orElse(0);
    assertThat(farthest).isLessThanOrEqualTo(promise.bound + 1e-15);
  }

  @Test
  void initializersScaleEqualDraws() {
    double he = new HeNormal().value(FANS, DRAWS, 3);
    double lecun = new LecunNormal().value(FANS, DRAWS, 3);
    assertThat(he / lecun).isCloseTo(Math.sqrt(2), within(1e-14));
  }

  @Test
  void onlyAutoLooksAtTheActivation() {
    var gain = new Gain(2);
    assertThat(new HeNormal().before(gain)).isEqualTo(new HeNormal());
    assertThat(new Auto().before(gain)).isEqualTo(new Auto().before(new Gain(2)));
    assertThat(new Auto().before(gain).value(FANS, DRAWS, 0))
        .isEqualTo(2 / Math.sqrt(50) * DRAWS.normal(0));
  }

  @Test
  void autoComputesAGainWhereNoneWasPublished() {
    double plain = new Auto().value(FANS, DRAWS, 0);
    assertThat(new Auto().before(x -> x.times(4)).value(FANS, DRAWS, 0))
        .isCloseTo(plain / 4, within(1e-14));
    assertThat(new Auto().before(x -> x.max(0)).value(FANS, DRAWS, 0))
        .isCloseTo(plain * Math.sqrt(2), within(1e-14));
    assertThat(new Auto().before(x -> x.minus(x.rowMax())).value(FANS, DRAWS, 0))
        .as("a function of rows")
        .isEqualTo(plain);
    assertThat(new Auto().before(x -> x.times(0)).value(FANS, DRAWS, 0))
        .as("a function that is 0")
        .isEqualTo(plain);
  }

  @Test
  void anInitializerAloneLeavesTheBiasZeroButPyTorchsCoversBoth() {
    assertThat(Initializers.of(new HeNormal()))
        .isEqualTo(new Initializers(new HeNormal(), new Zeros()));
    assertThat(Initializers.of(new TorchDefault()))
        .isEqualTo(new Initializers(new TorchDefault(), new TorchDefault()));
    assertThat(new Initializers()).isEqualTo(new Initializers(new Auto(), new Zeros()));
  }

  @Test
  void aBiasHasTheSizesOfItsLayer() {
    Initializer bias = Initializers.of(new TorchDefault()).bias(FANS);
    double value = bias.value(new Fans(1, 30), DRAWS, 4);
    assertThat(value).isEqualTo(new TorchDefault().value(FANS, DRAWS, 4));
  }

  @Test
  void impossibleHyperparametersAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Normal(0, -1))
        .withMessage("standard_deviation must not be negative but was -1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Uniform(1, 0))
        .withMessage("low must not be above high but they were 1.0 and 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Constant(Double.NaN))
        .withMessage("value must be a finite number but was NaN");
  }

  @Test
  void allInitializersAreServices() {
    assertThat(ServiceLoader.load(Initializer.class)).hasSize(12);
  }

  private static double square(double x) {
    return x * x;
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
