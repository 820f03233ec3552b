package dev.kassei.api.expr;

import static dev.kassei.api.value.Requirements.require;

import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The shape of a formula's value, rows × columns, stored row by row.
 *
 * @param rows how many rows, symbolic
 * @param columns how many columns, at least 1
 */
@API(status = API.Status.STABLE, since = "0.1")
public record Shape(Rows rows, int columns) {
  /** One number. */
  public static final Shape SCALAR = new Shape(Rows.ONE, 1);

  public Shape {
    require(columns > 0, "a number of columns must be positive but was %s", columns);
  }

  /** One row for each row of the batch. */
  public static Shape batch(int columns) {
    return new Shape(Rows.BATCH, columns);
  }

  /** A shape that does not depend on the batch. */
  public static Shape fixed(int rows, int columns) {
    return new Shape(Rows.fixed(rows), columns);
  }

  /** Whether this is one number. */
  public boolean isScalar() {
    return rows.isOne() && columns == 1;
  }

  /** The shape of a pointwise function of two operands, of which single rows and columns repeat. */
  Optional<Shape> broadcast(Shape other) {
    boolean rowsFit = rows.equals(other.rows) || rows.isOne() || other.rows.isOne();
    boolean columnsFit = columns == other.columns || columns == 1 || other.columns == 1;
    return rowsFit && columnsFit
        ? Optional.of(new Shape(rows.isOne() ? other.rows : rows, Math.max(columns, other.columns)))
        : Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape shape && columns == shape.columns && rows.equals(shape.rows);
  }

  @Override
  public int hashCode() {
    return 31 * rows.hashCode() + columns;
  }

  @Override
  public String toString() {
    return rows + " × " + columns;
  }
}
