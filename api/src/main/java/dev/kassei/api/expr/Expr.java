package dev.kassei.api.expr;

import static dev.kassei.api.value.Requirements.require;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * An immutable node of a formula. Methods build larger formulas; nothing is computed here. Two
 * nodes are equal only if they are the same object. Every node carries the path of the layer in
 * which it was built, which it takes from its first operand that is not a host scalar.
 *
 * <p>All values are matrices: rows × columns, where the number of rows may be the batch size.
 * Pointwise methods repeat an operand of one row or one column. Derivatives at kinks: {@code max(a,
 * b)} at a tie passes the gradient to b and {@code min(a, b)} to a, so {@code x.max(0)} has
 * derivative 0 at 0; {@code clip} has derivative 0 at both ends; {@code abs} 0 at 0.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class Expr {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]+(\\.[A-Za-z0-9_]+)*");

  private final Operation operation;
  private final List<Expr> operands;
  private final Detail detail;
  private final Shape shape;
  private final String path;
  private final boolean hostScalar;

  Expr(Operation operation, Detail detail, Shape shape, String path, List<Expr> operands) {
    this.operation = operation;
    this.operands = operands;
    this.detail = detail;
    this.shape = shape;
    this.path = path;
    this.hostScalar =
        switch (operation.kind()) {
          case LEAF -> operation == Operation.CONSTANT;
          case HOST -> true;
          case POINTWISE ->
              shape.isScalar() && operands.stream().allMatch(operand -> operand.hostScalar);
          default -> false;
        };
  }

  // Leaves

  /** A number. */
  public static Expr constant(double value) {
    return leaf(Operation.CONSTANT, new Detail.Value(value), Shape.SCALAR, "");
  }

  /** A named column block of the batch, such as the features. */
  public static Expr input(String name, Shape shape) {
    return leaf(Operation.INPUT, new Detail.Name(name), shape, "");
  }

  /** The learning rate of the step, a scalar. */
  public static Expr rate() {
    return leaf(Operation.RATE, Detail.NONE, Shape.SCALAR, "");
  }

  /** The number of the step from 1, a scalar. */
  public static Expr stepNumber() {
    return leaf(Operation.STEP, Detail.NONE, Shape.SCALAR, "");
  }

  /** The number of rows of the batch, a scalar. */
  public static Expr batchRows() {
    return leaf(Operation.ROWS, Detail.NONE, Shape.SCALAR, "");
  }

  /** The numbers 0, 1, … of {@code columns} columns, in one row. */
  public static Expr columnIndex(int columns) {
    return leaf(Operation.COLUMN_INDEX, Detail.NONE, Shape.fixed(1, columns), "");
  }

  /** A trainable tensor of this layer; the same name and declaration is the same tensor. */
  public Expr parameter(String name, Shape shape, InitialValues initializer) {
    var declaration = new Detail.Parameter(fullName(name), initializer, Layout.PLAIN);
    return leaf(Operation.PARAMETER, declaration, shape, path);
  }

  /** A trainable matrix that multiplies rows of {@code in} columns to rows of {@code out}. */
  public Expr weights(String name, int in, int out, InitialValues initializer) {
    var declaration = new Detail.Parameter(fullName(name), initializer, Layout.WEIGHTS);
    return leaf(Operation.PARAMETER, declaration, Shape.fixed(in, out), path);
  }

  /**
   * A trainable matrix that multiplies windows of {@code in} columns to rows of {@code out}: (taps
   * · in) × out here, out × in × taps in files.
   */
  public Expr weights(String name, Window window, int in, int out, InitialValues initializer) {
    var layout = new Layout.Weights(window.kernel());
    var declaration = new Detail.Parameter(fullName(name), initializer, layout);
    return leaf(
        Operation.PARAMETER,
        declaration,
        Shape.fixed(Math.multiplyExact(window.taps(), in), out),
        path);
  }

  /** A tensor that this layer updates itself, see {@link #updating}. */
  public Expr state(String name, Shape shape, double initial) {
    require(!shape.rows().batched(), "the state '%s' cannot have a row for each batch row", name);
    return leaf(Operation.STATE, new Detail.State(fullName(name), initial), shape, path);
  }

  /** A state of this node's shape. */
  public Expr state(String name, double initial) {
    return state(name, shape, initial);
  }

  /** Noise of this node's shape from the uniform distribution on [low, high), new in each step. */
  public Expr uniform(String name, double low, double high) {
    return leaf(Operation.UNIFORM, new Detail.Noise(fullName(name), low, high), shape, path);
  }

  /**
   * Standard normal noise of this node's shape, new in each step, by the transformation of Box and
   * Muller (1958) from two uniform draws, {@code name.radius} and {@code name.angle}. A layer that
   * is without noise in inference ends with {@link #byMode}.
   */
  public Expr normal(String name) {
    return Noise.normal(this, name + ".");
  }

  /** The number of this node's rows, a scalar. */
  public Expr rowCount() {
    Rows rows = shape.rows();
    if (!rows.batched()) {
      return constant(rows.count());
    }
    return rows.count() == 1 ? batchRows() : batchRows().times(rows.count());
  }

  // Context

  /**
   * A layer applied one level down: what it declares is named {@code path.name.…}, and what it
   * returns can be watched under {@code path.name}.
   *
   * @throws LayerException if the layer refuses this node
   */
  public Expr through(String name, UnaryOperator<Expr> layer) {
    String inner = fullName(name);
    var input = new Expr(Operation.SCOPE, new Detail.Name(inner), shape, inner, List.of(this));
    Expr output = LayerException.applied(layer, inner, input);
    var applied = new Detail.Applied(inner, layer);
    return new Expr(Operation.TAP, applied, output.shape, path, List.of(output));
  }

  /** This node seen from another path. */
  public Expr at(String otherPath) {
    return new Expr(Operation.SCOPE, Detail.NONE, shape, otherPath, List.of(this));
  }

  /** This node in training, {@code inference} otherwise. */
  public Expr byMode(Expr inference) {
    require(
        shape.equals(inference.shape),
        "%s: the shapes for training and inference differ: %s and %s",
        where(),
        shape,
        inference.shape);
    return node(Operation.BY_MODE, Detail.NONE, shape, this, inference);
  }

  /** This node; {@code state} becomes {@code next} after the step, in training only. */
  public Expr updating(Expr state, Expr next) {
    require(state.operation == Operation.STATE, "only a state can be updated, not %s", state);
    require(
        state.shape.equals(next.shape),
        "%s: the state is %s but its next value is %s",
        where(),
        state.shape,
        next.shape);
    var update = new Detail.Update((Detail.State) state.detail);
    return node(Operation.UPDATING, update, shape, this, next);
  }

  /**
   * This node; the loss that training minimises grows by {@code penalty}, a scalar such as a
   * multiple of the sum of squared weights. Equal penalties of equal tensors count once.
   */
  public Expr penalized(Expr penalty) {
    require(
        penalty.shape.isScalar(),
        "%s: a penalty is a scalar, such as a sum, but this one is %s",
        where(),
        penalty.shape);
    return node(Operation.PENALIZED, Detail.NONE, shape, this, penalty);
  }

  /** This node, through which no gradient goes. */
  public Expr detached() {
    return node(Operation.DETACHED, Detail.NONE, shape, this);
  }

  // Arithmetic

  public Expr plus(Expr other) {
    return StableForms.plus(this, other);
  }

  public Expr plus(double other) {
    return plus(constant(other));
  }

  public Expr minus(Expr other) {
    return StableForms.minus(this, other);
  }

  public Expr minus(double other) {
    return minus(constant(other));
  }

  public Expr times(Expr other) {
    return pointwise(Operation.MULTIPLY, this, other);
  }

  public Expr times(double other) {
    return times(constant(other));
  }

  public Expr over(Expr other) {
    return StableForms.over(this, other);
  }

  public Expr over(double other) {
    return over(constant(other));
  }

  public Expr negate() {
    return pointwise(Operation.NEGATE, this);
  }

  public Expr square() {
    return times(this);
  }

  /** An integer power by repeated multiplication; a negative one by division. */
  public Expr power(int exponent) {
    require(Math.abs((long) exponent) <= 64, "a power must be within ±64 but was %s", exponent);
    return exponent < 0 ? constant(1).over(positivePower(-exponent)) : positivePower(exponent);
  }

  /**
   * A power. Of constants, rate, step and rows it is computed once per step in float64; a whole
   * constant exponent within ±64 multiplies as {@link #power(int)} does. Anything else is
   * exp(exponent · log(this)), of which both have the derivatives: NaN for a negative base, and at
   * 0 as in PyTorch and JAX: 0 to the power 0 is 1, and the derivatives by the base are 1 for
   * exponent 1, 0 for greater ones and infinite between 0 and 1.
   */
  public Expr power(Expr exponent) {
    return AnyPower.of(this, exponent);
  }

  private Expr positivePower(int exponent) {
    if (exponent == 0) {
      return constant(1);
    }
    Expr half = positivePower(exponent / 2);
    Expr even = exponent < 2 ? constant(1) : half.times(half);
    if (exponent % 2 == 0) {
      return even;
    }
    return exponent == 1 ? this : even.times(this);
  }

  // Functions of each value

  public Expr exp() {
    return pointwise(Operation.EXP, this);
  }

  /** exp(x) − 1, exact near 0. */
  public Expr expm1() {
    return pointwise(Operation.EXPM1, this);
  }

  public Expr log() {
    return StableForms.log(this);
  }

  /** log(1 + x), exact near 0. */
  public Expr log1p() {
    return StableForms.log1p(this);
  }

  public Expr tanh() {
    return pointwise(Operation.TANH, this);
  }

  /** 1 / (1 + exp(−x)). */
  public Expr sigmoid() {
    return pointwise(Operation.SIGMOID, this);
  }

  /** The derivative of the sigmoid, σ(x)·σ(−x). */
  public Expr sigmoidDerivative() {
    return pointwise(Operation.SIGMOID_DERIVATIVE, this);
  }

  /** log(1 + exp(x)) without overflow. */
  public Expr softplus() {
    return pointwise(Operation.SOFTPLUS, this);
  }

  public Expr erf() {
    return pointwise(Operation.ERF, this);
  }

  /** 1 − erf(x), exact for large x. */
  public Expr erfc() {
    return pointwise(Operation.ERFC, this);
  }

  public Expr sin() {
    return pointwise(Operation.SIN, this);
  }

  public Expr cos() {
    return pointwise(Operation.COS, this);
  }

  public Expr atan() {
    return pointwise(Operation.ATAN, this);
  }

  public Expr sqrt() {
    return pointwise(Operation.SQRT, this);
  }

  public Expr abs() {
    return pointwise(Operation.ABS, this);
  }

  /** −1, 0 or 1. */
  public Expr sign() {
    return pointwise(Operation.SIGN, this);
  }

  // Choice

  public Expr max(Expr other) {
    return pointwise(Operation.MAX, this, other);
  }

  public Expr max(double other) {
    return max(constant(other));
  }

  public Expr min(Expr other) {
    return pointwise(Operation.MIN, this, other);
  }

  public Expr min(double other) {
    return min(constant(other));
  }

  public Expr clip(Expr low, Expr high) {
    return pointwise(Operation.CLIP, this, low, high);
  }

  public Expr clip(double low, double high) {
    return clip(constant(low), constant(high));
  }

  /** 1 where this is greater, else 0. */
  public Expr greaterThan(Expr other) {
    return pointwise(Operation.GREATER, this, other);
  }

  public Expr greaterThan(double other) {
    return greaterThan(constant(other));
  }

  /** 1 where this is less, else 0. */
  public Expr lessThan(Expr other) {
    return pointwise(Operation.GREATER, other, this);
  }

  public Expr lessThan(double other) {
    return lessThan(constant(other));
  }

  /** 1 where this is greater or equal, else 0. */
  public Expr atLeast(Expr other) {
    return pointwise(Operation.GREATER_OR_EQUAL, this, other);
  }

  /** 1 where this is less or equal, else 0. */
  public Expr atMost(Expr other) {
    return pointwise(Operation.GREATER_OR_EQUAL, other, this);
  }

  /** 1 where the values are equal, else 0. */
  public Expr equalTo(Expr other) {
    return pointwise(Operation.EQUAL, this, other);
  }

  /**
   * {@code yes} where the condition is not 0, {@code no} elsewhere. The branch not taken never
   * spoils the gradient, even where its own value is infinite.
   */
  public static Expr where(Expr condition, Expr yes, Expr no) {
    return pointwise(Operation.WHERE, condition, yes, no);
  }

  /** 1 in the column whose number this is, 0 in the others: batch × 1 to batch × columns. */
  public Expr oneHot(int columns) {
    require(width() == 1, "%s: one column of class numbers expected, not %s", where(), shape);
    return equalTo(columnIndex(columns));
  }

  // Reductions

  /** The sum of each row, rows × 1. */
  public Expr rowSum() {
    return node(Operation.ROW_SUM, Detail.NONE, new Shape(shape.rows(), 1), this);
  }

  /** The mean of each row, rows × 1. */
  public Expr rowMean() {
    return rowSum().over(width());
  }

  /** The largest value of each row, rows × 1; the gradient goes to the first of equal ones. */
  public Expr rowMax() {
    return node(Operation.ROW_MAX, Detail.NONE, new Shape(shape.rows(), 1), this);
  }

  /**
   * The softmax of each row, exp(x) / Σ exp(x). The row's largest value is subtracted first, so
   * nothing overflows and the sum is at least 1; the gradient goes through it nevertheless, where
   * its rounding errors cancel those of the largest value's slope.
   */
  public Expr softmax() {
    Expr exponentials = minus(rowMax()).exp();
    return exponentials.over(exponentials.rowSum());
  }

  /** 1 at the first largest value of each row, 0 elsewhere; without a gradient. */
  public Expr firstMax() {
    return node(Operation.FIRST_MAX, Detail.NONE, shape, this);
  }

  /** The sum over the rows, 1 × columns. */
  public Expr columnSum() {
    return node(Operation.COLUMN_SUM, Detail.NONE, Shape.fixed(1, width()), this);
  }

  /** The mean over the rows, 1 × columns. */
  public Expr columnMean() {
    return columnSum().over(rowCount());
  }

  /** The sum of all values, a scalar. */
  public Expr sum() {
    return node(Operation.SUM, Detail.NONE, Shape.SCALAR, this);
  }

  /** The mean of all values, a scalar. */
  public Expr mean() {
    return sum().over(rowCount().times(width()));
  }

  // Positions: the axes of the rows of each item, such as the pixels of an image

  /**
   * What a window sees at each of its places: (positions) × c to (places) × (taps · c), the columns
   * of a tap side by side. The product with a matrix of weights is a convolution.
   */
  public Expr windows(Window window) {
    return Positions.windows(this, window);
  }

  /**
   * What windows saw, added where they saw it, (places) × (taps · c) to (positions) × c; what they
   * saw beyond the ends is left out.
   *
   * @param rows those of what the windows slide over
   */
  public Expr foldWindows(Window window, Rows rows) {
    return Positions.fold(this, window, rows);
  }

  /** The sum over the last axis of positions: (.., p) × c to (..) × c. */
  public Expr innerSum() {
    return Positions.reduced(Operation.INNER_SUM, this);
  }

  /** The mean over the last axis of positions: (.., p) × c to (..) × c. */
  public Expr innerMean() {
    return innerSum().over(Positions.inner(this));
  }

  /**
   * The largest value over the last axis of positions, (.., p) × c to (..) × c; the gradient goes
   * to the first of equal ones.
   */
  public Expr innerMax() {
    return Positions.reduced(Operation.INNER_MAX, this);
  }

  /** 1 at the first largest value over the last axis of positions, 0 elsewhere; no gradient. */
  public Expr innerFirstMax() {
    return Positions.firstMax(this);
  }

  /** Each row {@code count} times in a further last axis of positions: (..) × c to (.., p) × c. */
  public Expr repeatInner(int count) {
    return node(
        Operation.REPEAT_INNER, Detail.NONE, new Shape(shape.rows().times(count), width()), this);
  }

  /**
   * The last axis of positions as columns, and the columns as positions: (.., p) × c to (.., c) ×
   * p.
   */
  public Expr transposed() {
    return Positions.transposed(this);
  }

  /** The columns of all positions in one row for each item: channel by channel, as PyTorch does. */
  public Expr flattened() {
    return Positions.flattened(this);
  }

  /** The matrix product at each place of the outer axes: (.., m) × k times (.., k) × n. */
  public Expr innerMatmul(Expr other) {
    return Positions.product(Operation.INNER_MATMUL, this, other);
  }

  /** The product with the other's transpose: (.., m) × k times ((.., n) × k)ᵀ. */
  public Expr innerMatmulTransposed(Expr other) {
    return Positions.product(Operation.INNER_MATMUL_NT, this, other);
  }

  /** The product of this node's transpose: ((.., k) × m)ᵀ times (.., k) × n. */
  public Expr innerTransposedMatmul(Expr other) {
    return Positions.product(Operation.INNER_MATMUL_TN, this, other);
  }

  // Matrices

  /** The matrix product: rows × k times k × columns. */
  public Expr matmul(Expr other) {
    boolean fits = other.shape.rows().equals(Rows.fixed(width()));
    require(fits, "%s: cannot multiply %s by %s", where(), shape, other.shape);
    return node(Operation.MATMUL, Detail.NONE, new Shape(shape.rows(), other.width()), this, other);
  }

  /** The product with the other's transpose: rows × k times (columns × k)ᵀ. */
  public Expr matmulTransposed(Expr other) {
    boolean fits = width() == other.width() && !other.shape.rows().batched();
    require(fits, "%s: cannot multiply %s by the transpose of %s", where(), shape, other.shape);
    Shape product = new Shape(shape.rows(), other.shape.rows().count());
    return node(Operation.MATMUL_NT, Detail.NONE, product, this, other);
  }

  /** The product of this node's transpose: (k × rows)ᵀ times k × columns. */
  public Expr transposedMatmul(Expr other) {
    boolean fits = shape.rows().equals(other.shape.rows());
    require(fits, "%s: cannot multiply the transpose of %s by %s", where(), shape, other.shape);
    return node(Operation.MATMUL_TN, Detail.NONE, Shape.fixed(width(), other.width()), this, other);
  }

  // Structure

  /** The columns {@code from} to {@code to}, which is exclusive. */
  public Expr columns(int from, int to) {
    require(
        0 <= from && from < to && to <= width(),
        "%s: columns %s to %s are not within the width %s",
        where(),
        from,
        to,
        width());
    return node(
        Operation.COLUMNS, new Detail.Range(from, to), new Shape(shape.rows(), to - from), this);
  }

  /** This node as the columns from {@code from} on among zeros, {@code columns} columns in all. */
  public Expr pad(int from, int columns) {
    require(
        0 <= from && from + width() <= columns,
        "%s: %s columns from %s on are not within the width %s",
        where(),
        width(),
        from,
        columns);
    var range = new Detail.Range(from, from + width());
    return node(Operation.PAD, range, new Shape(shape.rows(), columns), this);
  }

  /** This node's columns, then the others'. */
  public Expr concat(Expr... others) {
    var all = new ArrayList<Expr>(List.of(this));
    all.addAll(List.of(others));
    int columns = 0;
    for (Expr part : all) {
      require(
          part.shape.rows().equals(shape.rows()),
          "%s: cannot put %s beside %s",
          where(),
          part.shape,
          shape);
      columns = Math.addExact(columns, part.width());
    }
    return node(
        Operation.CONCAT, Detail.NONE, new Shape(shape.rows(), columns), all.toArray(Expr[]::new));
  }

  /** The same numbers in the same order in another shape of as many elements. */
  public Expr reshape(Shape other) {
    long mine = (long) shape.rows().count() * width();
    long theirs = (long) other.rows().count() * other.columns();
    require(
        mine == theirs && shape.rows().batched() == other.rows().batched(),
        "%s: %s does not hold as many numbers as %s",
        where(),
        other,
        shape);
    return node(Operation.RESHAPE, Detail.NONE, other, this);
  }

  /** The rows of this table whose numbers stand in {@code index}, rows × 1. */
  public Expr gather(Expr index) {
    require(
        !shape.rows().batched() && index.width() == 1,
        "%s: rows of %s cannot be chosen by %s",
        where(),
        shape,
        index.shape);
    return node(Operation.GATHER, Detail.NONE, new Shape(index.shape.rows(), width()), this, index);
  }

  /** This node's rows added into zeros of {@code rows} rows at the numbers in {@code index}. */
  public Expr scatterAdd(Expr index, int rows) {
    require(
        index.width() == 1 && index.shape.rows().equals(shape.rows()),
        "%s: rows of %s cannot be added at %s",
        where(),
        shape,
        index.shape);
    return node(Operation.SCATTER_ADD, Detail.NONE, Shape.fixed(rows, width()), this, index);
  }

  /** A function of each row in plain Java with {@code columns} results. */
  public Expr rowFunction(RowFunction function, int columns) {
    return node(
        Operation.ROW_FUNCTION,
        new Detail.Function(function),
        new Shape(shape.rows(), columns),
        this);
  }

  /** This node repeated to a larger shape. */
  public Expr broadcast(Shape larger) {
    if (shape.equals(larger)) {
      return this;
    }
    boolean fits = shape.broadcast(larger).filter(larger::equals).isPresent();
    require(fits, "%s: %s cannot be repeated to %s", where(), shape, larger);
    return node(Operation.BROADCAST, Detail.NONE, larger, this);
  }

  // What a node is

  public Operation operation() {
    return operation;
  }

  public List<Expr> operands() {
    return operands;
  }

  public Expr operand(int index) {
    return operands.get(index);
  }

  public Detail detail() {
    return detail;
  }

  public Shape shape() {
    return shape;
  }

  /** The number of columns. */
  public int width() {
    return shape.columns();
  }

  /** The path of the layer in which this node was built, such as {@code hidden.0}; "" outside. */
  public String path() {
    return path;
  }

  /** Whether this is the given number. */
  public boolean isConstant(double value) {
    return operation == Operation.CONSTANT && detail.equals(new Detail.Value(value));
  }

  /** Whether this depends on nothing but constants, the rate, the step and the number of rows. */
  public boolean isHostScalar() {
    return hostScalar;
  }

  /** The full name of an input, parameter, state or noise; empty for everything else. */
  public Optional<String> name() {
    if (!operands.isEmpty()) {
      return Optional.empty();
    }
    if (detail instanceof Detail.Parameter parameter) {
      return Optional.of(parameter.name());
    }
    if (detail instanceof Detail.State state) {
      return Optional.of(state.name());
    }
    if (detail instanceof Detail.Noise noise) {
      return Optional.of(noise.name());
    }
    return detail instanceof Detail.Name input ? Optional.of(input.name()) : Optional.empty();
  }

  /** The formula as text, shortened if it is long. */
  @Override
  public String toString() {
    return FormulaPrinter.brief(this);
  }

  // Construction

  private static Expr leaf(Operation operation, Detail detail, Shape shape, String path) {
    return new Expr(operation, detail, shape, path, List.of());
  }

  static Expr node(Operation operation, Detail detail, Shape shape, Expr... operands) {
    return new Expr(operation, detail, shape, pathOf(operands), List.of(operands));
  }

  static Expr pointwise(Operation operation, Expr... operands) {
    Shape shape = operands[0].shape;
    for (Expr operand : operands) {
      Optional<Shape> larger = shape.broadcast(operand.shape);
      require(
          larger.isPresent(),
          "%s: %s of %s and %s: single rows and columns repeat, others must be equal",
          where(pathOf(operands)),
          operation.functionName(),
          shape,
          operand.shape);
      shape = larger.orElse(shape);
    }
    return node(operation, Detail.NONE, shape, operands);
  }

  /** This node over the copies of its operands; itself where no operand has another. */
  Expr withOperands(Map<Expr, Expr> copies) {
    List<Expr> others = operands.stream().map(copies::get).toList();
    for (int i = 0; i < others.size(); i++) {
      if (others.get(i) != operands.get(i)) {
        return new Expr(operation, detail, shape, path, others);
      }
    }
    return this;
  }

  private static String pathOf(Expr... operands) {
    for (Expr operand : operands) {
      if (!operand.hostScalar) {
        return operand.path;
      }
    }
    return operands[0].path;
  }

  private String fullName(String name) {
    require(
        NAME.matcher(name).matches(),
        "a name consists of letters, digits, underscores and dots but was '%s'",
        name);
    return path.isEmpty() ? name : path + "." + name;
  }

  String where() {
    return where(path);
  }

  private static String where(String path) {
    return path.isEmpty() ? "formula" : path;
  }
}
