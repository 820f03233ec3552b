package dev.kassei.testkit;

import dev.kassei.api.Activation;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Mode;
import dev.kassei.api.expr.Rows;
import dev.kassei.api.expr.Shape;
import dev.kassei.trainer.engine.FormulaFunction;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** An activation at a width that it takes, ready to be evaluated in inference. */
final class Subject {
  /** Widths to try: first one that makes row-wise functions show themselves. */
  private static final int[] WIDTHS = {4, 3, 2, 1, 6, 8, 5, 7, 12, 16};

  /** The path under which formulas are built. */
  static final String PATH = "probe";

  private final Activation activation;
  private final int width;
  private final Map<Precision, FormulaFunction> functions = new EnumMap<>(Precision.class);

  private Subject(Activation activation, int width) {
    this.activation = activation;
    this.width = width;
  }

  /** The activation at the first width that it takes; empty if it takes none. */
  static Optional<Subject> of(Activation activation) {
    return Arrays.stream(WIDTHS)
        .filter(width -> takes(activation, width))
        .mapToObj(width -> new Subject(activation, width))
        .findFirst();
  }

  /** Another activation at the same width. */
  Subject with(Activation other) {
    return new Subject(other, width);
  }

  private static boolean takes(Activation activation, int width) {
    try {
      return activation.apply(input(width)).shape().rows().equals(Rows.BATCH);
    } catch (RuntimeException e) {
      return false;
    }
  }

  /** A new input of this width, batch × width. */
  static Expr input(int width) {
    return Expr.input("x", Shape.batch(width)).at(PATH);
  }

  Activation activation() {
    return activation;
  }

  int width() {
    return width;
  }

  int outputs() {
    return function(Precision.FLOAT64).outputs();
  }

  /** The formula on a new input. */
  Expr formula() {
    return activation.apply(input(width));
  }

  FormulaFunction function(Precision precision) {
    return functions.computeIfAbsent(precision, this::newFunction);
  }

  /** As {@link #function}, compiled again. */
  FormulaFunction newFunction(Precision precision) {
    return FormulaFunction.of(activation, width, precision, Mode.INFERENCE);
  }

  /** The values of rows, rows × outputs. */
  double[] value(Precision precision, double[] rows) {
    return function(precision).value(rows);
  }

  /** The gradients of rows, rows × width, of outputs summed with {@link Points#weight}. */
  double[] gradient(Precision precision, double[] rows) {
    int outputs = outputs();
    double[] weights = new double[rows.length / width * outputs];
    Arrays.setAll(weights, i -> Points.weight(i % outputs));
    return function(precision).gradient(rows, weights);
  }

  /** The row in which element {@code index} of rows of {@code columns} columns stands, as text. */
  String row(double[] rows, int index, int columns) {
    int from = index / columns * width;
    double[] row = Arrays.copyOfRange(rows, from, from + width);
    boolean same = Arrays.stream(row).allMatch(x -> Double.compare(x, row[0]) == 0);
    return same ? "x = " + row[0] : "the row " + Arrays.toString(row);
  }
}
