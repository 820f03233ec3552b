package dev.kassei.plotting.render;

/**
 * A surface as quadrilaterals, at most 50 × 50, chosen as matplotlib's {@code plot_surface} does.
 *
 * @param columns the columns of the surface that are corners
 * @param rows the rows of the surface that are corners
 */
public record Mesh(int[] columns, int[] rows) {
  private static final int MAX_QUADRILATERALS_PER_SIDE = 50;

  /** The mesh of a surface with so many columns and rows of points. */
  public static Mesh of(int columns, int rows) {
    return new Mesh(corners(columns), corners(rows));
  }

  /** Every n-th point, and the last one. */
  private static int[] corners(int points) {
    int stride = (points + MAX_QUADRILATERALS_PER_SIDE - 1) / MAX_QUADRILATERALS_PER_SIDE;
    int count = (points - 2) / stride + 2;
    int[] corners = new int[count];
    for (int i = 0; i < count; i++) {
      corners[i] = Math.min(i * stride, points - 1);
    }
    return corners;
  }

  int quads() {
    return (columns.length - 1) * (rows.length - 1);
  }

  /** The four corners of a quadrilateral, around it, each as row and column. */
  int[][] corners(int column, int row) {
    int left = columns[column];
    int right = columns[column + 1];
    int first = rows[row];
    int last = rows[row + 1];
    return new int[][] {{first, left}, {first, right}, {last, right}, {last, left}};
  }
}
