package dev.kassei.builtins.dataset.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.api.Dataset;
import dev.kassei.api.DatasetSource;
import dev.kassei.builtins.dataset.Sources;
import dev.kassei.results.Fingerprint;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GeneratorTest {
  private static List<DatasetSource> generators() {
    return ServiceLoader.load(DatasetSource.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(source -> source.getClass().getPackage() == Classes.class.getPackage())
        .toList();
  }

  private static Dataset load(DatasetSource source) {
    return Sources.load(source, 1);
  }

  private static double radius(Dataset data, int row) {
    double x = data.features()[2 * row];
    double y = data.features()[2 * row + 1];
    return Math.sqrt(x * x + y * y);
  }

  @Test
  void thereAreNine() {
    assertThat(generators()).hasSize(9);
  }

  @ParameterizedTest
  @MethodSource("generators")
  void theSameSeedGivesTheSameBitsAndAnotherSeedOthers(DatasetSource source) {
    String bits = Fingerprint.of(Sources.load(source, 7));
    assertThat(Fingerprint.of(Sources.load(source, 7))).isEqualTo(bits);
    assertThat(Fingerprint.of(Sources.load(source, 8))).isNotEqualTo(bits);
  }

  @ParameterizedTest
  @MethodSource("generators")
  void byDefaultAThousandFiniteRowsOfBalancedClasses(DatasetSource source) {
    Dataset data = load(source);
    assertThat(data.rows()).isEqualTo(1000);
    assertThat(Arrays.stream(data.features()).allMatch(Double::isFinite)).isTrue();
    assertThat(Arrays.stream(data.targets()).allMatch(Double::isFinite)).isTrue();
    int classes = data.target().classes().size();
    for (int count : classes == 0 ? new int[0] : Sources.counts(data)) {
      assertThat(count).isBetween(1000 / classes, 1000 / classes + 1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Checkerboard, 9098882640e78b1b",
    "Circles, be9f2df7d5236f1f",
    "Friedman1, 2e7641ed1466f85d",
    "Gaussians, 83004fe25678e054",
    "Moons, 1f83bb51e5eb5afb",
    "Sinc, 10f74ea5b5028696",
    "Sine, c84ba7343f32b2a9",
    "Spirals, 89e9ceee36487f66",
    "XorBlobs, 0a1674208ca33ff8",
  })
  void noBitChanges(String name, String fingerprint) {
    DatasetSource source =
        generators().stream()
            .filter(each -> each.getClass().getSimpleName().equals(name))
            .findFirst()
            .orElseThrow();
    assertThat(Fingerprint.of(load(source))).startsWith(fingerprint);
  }

  @Test
  void aSmallerSampleIsTheBeginningOfALargerOne() {
    Dataset few = load(new Moons(50, 0.1, 3));
    Dataset many = load(new Moons(400, 0.1, 3));
    assertThat(Arrays.copyOf(many.features(), 100)).isEqualTo(few.features());
    assertThat(Arrays.copyOf(many.targets(), 50)).isEqualTo(few.targets());
  }

  @Test
  void imbalanceIsTheFirstClassOverTheLast() {
    assertThat(Sources.counts(load(new Moons(1000, 0.1, 9)))).containsExactly(900, 100);
    assertThat(Sources.counts(load(new Gaussians(700, 0.1, 4, 3, 2))))
        .containsExactly(400, 200, 100);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Moons(20, 0.1, 30))
        .withMessage(
            "samples must be at least 31, to give the last class a row at this imbalance, but was"
                + " 20");
  }

  @Test
  void blobsLieAtTheCornersOfASquareWithTheSignsOfXor() {
    Dataset data = load(new XorBlobs(400, 0, 1));
    for (int row = 0; row < data.rows(); row++) {
      double product = data.features()[2 * row] * data.features()[2 * row + 1];
      assertThat(Math.abs(data.features()[2 * row])).isEqualTo(1);
      assertThat(product).isEqualTo(data.targets()[row] == 1 ? -1 : 1);
    }
  }

  @Test
  void noiseIsTheStandardDeviation() {
    Dataset data = load(new XorBlobs(20_000, 0.3, 1));
    double sum = 0;
    for (double x : data.features()) {
      double off = Math.abs(Math.abs(x) - 1) < 1 ? Math.abs(x) - 1 : 0;
      sum += off * off;
    }
    assertThat(Math.sqrt(sum / data.features().length)).isCloseTo(0.3, within(0.005));
  }

  @Test
  void circlesHaveTheirRadii() {
    Dataset data = load(new Circles(300, 0, 1, 0.4));
    for (int row = 0; row < data.rows(); row++) {
      double expected = data.targets()[row] == 0 ? 1 : 0.4;
      assertThat(radius(data, row)).isCloseTo(expected, within(1e-15));
    }
  }

  @Test
  void moonsAreHalvesOfCircles() {
    Dataset data = load(new Moons(300, 0, 1));
    for (int row = 0; row < data.rows(); row++) {
      boolean isUpper = data.targets()[row] == 0;
      double x = data.features()[2 * row] - (isUpper ? 0 : 1);
      double y = data.features()[2 * row + 1] - (isUpper ? 0 : 0.5);
      assertThat(x * x + y * y).isCloseTo(1, within(1e-14));
      assertThat(isUpper ? y : -y).isGreaterThanOrEqualTo(-1e-15);
    }
  }

  @Test
  void armsOfASpiralAreTurnedCopiesOfTheFirst() {
    Dataset data = load(new Spirals(300, 0, 1, 3, 1.5));
    for (int row = 0; row < data.rows(); row++) {
      double angle = 2 * Math.PI * (1.5 * radius(data, row) + data.targets()[row] / 3);
      assertThat(data.features()[2 * row])
          .isCloseTo(radius(data, row) * StrictMath.cos(angle), within(1e-12));
    }
  }

  @Test
  void cloudsStandAroundTheUnitCircleAndFurtherFeaturesAreNoise() {
    Dataset data = load(new Gaussians(8000, 0.2, 1, 4, 3));
    double[] sums = new double[3];
    for (int row = 0; row < data.rows(); row += 1) {
      if (data.targets()[row] == 1) {
        for (int i = 0; i < 3; i++) {
          sums[i] += data.features()[3 * row + i] / 2000;
        }
      }
    }
    assertThat(sums[0]).isCloseTo(0, within(0.02));
    assertThat(sums[1]).isCloseTo(1, within(0.02));
    assertThat(sums[2]).isCloseTo(0, within(0.02));
  }

  @ParameterizedTest
  @CsvSource({"2", "3", "4", "7"})
  void fieldsOfACheckerboardAlternateAndAllAreFilled(int cells) {
    Dataset data = load(new Checkerboard(4000, 0, 1, cells));
    int[] rows = new int[cells * cells];
    for (int row = 0; row < data.rows(); row++) {
      int column = (int) Math.floor((data.features()[2 * row] + 1) * cells / 2);
      int line = (int) Math.floor((data.features()[2 * row + 1] + 1) * cells / 2);
      assertThat((column + line) % 2).isEqualTo((int) data.targets()[row]);
      rows[line * cells + column]++;
    }
    double expected = 4000.0 / (cells * cells);
    for (int count : rows) {
      assertThat((double) count).isBetween(0.5 * expected, 1.6 * expected);
    }
  }

  @Test
  void curvesWithoutNoiseAreTheirFormulas() {
    Dataset sine = load(new Sine(100, 0, 2));
    Dataset sinc = load(new Sinc(100, 0));
    for (int row = 0; row < 100; row++) {
      double x = sine.features()[row];
      assertThat(x).isBetween(-1.0, 1.0);
      assertThat(sine.targets()[row]).isEqualTo(StrictMath.sin(4 * Math.PI * x));
      double z = sinc.features()[row];
      assertThat(z).isBetween(-10.0, 10.0);
      assertThat(sinc.targets()[row]).isEqualTo(StrictMath.sin(z) / z);
    }
  }

  @Test
  void friedmansCurveHasItsMeanAndIgnoresFurtherFeatures() {
    Dataset data = load(new Friedman1(20_000, 1, 10));
    // E 10 sin(π x1 x2) = 10 (γ + log π − Ci π) / π = 5.2424; 20/12 + 10/2 + 5/2
    double mean = Arrays.stream(data.targets()).average().orElseThrow();
    assertThat(mean).isCloseTo(5.2424 + 20.0 / 12 + 7.5, within(0.1));
    assertThat(data.width()).isEqualTo(10);
  }

  @Test
  void impossibleSettingsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Moons(1, 0, 1))
        .withMessage("samples must be at least 2 but was 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sine(10, -0.5, 1))
        .withMessage("noise must be 0 or more, a standard deviation, but was -0.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Moons(10, 0, 0.5))
        .withMessageStartingWith("imbalance must be 1 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Circles(10, 0, 1, 1))
        .withMessage("factor must be between 0 and 1 but was 1.0");
  }
}
