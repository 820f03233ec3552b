package dev.kassei.api.expr;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Evaluates formulas in double, node by node and as plainly as possible; for tests. */
public final class Interpreter {
  private final int batch;
  private final Mode mode;
  private final Map<String, double[]> leaves = new HashMap<>();
  private final Map<String, double[]> updates = new HashMap<>();
  private final IdentityHashMap<Expr, double[]> values = new IdentityHashMap<>();
  private double rate = 0.1;
  private int step = 3;

  /** An interpreter for batches of this many rows. */
  public Interpreter(int batch, Mode mode) {
    this.batch = batch;
    this.mode = mode;
  }

  /** The value of a formula of one input {@code x} at one number. */
  public static double at(Expr formula, double x) {
    return new Interpreter(1, Mode.INFERENCE).with("x", x).value(formula)[0];
  }

  /**
   * Sets an input, parameter, state or noise by its full name, row by row. A state that was not set
   * has its initial value.
   */
  public Interpreter with(String name, double... value) {
    leaves.put(name, value);
    return this;
  }

  /** Sets the rate and the number of the step, which are 0.1 and 3 at first. */
  public Interpreter step(double newRate, int number) {
    rate = newRate;
    step = number;
    return this;
  }

  /** What {@link #with} or {@link #train} set last. */
  public double[] leaf(String name) {
    return leaves.get(name);
  }

  /** The value of one formula, without a change of state. */
  public double[] value(Expr formula) {
    return evaluate(List.of(formula)).get(0);
  }

  /** The values of formulas, all read before any state is written. */
  public List<double[]> train(List<Expr> formulas) {
    List<double[]> results = evaluate(formulas);
    leaves.putAll(updates);
    return results;
  }

  private List<double[]> evaluate(List<Expr> formulas) {
    values.clear();
    updates.clear();
    for (Expr node : Traversal.operandsFirst(formulas, each -> Traversal.operandsIn(mode, each))) {
      values.put(node, compute(node));
    }
    return formulas.stream().map(values::get).toList();
  }

  private double[] compute(Expr node) {
    return switch (node.operation().kind()) {
      case LEAF -> leaf(node);
      case HOST -> host(node);
      case POINTWISE -> pointwise(node);
      case REDUCTION -> reduction(node);
      case MATRIX -> matrix(node);
      case STRUCTURE -> structure(node);
      case ROW_FUNCTION -> rowFunction(node);
      case MARK -> mark(node);
    };
  }

  private double[] mark(Expr node) {
    if (node.detail() instanceof Detail.Update update && mode == Mode.TRAINING) {
      updates.put(update.state().name(), values.get(node.operand(1)));
    }
    return values.get(Traversal.operandsIn(mode, node).get(0));
  }

  private double[] leaf(Expr node) {
    return switch (node.operation()) {
      case CONSTANT -> new double[] {((Detail.Value) node.detail()).value()};
      case COLUMN_INDEX -> fill(node, (row, column) -> column);
      default -> named(node);
    };
  }

  private double[] named(Expr node) {
    if (node.detail() instanceof Detail.State state) {
      leaves.computeIfAbsent(state.name(), name -> fill(node, (row, column) -> state.initial()));
    }
    double[] value = leaves.get(node.name().orElseThrow());
    if (value == null || value.length != rows(node) * node.width()) {
      throw new IllegalStateException(node + " has no value of shape " + node.shape());
    }
    return value;
  }

  private double[] host(Expr node) {
    return switch (node.operation()) {
      case RATE -> new double[] {rate};
      case STEP -> new double[] {step};
      case ROWS -> new double[] {batch};
      default -> binary(node, StrictMath::pow);
    };
  }

