package dev.kassei.engine.analysis;

import dev.kassei.api.Activation;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Mode;
import dev.kassei.api.expr.Shape;
import dev.kassei.api.expr.Traversal;
import dev.kassei.api.value.ContractException;
import dev.kassei.api.value.Numbers;
import dev.kassei.engine.FormulaFunction;
import dev.kassei.engine.plan.Execution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Where a formula may have kinks: the operations that choose, such as max(a, b) and clip, do so
 * where a difference such as a − b changes its sign. Those places are found by bisection between
 * the points of a grid, down to neighbouring numbers.
 */
final class Ties {
  /**
   * Functions that choose more often, as x − floor(x) would, are known by their first places, and
   * formulas with more operations that choose by the first of these.
   */
  private static final int MAX_CHOICES = 256;

  /** Places nearer to each other than this, relatively, are one, blurred by rounding. */
  private static final double BLUR = 1e-12;

  private Ties() {}

  /** The places, ascending, within ±{@link Grid#NEAR}. */
  static double[] of(Activation activation) {
    int columns = differences(activation, Expr.input("x", Shape.batch(1))).size();
    if (columns == 0) {
      return new double[0];
    }
    var function =
        FormulaFunction.of(
            x -> sideBySide(differences(activation, x)),
            1,
            Precision.FLOAT64,
            Mode.INFERENCE,
            Execution.SCALAR);
    double[] points = Arrays.stream(Grid.POINTS).filter(x -> Math.abs(x) <= Grid.NEAR).toArray();
    double[] values = function.value(points);
    var places = new TreeSet<Double>();
    for (int column = 0; column < columns; column++) {
      var changes = new ArrayList<Change>();
      for (int i = 0; i + 1 < points.length && changes.size() < MAX_CHOICES; i++) {
        double left = Math.signum(values[i * columns + column]);
        double right = Math.signum(values[(i + 1) * columns + column]);
        if (left != right && !Double.isNaN(left + right)) {
          changes.add(new Change(points[i], points[i + 1], left));
        }
      }
      bisect(changes, function, column, columns);
      changes.forEach(change -> places.add(change.place()));
    }
    return merged(places);
  }

  private static Expr sideBySide(List<Expr> columns) {
    Expr[] others = columns.subList(1, columns.size()).toArray(Expr[]::new);
    return columns.get(0).concat(others);
  }

  private static List<Expr> differences(Activation activation, Expr x) {
    List<Expr> nodes =
        Traversal.operandsFirst(
            List.of(ContractException.returned(activation.apply(x), activation, "apply")),
            node -> Traversal.operandsIn(Mode.INFERENCE, node));
    return nodes.stream()
        .flatMap(node -> differences(node).stream())
        .filter(difference -> difference.shape().rows().batched())
        .distinct()
        .limit(MAX_CHOICES)
        .toList();
  }

  private static List<Expr> differences(Expr node) {
    return switch (node.operation()) {
      case MAX, MIN, GREATER, GREATER_OR_EQUAL, EQUAL ->
          List.of(node.operand(0).minus(node.operand(1)));
      case CLIP ->
          List.of(node.operand(0).minus(node.operand(1)), node.operand(0).minus(node.operand(2)));
      case ABS, SIGN, SQRT, LOG, WHERE -> List.of(node.operand(0));
      case LOG1P -> List.of(node.operand(0).plus(1));
      case DIVIDE -> List.of(node.operand(1));
      default -> List.of();
    };
  }

  /** Halves all intervals at once until their ends are neighbours. */
  private static void bisect(
      List<Change> changes, FormulaFunction function, int column, int columns) {
    for (int i = 0; i < Long.SIZE && changes.stream().anyMatch(Change::isWide); i++) {
      double[] middles = changes.stream().mapToDouble(Change::middle).toArray();
      double[] values = function.value(middles);
      for (int j = 0; j < middles.length; j++) {
        changes.get(j).halve(middles[j], values[j * columns + column]);
      }
    }
  }

  /** Of places that rounding has blurred the one with the shortest text. */
  private static double[] merged(NavigableSet<Double> places) {
    var merged = new ArrayList<Double>();
    while (!places.isEmpty()) {
      double first = places.first();
      double last = places.floor(first + BLUR * Math.max(1, Math.abs(first)));
      merged.add(roundest(first, last));
      places.headSet(last, true).clear();
    }
    return merged.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double roundest(double first, double last) {
    return Stream.of(first, (first + last) / 2, last)
        .min(Comparator.comparingInt(place -> Numbers.text(place).length()))
        .orElseThrow();
  }

  /** An interval in which a difference changes its sign. */
  private static final class Change {
    private long low;
    private long high;
    private final double lowSign;

    Change(double low, double high, double lowSign) {
      this.low = order(low);
      this.high = order(high);
      this.lowSign = lowSign;
    }

    boolean isWide() {
      return high - low > 1;
    }

    double middle() {
      return number(low + (high - low) / 2);
    }

    void halve(double middle, double value) {
      if (Math.signum(value) == lowSign) {
        low = order(middle);
      } else {
        high = order(middle);
      }
    }

    /** The end where the difference is 0, if there is one. */
    double place() {
      return number(lowSign == 0 ? low : high);
    }

    /** Numbers in their order as integers, 0 as 0. */
    private static long order(double x) {
      long bits = Double.doubleToRawLongBits(x);
      return bits < 0 ? Long.MIN_VALUE - bits : bits;
    }

    private static double number(long order) {
      return Double.longBitsToDouble(order < 0 ? Long.MIN_VALUE - order : order);
    }
  }
}
