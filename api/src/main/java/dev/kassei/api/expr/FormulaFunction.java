package dev.kassei.api.expr;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.value.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A function that formulas can call.
 *
 * @param name as it is written
 * @param parameters the names of its arguments, for messages
 * @param open whether more arguments may follow
 * @param builder from as many arguments
 */
record FormulaFunction(
    String name, List<String> parameters, boolean open, Function<List<Expr>, Expr> builder) {
  private static final double LARGEST_COUNT = 1e9;

  /** What a window has in each axis. */
  private static final List<String> AXIS =
      List.of("kernel", "stride", "before", "after", "dilation");

  /** All functions by name. */
  static final Map<String, FormulaFunction> ALL = all();

  /** How the function is called, such as {@code clip(x, low, high)}. */
  String signature() {
    return name + "(" + String.join(", ", parameters) + (open ? ", …)" : ")");
  }

  /** Whether it takes so many arguments. */
  boolean takes(int count) {
    return count == parameters.size() || (open && count > parameters.size());
  }

  /** Says that it got another number of arguments. */
  String miscounted(int count) {
    return "%s takes %s%s %s, %s, but got %s"
        .formatted(
            name,
            open ? "at least " : "",
            parameters.size(),
            parameters.size() == 1 ? "argument" : "arguments",
            signature(),
            count);
  }

  /** The value for as many arguments as it takes. */
  Expr apply(List<Expr> arguments) {
    return builder.apply(arguments);
  }

  private static Map<String, FormulaFunction> all() {
    var functions = new ArrayList<FormulaFunction>();
    ofEachValue(functions);
    ofConditions(functions);
    ofRowsAndColumns(functions);
    ofMatrices(functions);
    ofStructure(functions);
    ofPositions(functions);
    ofContext(functions);
    var byName = new LinkedHashMap<String, FormulaFunction>();
    functions.forEach(function -> byName.put(function.name, function));
    return byName;
  }

  private static void ofEachValue(List<FormulaFunction> all) {
    all.add(unary("exp", Expr::exp));
    all.add(unary("expm1", Expr::expm1));
    all.add(unary("log", Expr::log));
    all.add(unary("log1p", Expr::log1p));
    all.add(unary("tanh", Expr::tanh));
    all.add(unary("sigmoid", Expr::sigmoid));
    all.add(unary("sigmoid_derivative", Expr::sigmoidDerivative));
    all.add(unary("softplus", Expr::softplus));
    all.add(unary("erf", Expr::erf));
    all.add(unary("erfc", Expr::erfc));
    all.add(unary("sin", Expr::sin));
    all.add(unary("cos", Expr::cos));
    all.add(unary("atan", Expr::atan));
    all.add(unary("arctan", Expr::atan));
    all.add(unary("sqrt", Expr::sqrt));
    all.add(unary("square", Expr::square));
    all.add(unary("abs", Expr::abs));
    all.add(unary("sign", Expr::sign));
  }

  private static void ofConditions(List<FormulaFunction> all) {
    all.add(binary("max", "a", "b", Expr::max));
    all.add(binary("min", "a", "b", Expr::min));
    all.add(binary("power", "base", "exponent", Expr::power));
    all.add(of("clip", "x, low, high", a -> a.get(0).clip(a.get(1), a.get(2))));
    all.add(of("where", "condition, yes, no", a -> Expr.where(a.get(0), a.get(1), a.get(2))));
  }

  private static void ofRowsAndColumns(List<FormulaFunction> all) {
    all.add(unary("row_sum", Expr::rowSum));
    all.add(unary("row_mean", Expr::rowMean));
    all.add(unary("row_max", Expr::rowMax));
    all.add(unary("softmax", Expr::softmax));
    all.add(unary("first_max", Expr::firstMax));
    all.add(unary("column_sum", Expr::columnSum));
    all.add(unary("column_mean", Expr::columnMean));
    all.add(unary("sum", Expr::sum));
    all.add(unary("mean", Expr::mean));
  }

  private static void ofMatrices(List<FormulaFunction> all) {
    all.add(binary("matmul", "a", "b", Expr::matmul));
    all.add(binary("matmul_nt", "a", "b", Expr::matmulTransposed));
    all.add(binary("matmul_tn", "a", "b", Expr::transposedMatmul));
  }

  private static void ofStructure(List<FormulaFunction> all) {
    all.add(of("columns", "x, from, to", a -> a.get(0).columns(count(a, 1), count(a, 2))));
    all.add(of("pad", "x, from, columns", a -> a.get(0).pad(count(a, 1), count(a, 2))));
    all.add(new FormulaFunction("concat", List.of("a", "b"), true, FormulaFunction::concat));
    all.add(of("reshape", "x, rows, columns", a -> a.get(0).reshape(shape(a))));
    all.add(of("broadcast", "x, rows, columns", a -> a.get(0).broadcast(shape(a))));
    all.add(binary("gather", "table", "index", Expr::gather));
    all.add(of("scatter_add", "x, index, rows", a -> a.get(0).scatterAdd(a.get(1), count(a, 2))));
    all.add(of("column_index", "columns", a -> Expr.columnIndex(count(a, 0))));
  }

  private static void ofPositions(List<FormulaFunction> all) {
    all.add(ofWindow("windows", "fill", a -> a.get(0).windows(window(a, number(a.get(1))))));
    all.add(
        ofWindow("fold_windows", "rows", a -> a.get(0).foldWindows(window(a, 0), rows(a.get(1)))));
    all.add(unary("inner_sum", Expr::innerSum));
    all.add(unary("inner_max", Expr::innerMax));
    all.add(unary("inner_first_max", Expr::innerFirstMax));
    all.add(of("repeat_inner", "x, count", a -> a.get(0).repeatInner(count(a, 1))));
    all.add(unary("transposed", Expr::transposed));
    all.add(unary("flattened", Expr::flattened));
    all.add(binary("inner_matmul", "a", "b", Expr::innerMatmul));
    all.add(binary("inner_matmul_nt", "a", "b", Expr::innerMatmulTransposed));
    all.add(binary("inner_matmul_tn", "a", "b", Expr::innerTransposedMatmul));
  }

  private static FormulaFunction ofWindow(
      String name, String second, Function<List<Expr>, Expr> builder) {
    var parameters = new ArrayList<>(List.of("x", second));
    parameters.addAll(AXIS);
    return new FormulaFunction(name, List.copyOf(parameters), true, builder);
  }

  /** The window of a call: after two other arguments five numbers for each axis. */
  private static Window window(List<Expr> arguments, double fill) {
    int count = arguments.size() - 2;
    require(
        count % AXIS.size() == 0,
        "expected %s numbers for each axis, %s, but found %s",
        AXIS.size(),
        String.join(", ", AXIS),
        count);
    var numbers = new ArrayList<List<Integer>>();
    for (int i = 0; i < AXIS.size(); i++) {
      var each = new ArrayList<Integer>();
      for (int j = 2 + i; j < arguments.size(); j += AXIS.size()) {
        each.add(count(arguments, j));
      }
      numbers.add(each);
    }
    return Window.of(numbers.get(0))
        .strided(numbers.get(1))
        .padded(numbers.get(2), numbers.get(3))
        .dilated(numbers.get(4))
        .filled(fill);
  }

  private static void ofContext(List<FormulaFunction> all) {
    all.add(unary("detached", Expr::detached));
    all.add(binary("by_mode", "training", "inference", Expr::byMode));
  }

  private static FormulaFunction unary(String name, UnaryOperator<Expr> function) {
    return of(name, "x", arguments -> function.apply(arguments.get(0)));
  }

  private static FormulaFunction binary(
      String name, String first, String second, BinaryOperator<Expr> function) {
    return of(name, first + ", " + second, a -> function.apply(a.get(0), a.get(1)));
  }

  private static FormulaFunction of(
      String name, String parameters, Function<List<Expr>, Expr> builder) {
    return new FormulaFunction(name, List.of(parameters.split(", ")), false, builder);
  }

  private static Expr concat(List<Expr> arguments) {
    Expr[] others = arguments.subList(1, arguments.size()).toArray(Expr[]::new);
    return arguments.get(0).concat(others);
  }

  private static int count(List<Expr> arguments, int index) {
    return integer(arguments.get(index));
  }

  private static int integer(Expr argument) {
    double value =
        argument.detail() instanceof Detail.Value constant ? constant.value() : Double.NaN;
    require(
        Math.rint(value) == value && Math.abs(value) <= LARGEST_COUNT,
        "expected an integer but found %s",
        Double.isNaN(value) ? argument : Numbers.text(value));
    return (int) value;
  }

  private static double number(Expr argument) {
    require(argument.detail() instanceof Detail.Value, "expected a number but found %s", argument);
    return ((Detail.Value) argument.detail()).value();
  }

  private static Shape shape(List<Expr> arguments) {
    return new Shape(rows(arguments.get(1)), count(arguments, 2));
  }

  /** Factors of a number of rows: {@code rows}, or {@code rows * 28 * 28}, or numbers alone. */
  private static Rows rows(Expr argument) {
    if (argument.operation() == Operation.ROWS) {
      return Rows.BATCH;
    }
    if (argument.operation() == Operation.MULTIPLY) {
      return rows(argument.operand(0)).times(integer(argument.operand(1)));
    }
    return Rows.fixed(integer(argument));
  }
}
