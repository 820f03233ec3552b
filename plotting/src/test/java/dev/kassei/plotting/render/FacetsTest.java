package dev.kassei.plotting.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.plotting.canvas.Tile;
import dev.kassei.plotting.figure.Axes3D;
import dev.kassei.plotting.figure.Color;
import dev.kassei.plotting.figure.ColorMap;
import dev.kassei.plotting.figure.Surface;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FacetsTest {
  private static Surface surface(int size, DoubleBinaryOperator height) {
    double[] places = new double[size];
    double[][] heights = new double[size][size];
    for (int i = 0; i < size; i++) {
      places[i] = i;
      for (int j = 0; j < size; j++) {
        heights[i][j] = height.applyAsDouble(j, i);
      }
    }
    return new Surface(places, places, heights, ColorMap.VIRIDIS);
  }

  private static List<Tile> tiles(Surface surface) {
    return Facets.of(surface, Box.of(Axes3D.of("", "", "", "", surface), 400));
  }

  /** As many as matplotlib's plot_surface with its rcount and ccount of 50. */
  @ParameterizedTest
  @CsvSource({"2, 1", "50, 49", "51, 25", "100, 50", "101, 34", "500, 50", "501, 46"})
  void atMostFiftyQuadrilateralsASide(int points, int side) {
    assertThat(tiles(surface(points, (x, y) -> x + y))).hasSize(side * side);
    assertThat(Mesh.of(points, points).quads()).isEqualTo(side * side);
  }

  @Test
  void valuesThatAreNotFiniteLeaveHoles() {
    assertThat(tiles(surface(10, (x, y) -> x == 5 && y == 5 ? Double.NaN : x))).hasSize(9 * 9 - 4);
    assertThat(tiles(surface(10, (x, y) -> x == 0 ? Double.POSITIVE_INFINITY : y))).hasSize(8 * 9);
    assertThat(tiles(surface(10, (x, y) -> Double.NaN))).isEmpty();
    assertThat(tiles(surface(10, (x, y) -> x * Double.MAX_VALUE))).isEmpty();
  }

  @Test
  void aConstantSurfaceIsDarkPurple() {
    assertThat(tiles(surface(5, (x, y) -> 1))).extracting(Tile::color).containsOnly(darkPurple());
  }

  private static Color darkPurple() {
    return new Color(0x440154);
  }

  @Test
  void theLowestPieceHasTheFirstColorAndTheHighestTheLast() {
    List<Tile> tiles = tiles(surface(10, (x, y) -> x - y));
    assertThat(tiles).extracting(Tile::color).contains(darkPurple(), ColorMap.VIRIDIS.at(1));
  }

  @Test
  void theFarthestPieceIsDrawnFirst() {
    List<Tile> tiles = tiles(surface(10, (x, y) -> 0));
    // seen from the front and above, what is farther away is higher up in the picture
    assertThat(tiles.get(0).corners()[1]).isLessThan(tiles.get(80).corners()[1]);
  }
}
