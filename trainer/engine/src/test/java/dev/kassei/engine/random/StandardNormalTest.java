package dev.kassei.engine.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.engine.kernel.Float64Functions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardNormalTest {

  private static final double RELATIVE_ERROR = 1e-15;

  @Test
  void quantilesAgreeWithTheReference() throws IOException {
    assertThat(lines("normal-quantiles.csv"))
        .hasSizeGreaterThan(150)
        .allSatisfy(
            line -> {
              String[] cells = line.split(",", -1);
              double expected = Double.parseDouble(cells[1]);
              assertThat(StandardNormal.inverse(Double.parseDouble(cells[0])))
                  .isCloseTo(expected, within(RELATIVE_ERROR * Math.abs(expected)));
            });
  }

  @Test
  void theMedianIsExactlyZero() {
    assertThat(StandardNormal.inverse(0.5)).isEqualTo(0.0);
  }

  @Test
  void theDistributionFunctionLeadsBackToTheProbability() {
    for (double p = 0x1p-1000; p < 0.5; p *= 1.5) {
      double x = StandardNormal.inverse(p);
      double back = 0.5 * Float64Functions.erfc(-x * Math.sqrt(0.5));
      // The density magnifies the rounding error of x by x².
      double tolerance = 4 * (1 + x * x) * 0x1p-52 * p;
      assertThat(back).as("p = %s", p).isCloseTo(p, within(tolerance));
    }
  }

  @Test
  void quantilesAreSymmetricWhereTheComplementIsExact() {
    for (int i = 1; i < 1024; i++) {
      double p = i / 1024.0;
      assertThat(StandardNormal.inverse(1 - p)).isEqualTo(0.0 - StandardNormal.inverse(p));
    }
  }

  @Test
  void quantilesIncreaseAcrossTheBordersOfTheApproximations() {
    for (double border : new double[] {0.075, 0.5, 0.925, 1.3887943864964021e-11}) {
      double below = StandardNormal.inverse(border * (1 - 0x1p-45));
      double above = StandardNormal.inverse(border * (1 + 0x1p-45));
      assertThat(below).as("border %s", border).isLessThan(above);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, 1, -0.25, 1.5, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesWhatIsNoProbabilityBetweenZeroAndOne(double p) {
    assertThatThrownBy(() -> StandardNormal.inverse(p))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Expected a probability strictly between 0 and 1, but was " + p + ".");
  }

  private static List<String> lines(String resource) throws IOException {
    var stream =
        Objects.requireNonNull(StandardNormalTest.class.getResourceAsStream(resource), resource);
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).toList();
    }
  }
}
