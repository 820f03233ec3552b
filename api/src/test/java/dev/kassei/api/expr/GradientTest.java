package dev.kassei.api.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Symbolic gradients against central differences, away from kinks. */
class GradientTest {
  private static final int BATCH = 3;

  private static final Map<String, Shape> SHAPES = new LinkedHashMap<>();

  static {
    SHAPES.put("scalar", Shape.SCALAR);
    SHAPES.put("row", Shape.fixed(1, 4));
    SHAPES.put("column", Shape.batch(1));
    SHAPES.put("full", Shape.batch(4));
  }

  private static final RowFunction CUBES =
      new RowFunction() {
        @Override
        public void value(double[] x, double[] y) {
          for (int i = 0; i < y.length; i++) {
            y[i] = x[i] * x[i] * x[i + 1];
          }
        }

        @Override
        public void gradient(double[] x, double[] y, double[] dy, double[] dx) {
          for (int i = 0; i < dy.length; i++) {
            dx[i] += dy[i] * 2 * x[i] * x[i + 1];
            dx[i + 1] += dy[i] * x[i] * x[i];
          }
        }
      };

  @TestFactory
  Stream<DynamicTest> unaryFunctions() {
    return unary().entrySet().stream()
        .flatMap(
            function ->
                SHAPES.entrySet().stream()
                    .map(
                        shape -> {
                          Expr x = Expr.input("x", shape.getValue());
                          Expr y = function.getValue().apply(x);
                          String name = function.getKey() + " of " + shape.getKey();
                          return DynamicTest.dynamicTest(name, () -> agrees(y, x));
                        }));
  }

