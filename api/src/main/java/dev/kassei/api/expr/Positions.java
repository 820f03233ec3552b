package dev.kassei.api.expr;

import static dev.kassei.api.value.Requirements.require;

/** Builds the nodes that look at the positions of the rows of each item. */
final class Positions {
  private Positions() {}

  static Expr windows(Expr x, Window window) {
    Rows places = places(x, x.shape().rows(), window);
    int columns = product(x, window.taps(), x.width());
    return Expr.node(Operation.WINDOWS, new Detail.Windows(window), new Shape(places, columns), x);
  }

  private static int product(Expr x, int a, int b) {
    require((long) a * b <= Integer.MAX_VALUE, "%s: %s · %s columns are too many", x.where(), a, b);
    return a * b;
  }

  static Expr fold(Expr x, Window window, Rows rows) {
    int columns = Math.max(1, x.width() / window.taps());
    Shape expected = new Shape(places(x, rows, window), product(x, columns, window.taps()));
    require(
        x.shape().equals(expected),
        "%s: windows over %s rows are %s but these are %s",
        x.where(),
        rows,
        expected,
        x.shape());
    return Expr.node(
        Operation.FOLD_WINDOWS, new Detail.Windows(window), new Shape(rows, columns), x);
  }

  private static Rows places(Expr x, Rows rows, Window window) {
    try {
      return new Rows(rows.batched(), window.places(rows.sizes()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(x.where() + ": " + e.getMessage(), e);
    }
  }

  /** The number of positions in the last axis. */
  static int inner(Expr x) {
    require(
        x.shape().rows().hasPositions(),
        "%s: positions in at least one axis expected, not %s",
        x.where(),
        x.shape());
    return x.shape().rows().inner();
  }

  static Expr reduced(Operation operation, Expr x) {
    inner(x);
    return Expr.node(operation, Detail.NONE, new Shape(x.shape().rows().outer(), x.width()), x);
  }

  static Expr firstMax(Expr x) {
    inner(x);
    return Expr.node(Operation.INNER_FIRST_MAX, Detail.NONE, x.shape(), x);
  }

  static Expr transposed(Expr x) {
    Shape shape = new Shape(x.shape().rows().outer().times(x.width()), inner(x));
    return Expr.node(Operation.TRANSPOSED, Detail.NONE, shape, x);
  }

  static Expr flattened(Expr x) {
    Rows rows = x.shape().rows();
    require(rows.batched(), "%s: rows of a batch expected, not %s", x.where(), x.shape());
    int positions = rows.count();
    Expr channels =
        positions == 1 || x.width() == 1
            ? x
            : x.reshape(new Shape(Rows.BATCH.times(positions), x.width())).transposed();
    return channels.reshape(Shape.batch(product(x, positions, x.width())));
  }

  static Expr product(Operation operation, Expr a, Expr b) {
    int aRows = inner(a);
    int bRows = inner(b);
    boolean fits =
        a.shape().rows().outer().equals(b.shape().rows().outer())
            && switch (operation) {
              case INNER_MATMUL -> a.width() == bRows;
              case INNER_MATMUL_NT -> a.width() == b.width();
              default -> aRows == bRows;
            };
    require(fits, "%s: %s of %s and %s", a.where(), problem(operation), a.shape(), b.shape());
    Rows outer = a.shape().rows().outer();
    Shape shape =
        switch (operation) {
          case INNER_MATMUL -> new Shape(outer.times(aRows), b.width());
          case INNER_MATMUL_NT -> new Shape(outer.times(aRows), bRows);
          default -> new Shape(outer.times(a.width()), b.width());
        };
    return Expr.node(operation, Detail.NONE, shape, a, b);
  }

  private static String problem(Operation operation) {
    return switch (operation) {
      case INNER_MATMUL -> "no product";
      case INNER_MATMUL_NT -> "no product with the transpose";
      default -> "no product of the transpose";
    };
  }
}
