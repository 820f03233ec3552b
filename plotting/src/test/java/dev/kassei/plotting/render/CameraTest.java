package dev.kassei.plotting.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.kassei.plotting.figure.Axes3D;
import dev.kassei.plotting.figure.Axes3D.View;
import dev.kassei.plotting.figure.ColorMap;
import dev.kassei.plotting.figure.Surface;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The projection against matplotlib 3.10.1: {@code proj3d.proj_transform(x, y, z, ax.get_proj())}
 * after {@code ax.plot_surface} of 2x + 3y + 1 over [0, 10]².
 */
class CameraTest {
  /** matplotlib's view is 0.185 wide, so pixels of this box are its units. */
  private static final double SIDE = 0.185;

  private static Box box(View view) {
    double[] ends = {0, 10};
    double[][] heights = {{1, 21}, {31, 51}};
    var surface = new Surface(ends, ends, heights, ColorMap.VIRIDIS);
    return Box.of(Axes3D.of("", "", "", "", surface).withView(view), SIDE);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 1, -0.07061200331297489, -0.04639234306968774",
    "10, 10, 51, 0.0713162083520865, 0.04685500834234766",
    "5, 5, 26, 0, 0",
    "0, 10, 31, -0.01798605322453387, 0.04058408293990492",
    "10, 0, 21, 0.020167258649790444, -0.04550579760306651",
    "10, 0, 51, 0.020732712230447176, 0.0017818844455701913"
  })
  void seesWhatMatplotlibSees(double x, double y, double z, double right, double up) {
    Box.Place place = box(View.DEFAULT).place(x, y, z);
    assertThat(place.x()).isCloseTo(right, offset(1e-12));
    assertThat(-place.y()).isCloseTo(up, offset(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0.020151133547448623, 0.023274559247303157",
    "45, 30, 0.03375630071946199, 0.02886188516543048",
    "-20, 200, -0.030572765283451975, 0.03052509950041057"
  })
  void otherViewsAgreeToo(double elevation, double azimuth, double right, double up) {
    Box.Place place = box(new View(elevation, azimuth)).place(2, 7, 40);
    assertThat(place.x()).isCloseTo(right, offset(1e-12));
    assertThat(-place.y()).isCloseTo(up, offset(1e-12));
  }
}