  private double[] pointwise(Expr node) {
    return switch (node.operation()) {
      case NEGATE -> unary(node, a -> -a);
      case EXP -> unary(node, StrictMath::exp);
      case EXPM1 -> unary(node, StrictMath::expm1);
      case LOG -> unary(node, StrictMath::log);
      case LOG1P -> unary(node, StrictMath::log1p);
      case TANH -> unary(node, StrictMath::tanh);
      case SIGMOID -> unary(node, Interpreter::sigmoid);
      case SIGMOID_DERIVATIVE -> unary(node, a -> sigmoid(a) * sigmoid(-a));
      case SOFTPLUS ->
          unary(node, a -> Math.max(a, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(a))));
      case ERF -> unary(node, a -> Math.abs(a) < 1 ? erf(a) : 1 - erfc(a));
      case ERFC -> unary(node, Interpreter::erfc);
      case SIN -> unary(node, StrictMath::sin);
      case COS -> unary(node, StrictMath::cos);
      case ATAN -> unary(node, StrictMath::atan);
      case SQRT -> unary(node, Math::sqrt);
      case ABS -> unary(node, Math::abs);
      case SIGN -> unary(node, Math::signum);
      case BROADCAST -> unary(node, a -> a);
      case ADD -> binary(node, (a, b) -> a + b);
      case SUBTRACT -> binary(node, (a, b) -> a - b);
      case MULTIPLY -> binary(node, (a, b) -> a * b);
      case DIVIDE -> binary(node, (a, b) -> a / b);
      case MAX -> binary(node, Math::max);
      case MIN -> binary(node, Math::min);
      case GREATER -> binary(node, (a, b) -> a > b ? 1 : 0);
      case GREATER_OR_EQUAL -> binary(node, (a, b) -> a >= b ? 1 : 0);
      case EQUAL -> binary(node, (a, b) -> a == b ? 1 : 0);
      case WHERE ->
          fill(node, (i, j) -> at(node, 0, i, j) != 0 ? at(node, 1, i, j) : at(node, 2, i, j));
      case CLIP ->
          fill(
              node,
              (i, j) ->
                  Math.min(Math.max(at(node, 0, i, j), at(node, 1, i, j)), at(node, 2, i, j)));
      default -> throw new IllegalStateException(node.operation().toString());
    };
  }

  private double[] unary(Expr node, DoubleUnaryOperator function) {
    return fill(node, (row, column) -> function.applyAsDouble(at(node, 0, row, column)));
  }

  private double[] binary(Expr node, DoubleBinaryOperator function) {
    return fill(
        node,
        (row, column) ->
            function.applyAsDouble(at(node, 0, row, column), at(node, 1, row, column)));
  }

  private double[] reduction(Expr node) {
    Expr x = node.operand(0);
    int width = x.width();
    return switch (node.operation()) {
      case ROW_SUM -> fill(node, (row, column) -> sum(width, k -> at(node, 0, row, k)));
      case ROW_MAX -> fill(node, (row, column) -> at(node, 0, row, firstMax(node, row)));
      case FIRST_MAX -> fill(node, (row, column) -> column == firstMax(node, row) ? 1 : 0);
      case COLUMN_SUM -> fill(node, (row, column) -> sum(rows(x), k -> at(node, 0, k, column)));
      case INNER_SUM ->
          fill(node, (row, column) -> sum(inner(x), k -> inner(node, row, k, column)));
      case INNER_MAX ->
          fill(node, (row, column) -> inner(node, row, firstMax(node, row, column), column));
      case INNER_FIRST_MAX ->
          fill(
              node,
              (row, column) -> {
                int place = row / inner(x);
                return row % inner(x) == firstMax(node, place, column) ? 1 : 0;
              });
      default -> fill(node, (row, column) -> sum(rows(x), i -> sum(width, j -> at(node, 0, i, j))));
    };
  }

  private int firstMax(Expr node, int row) {
    int best = 0;
    for (int k = 1; k < node.operand(0).width(); k++) {
      best = at(node, 0, row, k) > at(node, 0, row, best) ? k : best;
    }
    return best;
  }

  private static int inner(Expr node) {
    return node.shape().rows().inner();
  }

  /** A number of the first operand: position k of the last axis, at a place of the others. */
  private double inner(Expr node, int place, int k, int column) {
    return at(node, 0, place * inner(node.operand(0)) + k, column);
  }

  private int firstMax(Expr node, int place, int column) {
    int best = 0;
    for (int k = 1; k < inner(node.operand(0)); k++) {
      best = inner(node, place, k, column) > inner(node, place, best, column) ? k : best;
    }
    return best;
  }

  private double[] matrix(Expr node) {
    Expr a = node.operand(0);
    return switch (node.operation()) {
      case MATMUL ->
          fill(node, (i, j) -> sum(a.width(), k -> at(node, 0, i, k) * at(node, 1, k, j)));
      case MATMUL_NT ->
          fill(node, (i, j) -> sum(a.width(), k -> at(node, 0, i, k) * at(node, 1, j, k)));
      case MATMUL_TN ->
          fill(node, (i, j) -> sum(rows(a), k -> at(node, 0, k, i) * at(node, 1, k, j)));
      default -> innerMatrix(node, inner(a), inner(node.operand(1)));
    };
  }

  /** Of matrices of aRows and bRows rows. */
  private double[] innerMatrix(Expr node, int aRows, int bRows) {
    int width = node.operand(0).width();
    int rows = inner(node);
    return switch (node.operation()) {
      case INNER_MATMUL ->
          fill(
              node,
              (i, j) -> sum(width, k -> at(node, 0, i, k) * at(node, 1, i / rows * bRows + k, j)));
      case INNER_MATMUL_NT ->
          fill(
              node,
              (i, j) -> sum(width, k -> at(node, 0, i, k) * at(node, 1, i / rows * bRows + j, k)));
      default ->
          fill(
              node,
              (i, j) ->
                  sum(
                      aRows,
                      k ->
                          at(node, 0, i / rows * aRows + k, i % rows)
                              * at(node, 1, i / rows * bRows + k, j)));
    };
  }

  private double[] structure(Expr node) {
    return switch (node.operation()) {
      case COLUMNS -> {
        int from = ((Detail.Range) node.detail()).from();
        yield fill(node, (row, column) -> at(node, 0, row, from + column));
      }
      case PAD -> {
        var range = (Detail.Range) node.detail();
        yield fill(
            node,
            (row, column) ->
                column < range.from() || column >= range.to()
                    ? 0
                    : at(node, 0, row, column - range.from()));
      }
      case CONCAT -> concat(node);
      case RESHAPE -> values.get(node.operand(0)).clone();
      case GATHER -> fill(node, (row, column) -> at(node, 0, (int) at(node, 1, row, 0), column));
      case SCATTER_ADD ->
          fill(
              node,
              (row, column) ->
                  sum(
                      rows(node.operand(0)),
                      k -> at(node, 1, k, 0) == row ? at(node, 0, k, column) : 0));
      case REPEAT_INNER -> fill(node, (row, column) -> at(node, 0, row / inner(node), column));
      case TRANSPOSED -> {
        int height = inner(node.operand(0));
        yield fill(
            node,
            (row, column) -> at(node, 0, row / inner(node) * height + column, row % inner(node)));
      }
      case WINDOWS -> windows(node, ((Detail.Windows) node.detail()).window());
      default -> fold(node, ((Detail.Windows) node.detail()).window());
    };
  }

  private double[] windows(Expr node, Window window) {
    double[] result = new double[rows(node) * node.width()];
    Arrays.fill(result, window.fill());
    seen(
        node.operand(0).shape(),
        node.shape(),
        window,
        (x, y) -> result[y] = values.get(node.operand(0))[x]);
    return result;
  }

  private double[] fold(Expr node, Window window) {
    double[] result = new double[rows(node) * node.width()];
    seen(
        node.shape(),
        node.operand(0).shape(),
        window,
        (x, y) -> result[x] += values.get(node.operand(0))[y]);
    return result;
  }

  /** Tells of each number of the positions that a window sees, and of its place there. */
  private void seen(Shape positions, Shape places, Window window, Pair pair) {
    int taps = window.taps();
    for (int i = 0; i < places.rows().actual(batch) * taps; i++) {
      int item = i / taps / places.rows().count();
      int position =
          position(window, positions, places, i / taps % places.rows().count(), i % taps);
      for (int c = 0; position >= 0 && c < positions.columns(); c++) {
        int row = item * positions.rows().count() + position;
        pair.accept(row * positions.columns() + c, i * positions.columns() + c);
      }
    }
  }

  /** The position within an item that a tap sees; negative beyond the ends. */
  private static int position(Window window, Shape positions, Shape places, int place, int tap) {
    int result = 0;
    int factor = 1;
    for (int axis = window.axes() - 1; axis >= 0; axis--) {
      int size = positions.rows().sizes().get(axis);
      int count = places.rows().sizes().get(axis);
      int kernel = window.kernel().get(axis);
      int at =
          place % count * window.stride().get(axis)
              + tap % kernel * window.dilation().get(axis)
              - window.before().get(axis);
      if (at < 0 || at >= size) {
        return -1;
      }
      result += at * factor;
      factor *= size;
      place /= count;
      tap /= kernel;
    }
    return result;
  }

  private double[] concat(Expr node) {
    double[] result = new double[rows(node) * node.width()];
    int from = 0;
    for (int part = 0; part < node.operands().size(); part++) {
      for (int row = 0; row < rows(node); row++) {
        for (int k = 0; k < node.operand(part).width(); k++) {
          result[row * node.width() + from + k] = at(node, part, row, k);
        }
      }
      from += node.operand(part).width();
    }
    return result;
  }

  private double[] rowFunction(Expr node) {
    RowFunction function = ((Detail.Function) node.detail()).function();
    double[] result = new double[rows(node) * node.width()];
    for (int row = 0; row < rows(node); row++) {
      double[] out = new double[node.width()];
      if (node.operation() == Operation.ROW_FUNCTION) {
        function.value(row(node, 0, row), out);
      } else {
        function.gradient(row(node, 0, row), row(node, 1, row), row(node, 2, row), out);
      }
      System.arraycopy(out, 0, result, row * out.length, out.length);
    }
    return result;
  }

  private double[] row(Expr node, int operand, int row) {
    double[] result = new double[node.operand(operand).width()];
    for (int k = 0; k < result.length; k++) {
      result[k] = at(node, operand, row, k);
    }
    return result;
  }

  private double[] fill(Expr node, Element element) {
    double[] result = new double[rows(node) * node.width()];
    for (int i = 0; i < result.length; i++) {
      result[i] = element.at(i / node.width(), i % node.width());
    }
    return result;
  }

  /** The value of an operand, of which a single row or column repeats. */
  private double at(Expr node, int index, int row, int column) {
    Expr operand = node.operand(index);
    int actualRow = operand.shape().rows().isOne() ? 0 : row;
    int actualColumn = operand.width() == 1 ? 0 : column;
    return values.get(operand)[actualRow * operand.width() + actualColumn];
  }

  private int rows(Expr node) {
    return node.shape().rows().actual(batch);
  }

  private static double sum(int terms, Term term) {
    double sum = 0;
    for (int k = 0; k < terms; k++) {
      sum += term.at(k);
    }
    return sum;
  }

  private static double sigmoid(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }

  /** The series at 0, for small arguments. */
  private static double erf(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; Math.abs(term) > Math.abs(sum) * 1e-17 && n < 200; n++) {
      term *= -x * x / n;
      sum += term / (2 * n + 1);
    }
    return sum * 2 / Math.sqrt(Math.PI);
  }

  /** Lentz's continued fraction for large arguments. */
  private static double erfc(double x) {
    if (x < 1) {
      return x < -1 ? 2 - erfc(-x) : 1 - erf(x);
    }
    double fraction = x;
    for (int n = 200; n > 0; n--) {
      fraction = x + n / 2.0 / fraction;
    }
    return StrictMath.exp(-x * x) / fraction / Math.sqrt(Math.PI);
  }

  private interface Element {
    double at(int row, int column);
  }

  private interface Pair {
    void accept(int x, int y);
  }

  private interface Term {
    double at(int k);
  }
}
