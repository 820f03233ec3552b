package dev.kassei.plotting.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColorMapTest {
  @Test
  void viridisGoesFromDarkPurpleToYellow() {
    assertThat(ColorMap.VIRIDIS.at(0).hex()).isEqualTo("#440154");
    assertThat(ColorMap.VIRIDIS.at(0.5).hex()).isEqualTo("#20908c");
    assertThat(ColorMap.VIRIDIS.at(1).hex()).isEqualTo("#fde724");
  }

  @Test
  void numbersBeyondTheEndsHaveTheColorsOfTheEnds() {
    assertThat(ColorMap.PLASMA.at(-3)).isEqualTo(ColorMap.PLASMA.at(0));
    assertThat(ColorMap.PLASMA.at(3)).isEqualTo(ColorMap.PLASMA.at(1));
    assertThat(ColorMap.PLASMA.at(Double.NaN)).isEqualTo(ColorMap.PLASMA.at(0));
  }

  @Test
  void theMiddleOfADivergingMapIsGray() {
    Color middle = ColorMap.COOLWARM.at(0.5);
    assertThat(middle.red() - middle.blue()).isBetween(-3, 3);
    assertThat(ColorMap.COOLWARM.at(0).blue()).isGreaterThan(150);
    assertThat(ColorMap.COOLWARM.at(1).red()).isGreaterThan(150);
  }
}
