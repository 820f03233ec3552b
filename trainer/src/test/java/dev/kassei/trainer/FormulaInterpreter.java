package dev.kassei.trainer;

import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Mode;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Shape;
import dev.kassei.api.expr.Traversal;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Evaluates formulas node by node, as plainly as possible; for tests of formulas alone. */
public final class FormulaInterpreter {
  private final int batch;
  private final Map<String, double[]> tensors = new HashMap<>();
  private final Map<String, double[]> updates = new HashMap<>();
  private Map<Expr, double[]> values = new IdentityHashMap<>();
  private double rate;
  private int step;

  /** An interpreter for batches of this many rows. */
  public FormulaInterpreter(int batch) {
    this.batch = batch;
  }

  /** Sets an input, parameter or state; states that were not set have their initial value. */
  public FormulaInterpreter bind(String name, double... tensor) {
    tensors.put(name, tensor);
    return this;
  }

  /** The present value of an input, parameter or state. */
  public double[] tensor(String name) {
    return tensors.get(name);
  }

  /** Sets rate and number of the step. */
  public FormulaInterpreter step(double newRate, int number) {
    rate = newRate;
    step = number;
    return this;
  }

  /** The values of formulas in training, all read before any state is written. */
  public List<double[]> train(List<Expr> formulas) {
    updates.clear();
    List<double[]> results = evaluate(formulas, Mode.TRAINING);
    tensors.putAll(updates);
    return results;
  }

  /** The value of one formula, without a change of state. */
  public double[] value(Expr formula) {
    return evaluate(List.of(formula), Mode.INFERENCE).get(0);
  }

  private List<double[]> evaluate(List<Expr> formulas, Mode mode) {
    values = new IdentityHashMap<>();
    for (Expr node : Traversal.operandsFirst(formulas, each -> Traversal.operandsIn(mode, each))) {
      values.put(node, compute(node, mode));
    }
    return formulas.stream().map(values::get).toList();
  }

  private double[] compute(Expr node, Mode mode) {
    return switch (node.operation().kind()) {
      case LEAF, HOST -> leaf(node);
      case POINTWISE -> pointwise(node);
      case REDUCTION -> reduction(node);
      case MATRIX -> matrix(node);
      case STRUCTURE, ROW_FUNCTION -> throw unknown(node);
      case MARK -> mark(node, mode);
    };
  }

  private double[] mark(Expr node, Mode mode) {
    if (node.detail() instanceof Detail.Update update) {
      updates.put(update.state().name(), values.get(node.operand(1)));
    }
    return values.get(Traversal.operandsIn(mode, node).get(0));
  }

  private double[] leaf(Expr node) {
    return switch (node.operation()) {
      case CONSTANT -> new double[] {((Detail.Value) node.detail()).value()};
      case RATE -> new double[] {rate};
      case STEP -> new double[] {step};
      case ROWS -> new double[] {batch};
      case POWER -> pointwise(node, StrictMath::pow);
      case COLUMN_INDEX -> fill(node, 0, (row, column) -> column);
      default -> named(node);
    };
  }

  private double[] named(Expr node) {
    if (node.detail() instanceof Detail.State state) {
      return tensors.computeIfAbsent(
          state.name(), name -> fill(node, 0, (row, column) -> state.initial()));
    }
    String name =
        node.detail() instanceof Detail.Parameter parameter
            ? parameter.name()
            : ((Detail.Name) node.detail()).name();
    double[] tensor = tensors.get(name);
    if (tensor == null || tensor.length != rows(node) * node.width()) {
      throw new IllegalStateException(name + " is not bound to " + node.shape());
    }
    return tensor;
  }