  @TestFactory
  Stream<DynamicTest> binaryFunctionsOfAllShapes() {
    var tests = new ArrayList<DynamicTest>();
    binary()
        .forEach(
            (name, function) ->
                SHAPES.forEach(
                    (left, leftShape) ->
                        SHAPES.forEach(
                            (right, rightShape) -> {
                              Expr a = Expr.input("a", leftShape);
                              Expr b = Expr.input("b", rightShape);
                              Expr y = function.apply(a, b);
                              String title = name + " of " + left + " and " + right;
                              tests.add(DynamicTest.dynamicTest(title, () -> agrees(y, a, b)));
                            })));
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> formsOfOneShape() {
    return forms().entrySet().stream()
        .map(
            form ->
                DynamicTest.dynamicTest(
                    form.getKey(), () -> agrees(form.getValue(), leavesOf(form.getValue()))));
  }

  @Test
  void everyOperationWithASlopeIsTested() {
    var seen = EnumSet.noneOf(Operation.class);
    Expr a = Expr.input("a", Shape.batch(4));
    var formulas = new ArrayList<Expr>(forms().values());
    unary().values().forEach(function -> formulas.add(function.apply(a)));
    binary().values().forEach(function -> formulas.add(function.apply(a, a.plus(1))));
    Traversal.operandsFirst(formulas).forEach(node -> seen.add(node.operation()));

    var expected = EnumSet.allOf(Operation.class);
    // without a slope, see KinksTest and ContextTest
    expected.removeAll(
        EnumSet.of(
            Operation.STATE,
            Operation.UNIFORM,
            Operation.RATE,
            Operation.STEP,
            Operation.POWER,
            Operation.UPDATING,
            Operation.PENALIZED,
            Operation.BY_MODE,
            Operation.ROW_FUNCTION_GRADIENT));
    assertThat(seen).containsAll(expected);
  }

  @Test
  void secondDerivativesOfSmoothFunctionsAreDerivativesOfFirst() {
    unary()
        .forEach(
            (name, function) -> {
              Expr x = Expr.input("x", Shape.batch(4));
              Expr first = Gradient.derivative(function.apply(x), x).broadcast(x.shape());
              agrees(first.plus(x.times(0)), x);
            });
  }

  private static Map<String, UnaryOperator<Expr>> unary() {
    var functions = new LinkedHashMap<String, UnaryOperator<Expr>>();
    functions.put("negate", Expr::negate);
    functions.put("exp", Expr::exp);
    functions.put("expm1", Expr::expm1);
    functions.put("log", Expr::log);
    functions.put("log1p", Expr::log1p);
    functions.put("tanh", Expr::tanh);
    functions.put("sigmoid", Expr::sigmoid);
    functions.put("sigmoid_derivative", Expr::sigmoidDerivative);
    functions.put("softplus", Expr::softplus);
    functions.put("erf", Expr::erf);
    functions.put("erfc", Expr::erfc);
    functions.put("sin", Expr::sin);
    functions.put("cos", Expr::cos);
    functions.put("atan", Expr::atan);
    functions.put("sqrt", Expr::sqrt);
    functions.put("abs", x -> x.minus(0.77).abs());
    functions.put("sign", x -> x.minus(0.77).sign().times(x));
    functions.put("square", Expr::square);
    functions.put("power 3", x -> x.power(3));
    functions.put("power 5 and 6", x -> x.power(5).plus(x.power(6)));
    functions.put("power -2", x -> x.power(-2));
    functions.put("power 1.5", x -> x.power(Expr.constant(1.5)));
    functions.put("clip to numbers", x -> x.clip(0.5, 0.9).times(x));
    functions.put("mish", x -> x.times(x.softplus().tanh()));
    functions.put("repeated", x -> x.broadcast(Shape.batch(4)).exp());
    functions.put("a formula of x and itself", x -> x.exp().over(x.exp().plus(x)));
    return functions;
  }

  private static Map<String, BinaryOperator<Expr>> binary() {
    var functions = new LinkedHashMap<String, BinaryOperator<Expr>>();
    functions.put("plus", (a, b) -> a.exp().plus(b));
    functions.put("minus", (a, b) -> a.minus(b.exp()));
    functions.put("times", Expr::times);
    functions.put("over", Expr::over);
    functions.put("power", (a, b) -> a.power(b));
    functions.put("max", (a, b) -> a.max(b).times(a));
    functions.put("min", (a, b) -> a.min(b).times(b));
    functions.put("greater", (a, b) -> a.greaterThan(b).times(a));
    functions.put("greater or equal", (a, b) -> a.atLeast(b).times(b));
    functions.put("equal", (a, b) -> a.equalTo(b).plus(a.times(b)));
    functions.put("clip x", (a, b) -> a.exp().clip(b, b.plus(0.9)));
    functions.put("clip low", (a, b) -> a.clip(b.minus(0.1), b.plus(a.times(0.3))));
    functions.put("where", (a, b) -> Expr.where(a.greaterThan(b), a.times(b), b.exp()));
    functions.put(
        "where in where",
        (a, b) ->
            Expr.where(
                a.greaterThan(0.6),
                Expr.where(b.greaterThan(0.7), a.exp(), a.times(b)),
                Expr.where(b.greaterThan(0.7), b.sin(), a.over(b)).square()));
    return functions;
  }

  private static Map<String, Expr> forms() {
    Expr x = Expr.input("x", Shape.batch(4));
    Expr z = Expr.input("z", Shape.batch(4));
    Expr w = x.weights("w", 4, 2, (fans, draws, index) -> 0);
    Expr narrow = Expr.input("narrow", Shape.batch(2));
    Expr table = Expr.input("table", Shape.fixed(5, 3));
    Expr index = Expr.columnIndex(BATCH).reshape(Shape.fixed(BATCH, 1)).times(2);
    Expr fixed = Expr.input("fixed", Shape.fixed(BATCH, 4));
    var forms = new LinkedHashMap<String, Expr>();
    forms.put("row_sum", x.exp().rowSum());
    forms.put("row_mean", x.square().rowMean());
    forms.put("row_max", x.rowMax().times(x));
    forms.put("first_max", x.firstMax().times(x));
    forms.put("column_sum", x.exp().columnSum());
    forms.put("column_mean", x.times(x.columnMean()));
    forms.put("sum", x.exp().sum().times(x));
    forms.put("mean", x.times(x.mean()));
    forms.put("matmul", x.exp().matmul(w.sin()));
    forms.put("matmul_nt", narrow.matmulTransposed(w));
    forms.put("matmul_tn", x.transposedMatmul(z.square()));
    forms.put("columns", x.columns(0, 2).times(x.columns(2, 4).sigmoid()));
    forms.put("pad", narrow.exp().pad(1, 4).times(x));
    forms.put("concat", x.concat(narrow.exp(), x.times(narrow.rowSum())).square());
    forms.put("reshape", x.reshape(new Shape(Rows.BATCH.times(2), 2)).rowSum().exp());
    forms.put("gather", table.exp().gather(index));
    forms.put("scatter_add", fixed.exp().scatterAdd(index, 5).square());
    forms.putAll(formsOfPositions());
    forms.put("row function", x.rowFunction(CUBES, 3));
    forms.put("broadcast", w.columnSum().broadcast(Shape.batch(2)).times(narrow));
    forms.put("detached", x.times(x.detached().minus(x.detached()).plus(2)));
    forms.put("through a layer", x.through("a", y -> y.exp().through("b", Expr::square)));
    forms.put("softmax", softmax(x));
    forms.put("layer norm", layerNorm(x));
    forms.put("batch norm before max", batchNorm(x).max(0).times(z));
    forms.put("where over a norm", Expr.where(x.greaterThan(0.7), x.over(norm(x)), norm(z)));
    forms.put(
        "max over a matmul",
        x.matmul(w).minus(2).max(0).matmul(narrow.columnMean().exp().reshape(Shape.fixed(2, 1))));
    return forms;
  }

  private static Map<String, Expr> formsOfPositions() {
    Expr image = Expr.input("image", new Shape(Rows.BATCH.times(4, 5), 2));
    Expr sequence = Expr.input("sequence", new Shape(Rows.BATCH.times(3), 2));
    Expr other = Expr.input("other", new Shape(Rows.BATCH.times(3), 4));
    Expr fixed = Expr.input("fixed", Shape.fixed(6, 2));
    Window window =
        Window.of(3, 2)
            .strided(List.of(2, 1))
            .padded(List.of(1, 0), List.of(2, 1))
            .dilated(List.of(1, 2))
            .filled(0.5);
    Expr seen = image.windows(window);
    var forms = new LinkedHashMap<String, Expr>();
    forms.put("windows", image.exp().windows(window).square());
    forms.put("windows of fixed rows", fixed.windows(Window.of(3)).exp());
    forms.put("fold_windows", seen.exp().foldWindows(window, image.shape().rows()).square());
    forms.put(
        "convolution", seen.matmul(image.weights("w", window, 2, 3, (f, d, i) -> 0)).square());
    Rows taps = seen.shape().rows().times(window.taps());
    forms.put("max pool", seen.square().reshape(new Shape(taps, 2)).innerMax().exp());
    forms.put("inner_sum", image.exp().innerSum());
    forms.put("inner_sum of fixed rows", fixed.exp().innerSum().times(fixed));
    forms.put("inner mean", image.minus(image.innerMean().repeatInner(5)).square());
    forms.put("inner_max", image.innerMax().repeatInner(5).times(image));
    forms.put("inner_first_max", image.innerFirstMax().times(image));
    forms.put("transposed", image.exp().transposed().square());
    forms.put("flattened", image.exp().flattened().square().rowSum());
    forms.put("inner_matmul", sequence.exp().transposed().innerMatmul(other.sin()));
    forms.put("inner_matmul_nt", sequence.innerMatmulTransposed(sequence.exp()).square());
    forms.put("inner_matmul_tn", sequence.exp().innerTransposedMatmul(other));
    Expr scores = sequence.innerMatmulTransposed(sequence).minus(1).exp();
    forms.put("attention", scores.over(scores.rowSum()).innerMatmul(other));
    forms.put(
        "where over windows",
        Expr.where(image.greaterThan(0.8), image, image.log()).windows(window).rowSum().exp());
    return forms;
  }

  private static Expr softmax(Expr x) {
    Expr shifted = x.minus(x.rowMax().detached()).exp();
    return shifted.over(shifted.rowSum());
  }

  private static Expr layerNorm(Expr x) {
    Expr centred = x.minus(x.rowMean());
    return centred.over(centred.square().rowMean().plus(1e-5).sqrt());
  }

  private static Expr batchNorm(Expr x) {
    Expr centred = x.minus(x.columnMean());
    return centred.over(centred.square().columnMean().plus(1e-5).sqrt());
  }

  private static Expr norm(Expr x) {
    return x.square().rowSum().sqrt();
  }

  private static Expr[] leavesOf(Expr formula) {
    return Traversal.operandsFirst(List.of(formula)).stream()
        .filter(node -> node.name().isPresent())
        .toArray(Expr[]::new);
  }

  private static void agrees(Expr output, Expr... leaves) {
    var interpreter = new Interpreter(BATCH, Mode.INFERENCE);
    Expr seed = Expr.input("seed", output.shape());
    bind(interpreter, seed, 1);
    var values = new ArrayList<double[]>();
    for (Expr leaf : leaves) {
      values.add(bind(interpreter, leaf, 2 + values.size()));
    }
    Expr loss = output.times(seed).sum();
    List<Expr> gradients = Gradient.of(output, seed, List.of(leaves), Mode.INFERENCE);
    for (int i = 0; i < leaves.length; i++) {
      assertThat(gradients.get(i).shape()).isEqualTo(leaves[i].shape());
      double[] gradient = interpreter.value(gradients.get(i));
      double[] differences = differences(interpreter, loss, values.get(i));
      for (int k = 0; k < gradient.length; k++) {
        assertThat(gradient[k])
            .as("element %s of the gradient by %s: %s", k, leaves[i], gradients.get(i))
            .isCloseTo(differences[k], within(1e-7 * (1 + Math.abs(differences[k]))));
      }
    }
  }

  /** Numbers in (0.3, 1.3), none near another, so that no comparison is near its kink. */
  private static double[] bind(Interpreter interpreter, Expr leaf, long seed) {
    int size = leaf.shape().rows().actual(BATCH) * leaf.width();
    var random = new SplittableRandom(seed);
    double[] value = new double[size];
    for (int i = 0; i < size; i++) {
      value[i] = 0.3 + Math.rint(random.nextDouble() * 50) / 50 + 0.001 * seed + 0.00003 * i;
    }
    interpreter.with(leaf.name().orElseThrow(), value);
    return value;
  }

  private static double[] differences(Interpreter interpreter, Expr loss, double[] value) {
    double[] result = new double[value.length];
    double step = 1e-5;
    for (int i = 0; i < value.length; i++) {
      double original = value[i];
      value[i] = original + step;
      double above = interpreter.value(loss)[0];
      value[i] = original - step;
      double below = interpreter.value(loss)[0];
      value[i] = original;
      result[i] = (above - below) / (2 * step);
    }
    return result;
  }
}
