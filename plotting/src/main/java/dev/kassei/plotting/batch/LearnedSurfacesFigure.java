package dev.kassei.plotting.batch;

import dev.kassei.plotting.figure.Axes3D;
import dev.kassei.plotting.figure.Figure;
import dev.kassei.plotting.figure.Panel;
import java.util.List;

/** Learned surfaces in a grid, such as a row per method and a column per seed. */
public final class LearnedSurfacesFigure {
  private static final int WIDTH = 340;
  private static final int HEIGHT = 300;
  private static final int TITLE = 40;

  private LearnedSurfacesFigure() {}

  /**
   * A panel for each surface.
   *
   * @param title above them; may be empty
   * @param columns of the grid, which is filled row by row
   */
  public static Figure of(String title, List<LearnedSurface> surfaces, int columns) {
    List<Panel> panels = surfaces.stream().map(LearnedSurfacesFigure::panel).toList();
    Figure figure = Grid.of(panels, columns, WIDTH, HEIGHT);
    return title.isEmpty()
        ? figure
        : figure.withTitle(title).withSize(figure.width(), figure.height() + TITLE);
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
