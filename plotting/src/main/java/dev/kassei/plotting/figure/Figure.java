package dev.kassei.plotting.figure;

import static dev.kassei.api.value.Requirements.require;

import java.util.List;

/**
 * A picture: panels in a grid, filled row by row.
 *
 * @param title above the panels; may be empty
 * @param width in pixels, 100 an inch
 * @param height in pixels, 100 an inch
 * @param columns of the grid; there are as many rows as the panels need
 */
public record Figure(String title, int width, int height, int columns, List<Panel> panels) {
  public Figure {
    panels = List.copyOf(panels);
    require(width > 0 && height > 0, "a figure of %s × %s pixels is empty", width, height);
    require(columns > 0, "a figure needs at least one column but has %s", columns);
    require(!panels.isEmpty(), "a figure needs at least one panel");
  }

  /** A figure of one panel, 800 × 600 pixels. */
  public static Figure of(Panel panel) {
    return new Figure("", 800, 600, 1, List.of(panel));
  }

  /** The number of rows of the grid. */
  public int rows() {
    return (panels.size() + columns - 1) / columns;
  }

  /** What the figure is called: its title, or that of its first panel. */
  public String name() {
    return title.isEmpty() ? panels.get(0).title() : title;
  }

  /** What the figure shows, in words, for those who do not see it: a line per panel. */
  public String alternative() {
    var lines = new StringBuilder(title);
    for (Panel panel : panels) {
      lines.append(lines.isEmpty() ? "" : "\n").append(panel.alternative());
    }
    return lines.toString();
  }

  public Figure withTitle(String text) {
    return new Figure(text, width, height, columns, panels);
  }

  /** The figure in another size, in pixels. */
  public Figure withSize(int newWidth, int newHeight) {
    return new Figure(title, newWidth, newHeight, columns, panels);
  }
}