  private double[] pointwise(Expr node) {
    return switch (node.operation()) {
      case NEGATE -> pointwise(node, a -> -a);
      case EXP -> pointwise(node, StrictMath::exp);
      case EXPM1 -> pointwise(node, StrictMath::expm1);
      case LOG -> pointwise(node, StrictMath::log);
      case LOG1P -> pointwise(node, StrictMath::log1p);
      case TANH -> pointwise(node, StrictMath::tanh);
      case SIGMOID -> pointwise(node, FormulaInterpreter::sigmoid);
      case SIGMOID_DERIVATIVE -> pointwise(node, a -> sigmoid(a) * sigmoid(-a));
      case SOFTPLUS ->
          pointwise(node, a -> Math.max(a, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(a))));
      case SQRT -> pointwise(node, Math::sqrt);
      case ABS -> pointwise(node, Math::abs);
      case SIGN -> pointwise(node, Math::signum);
      case BROADCAST -> pointwise(node, a -> a);
      case ADD -> pointwise(node, Double::sum);
      case SUBTRACT -> pointwise(node, (a, b) -> a - b);
      case MULTIPLY -> pointwise(node, (a, b) -> a * b);
      case DIVIDE -> pointwise(node, (a, b) -> a / b);
      case MAX -> pointwise(node, Math::max);
      case MIN -> pointwise(node, Math::min);
      case GREATER -> pointwise(node, (a, b) -> a > b ? 1 : 0);
      case GREATER_OR_EQUAL -> pointwise(node, (a, b) -> a >= b ? 1 : 0);
      case EQUAL -> pointwise(node, (a, b) -> a == b ? 1 : 0);
      case WHERE -> where(node);
      default -> throw unknown(node);
    };
  }

  private double[] pointwise(Expr node, DoubleUnaryOperator function) {
    Expr a = node.operand(0);
    return fill(node, 0, (row, column) -> function.applyAsDouble(at(a, row, column)));
  }

  private double[] pointwise(Expr node, DoubleBinaryOperator function) {
    Expr a = node.operand(0);
    Expr b = node.operand(1);
    return fill(
        node, 0, (row, column) -> function.applyAsDouble(at(a, row, column), at(b, row, column)));
  }

  private double[] where(Expr node) {
    return fill(
        node,
        0,
        (row, column) ->
            at(node.operand(at(node.operand(0), row, column) != 0 ? 1 : 2), row, column));
  }

  private double[] reduction(Expr node) {
    Expr x = node.operand(0);
    boolean overRows = node.shape().rows().isOne() && node.operation().name().endsWith("SUM");
    boolean isMax = node.operation() == Operation.ROW_MAX;
    double[] result = fill(node, isMax ? Double.NEGATIVE_INFINITY : 0, (row, column) -> 0);
    for (int row = 0; row < rows(x); row++) {
      for (int column = 0; column < x.width(); column++) {
        int index = index(node.shape(), overRows ? 0 : row, column);
        double value = at(x, row, column);
        result[index] = isMax ? Math.max(result[index], value) : result[index] + value;
      }
    }
    return result;
  }

  private double[] matrix(Expr node) {
    Expr a = node.operand(0);
    Expr b = node.operand(1);
    return switch (node.operation()) {
      case MATMUL ->
          product(node, a.width(), (row, k) -> at(a, row, k), (k, column) -> at(b, k, column));
      case MATMUL_NT ->
          product(node, a.width(), (row, k) -> at(a, row, k), (k, column) -> at(b, column, k));
      default -> product(node, rows(a), (row, k) -> at(a, k, row), (k, column) -> at(b, k, column));
    };
  }

  private double[] product(Expr node, int terms, Element left, Element right) {
    return fill(
        node,
        0,
        (row, column) -> {
          double sum = 0;
          for (int k = 0; k < terms; k++) {
            sum = Math.fma(left.at(row, k), right.at(k, column), sum);
          }
          return sum;
        });
  }

  private double[] fill(Expr node, double start, Element element) {
    double[] result = new double[rows(node) * node.width()];
    for (int row = 0; row < rows(node); row++) {
      for (int column = 0; column < node.width(); column++) {
        result[row * node.width() + column] = start + element.at(row, column);
      }
    }
    return result;
  }

  private double at(Expr operand, int row, int column) {
    double[] value = values.get(operand);
    boolean oneRow = value.length == operand.width();
    return value[index(operand.shape(), oneRow ? 0 : row, column)];
  }

  private static int index(Shape shape, int row, int column) {
    return row * shape.columns() + (shape.columns() == 1 ? 0 : column);
  }

  private int rows(Expr node) {
    return node.shape().rows().actual(batch);
  }

  private static double sigmoid(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }

  private static IllegalStateException unknown(Expr node) {
    return new IllegalStateException("this interpreter does not know " + node.operation());
  }

  private interface Element {
    double at(int row, int column);
  }
}
