package dev.kassei.embed;

import dev.kassei.api.Activation;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.FormulaPrinter;
import dev.kassei.api.expr.Gradient;
import dev.kassei.api.expr.LatexPrinter;
import dev.kassei.api.expr.Mode;
import dev.kassei.api.expr.Shape;
import dev.kassei.engine.FormulaFunction;
import dev.kassei.engine.analysis.Elementwise;
import dev.kassei.plotting.PictureFiles;
import dev.kassei.plotting.formula.FunctionCurve;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * An activation that can be computed and drawn, in float64; a trainable one with its first
 * parameters, one with noise as it is in inference.
 *
 * <p>A function of single numbers takes an array as many numbers. A function of whole rows, such as
 * {@code softmax}, takes it as one row. Many values at once are much faster than one by one.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class ActivationFunction {
  private static final double LOW = -5;
  private static final double HIGH = 5;
  private static final int CURVE_POINTS = 401;
  private static final int CURVE_WIDTH_PIXELS = 450;
  private static final int CURVE_HEIGHT_PIXELS = 340;

  /** Of a row-wise function the curve is that of (x, 0). */
  private static final int CURVE_COLUMNS = 2;

  private final String name;
  private final Activation activation;
  private final boolean isElementwise;

  /** What was computed last; its buffers are for one thread at a time. */
  private Optional<Compiled> last = Optional.empty();

  ActivationFunction(String name, Activation activation) {
    this.name = name;
    this.activation = activation;
    this.isElementwise = Elementwise.is(activation);
  }

  private record Compiled(int width, FormulaFunction function) {}

  /** What it is called: its name, or its formula. */
  public String name() {
    return name;
  }

  /** Its definition, with its hyperparameters. */
  public Activation activation() {
    return activation;
  }

  /** Whether each value depends on one number alone, and not on the row beside it. */
  public boolean isElementwise() {
    return isElementwise;
  }

  /** The value at a point. */
  public double value(double x) {
    return value(new double[] {x})[0];
  }

  /**
   * The values at some points, or of a row.
   *
   * @param xs not modified
   * @return one value a point; of a row as many as the function makes of it
   */
  public synchronized double[] value(double... xs) {
    FormulaFunction function = compiled(width(xs));
    return Failures.translated(() -> function.value(xs));
  }

  /** The derivative at a point; at a kink the one that training uses. */
  public double gradient(double x) {
    return gradient(new double[] {x})[0];
  }

  /**
   * The derivatives at some points; of a row-wise function those of the sum of its values.
   *
   * @param xs not modified
   * @return one derivative a point
   */
  public synchronized double[] gradient(double... xs) {
    FormulaFunction function = compiled(width(xs));
    double[] dy = ones(xs.length / width(xs) * function.outputs());
    return Failures.translated(() -> function.gradient(xs, dy));
  }

  private int width(double... xs) {
    if (Given.required(xs, "xs").length == 0) {
      throw new KasseiException(name + ": expected at least one number but there are none");
    }
    return isElementwise ? 1 : xs.length;
  }

  private FormulaFunction compiled(int width) {
    if (last.isEmpty() || last.get().width() != width) {
      last = Optional.of(new Compiled(width, compile(width)));
    }
    return last.get().function();
  }

  private FormulaFunction compile(int width) {
    applied(Expr.input("x", Shape.batch(width)));
    return Failures.checked(
        () -> FormulaFunction.of(activation, width, Precision.FLOAT64, Mode.INFERENCE));
  }

  private static double[] ones(int count) {
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** The formula as text, such as {@code x · sigmoid(x)}. */
  public String formula() {
    return FormulaPrinter.text(applied(input()));
  }

  /** The formula as LaTeX, for math mode with amsmath. */
  public String latex() {
    return LatexPrinter.latex(applied(input()));
  }

  /**
   * The derivative's formula as text.
   *
   * @throws KasseiException if it is a function of rows, whose derivative is a matrix
   */
  public String derivative() {
    if (!isElementwise) {
      throw new KasseiException(
          name + " is a function of rows, whose derivative is no one formula");
    }
    Expr x = input();
    return FormulaPrinter.text(Gradient.derivative(applied(x), x));
  }

  private Expr input() {
    return Expr.input("x", Shape.batch(isElementwise ? 1 : CURVE_COLUMNS));
  }

  private Expr applied(Expr x) {
    Expr y = Failures.ofProgram(name, () -> activation.apply(x));
    return Given.required(y, name + ": what it returns");
  }

  /**
   * Draws value and derivative over [−5, 5].
   *
   * @param file ends with {@code .png}, {@code .svg} or {@code .pdf}; replaced if it is there
   */
  public void draw(Path file) {
    draw(file, LOW, HIGH);
  }

  /**
   * Draws value and derivative; of a row-wise function those of its first value in the row (x, 0).
   *
   * @param file ends with {@code .png}, {@code .svg} or {@code .pdf}; replaced if it is there
   * @param low the smallest x
   * @param high the largest x
   */
  public void draw(Path file, double low, double high) {
    Given.required(file, "file");
    if (!(low < high) || !Double.isFinite(high - low)) {
      throw new KasseiException(
          "expected the smaller of two finite numbers first, but the range was %s to %s"
              .formatted(low, high));
    }
    Failures.checked(
        () ->
            PictureFiles.write(
                file, curve(points(low, high)).figure(CURVE_WIDTH_PIXELS, CURVE_HEIGHT_PIXELS)));
  }

  private static double[] points(double low, double high) {
    double[] points = new double[CURVE_POINTS];
    Arrays.setAll(points, i -> low + i * ((high - low) / (CURVE_POINTS - 1)));
    return points;
  }

  private synchronized FunctionCurve curve(double[] x) {
    int width = isElementwise ? 1 : CURVE_COLUMNS;
    FormulaFunction function = compiled(width);
    double[] rows = spread(x, width);
    double[] slopes = function.gradient(rows, spread(ones(x.length), function.outputs()));
    double[] values = firsts(function.value(rows), function.outputs());
    String title = isElementwise ? name : name + " of (x, 0)";
    return new FunctionCurve(title, x, values, firsts(slopes, width));
  }

  /** Rows that begin with the values, followed by zeros. */
  private static double[] spread(double[] values, int width) {
    double[] rows = new double[values.length * width];
    for (int i = 0; i < values.length; i++) {
      rows[i * width] = values[i];
    }
    return rows;
  }

  private static double[] firsts(double[] rows, int width) {
    double[] firsts = new double[rows.length / width];
    Arrays.setAll(firsts, i -> rows[i * width]);
    return firsts;
  }

  @Override
  public String toString() {
    return name;
  }
}
