package dev.kassei.plotting.batch;

import dev.kassei.plotting.figure.Axes3D;
import dev.kassei.plotting.figure.Figure;
import dev.kassei.plotting.figure.Panel;
import java.util.List;

/** Learned surfaces in a grid, such as a row a method and a column a seed. */
public final class LearnedSurfacesFigure {
  private static final int WIDTH = 340;
  private static final int HEIGHT = 300;

  private LearnedSurfacesFigure() {}

  /**
   * A panel for each surface.
   *
   * @param columns of the grid, which is filled row by row
   */
  public static Figure of(List<LearnedSurface> surfaces, int columns) {
    List<Panel> panels = surfaces.stream().map(LearnedSurfacesFigure::panel).toList();
    return Grid.of(panels, columns, WIDTH, HEIGHT);
  }

  private static Panel panel(LearnedSurface learned) {
    return Axes3D.of(
        Labels.name(learned.title()),
        learned.x(),
        learned.y(),
        learned.output(),
        learned.surface());
  }
}
