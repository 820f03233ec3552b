package dev.kassei.api.expr;

import java.util.Locale;
import org.apiguardian.api.API;

/**
 * What a node of a formula does. Pointwise operations repeat operands of a single row or column;
 * all others need the shapes that their factory methods in {@link Expr} name.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Operation {
  /** A number. */
  CONSTANT(Kind.LEAF, 0),
  /** A column block of the batch. */
  INPUT(Kind.LEAF, 0),
  /** A trainable tensor. */
  PARAMETER(Kind.LEAF, 0),
  /** A tensor that formulas update themselves, such as a running mean. */
  STATE(Kind.LEAF, 0),
  /** Noise from a uniform distribution, new in each step. */
  UNIFORM(Kind.LEAF, 0),
  /** The numbers 0, 1, … of the columns, in one row. */
  COLUMN_INDEX(Kind.LEAF, 0),
  /** The learning rate of the step. */
  RATE(Kind.HOST, 0),
  /** The number of the step, from 1. */
  STEP(Kind.HOST, 0),
  /** The number of rows of the batch. */
  ROWS(Kind.HOST, 0),
  /** A power; only of constants, rate, step and rows. */
  POWER(Kind.HOST, 2),

  NEGATE(Kind.POINTWISE, 1),
  EXP(Kind.POINTWISE, 1),
  EXPM1(Kind.POINTWISE, 1),
  LOG(Kind.POINTWISE, 1),
  LOG1P(Kind.POINTWISE, 1),
  TANH(Kind.POINTWISE, 1),
  SIGMOID(Kind.POINTWISE, 1),
  /** σ(x)·σ(−x), exact in both tails, where 1 − σ(x) is not. */
  SIGMOID_DERIVATIVE(Kind.POINTWISE, 1),
  SOFTPLUS(Kind.POINTWISE, 1),
  ERF(Kind.POINTWISE, 1),
  /** 1 − erf(x), exact where erf(x) is near 1. */
  ERFC(Kind.POINTWISE, 1),
  SIN(Kind.POINTWISE, 1),
  COS(Kind.POINTWISE, 1),
  ATAN(Kind.POINTWISE, 1),
  SQRT(Kind.POINTWISE, 1),
  ABS(Kind.POINTWISE, 1),
  /** −1, 0 or 1; NaN for NaN. */
  SIGN(Kind.POINTWISE, 1),
  ADD(Kind.POINTWISE, 2),
  SUBTRACT(Kind.POINTWISE, 2),
  MULTIPLY(Kind.POINTWISE, 2),
  DIVIDE(Kind.POINTWISE, 2),
  /** The larger; at a tie the gradient goes to the second operand. */
  MAX(Kind.POINTWISE, 2),
  /** The smaller; at a tie the gradient goes to the first operand. */
  MIN(Kind.POINTWISE, 2),
  /** 1 where the first operand is greater, else 0. */
  GREATER(Kind.POINTWISE, 2),
  /** 1 where the first operand is greater or equal, else 0. */
  GREATER_OR_EQUAL(Kind.POINTWISE, 2),
  /** 1 where the operands are equal, else 0. */
  EQUAL(Kind.POINTWISE, 2),
  /** The second operand where the first is not 0, else the third. */
  WHERE(Kind.POINTWISE, 3),
  /** min(max(x, low), high); derivative 1 strictly inside, 0 at both ends. */
  CLIP(Kind.POINTWISE, 3),
  /** The operand, repeated to a larger shape. */
  BROADCAST(Kind.POINTWISE, 1),

  /** The sum of each row, in one column. */
  ROW_SUM(Kind.REDUCTION, 1),
  /** The largest value of each row, in one column. */
  ROW_MAX(Kind.REDUCTION, 1),
  /** 1 at the first largest value of each row, 0 elsewhere. */
  FIRST_MAX(Kind.REDUCTION, 1),
  /** The sum over all rows, in one row. */
  COLUMN_SUM(Kind.REDUCTION, 1),
  /** The sum of all values. */
  SUM(Kind.REDUCTION, 1),
  /** The sum over the last axis of positions, column by column. */
  INNER_SUM(Kind.REDUCTION, 1),
  /** The largest value over the last axis of positions, column by column. */
  INNER_MAX(Kind.REDUCTION, 1),
  /** 1 at the first largest value over the last axis of positions, 0 elsewhere. */
  INNER_FIRST_MAX(Kind.REDUCTION, 1),

  /** a·b. */
  MATMUL(Kind.MATRIX, 2),
  /** a·bᵀ. */
  MATMUL_NT(Kind.MATRIX, 2),
  /** aᵀ·b. */
  MATMUL_TN(Kind.MATRIX, 2),
  /** a·b of the last axis of positions and the columns, for each place of the other axes. */
  INNER_MATMUL(Kind.MATRIX, 2),
  /** a·bᵀ of the last axis of positions and the columns. */
  INNER_MATMUL_NT(Kind.MATRIX, 2),
  /** aᵀ·b of the last axis of positions and the columns. */
  INNER_MATMUL_TN(Kind.MATRIX, 2),

  /** A range of columns. */
  COLUMNS(Kind.STRUCTURE, 1),
  /** The operand as a range of columns among zeros. */
  PAD(Kind.STRUCTURE, 1),
  /** Columns side by side. */
  CONCAT(Kind.STRUCTURE, 2),
  /** The same numbers in the same order as other rows and columns. */
  RESHAPE(Kind.STRUCTURE, 1),
  /** Rows of a table chosen by numbers. */
  GATHER(Kind.STRUCTURE, 2),
  /** Rows added into a table at numbers, in ascending order of the rows; adjoint of GATHER. */
  SCATTER_ADD(Kind.STRUCTURE, 2),
  /** What a window sees at each of its places, tap by tap. */
  WINDOWS(Kind.STRUCTURE, 1),
  /** What windows saw, added where they saw it; adjoint of WINDOWS. */
  FOLD_WINDOWS(Kind.STRUCTURE, 1),
  /** Each row repeated in a further last axis of positions; adjoint of INNER_SUM. */
  REPEAT_INNER(Kind.STRUCTURE, 1),
  /** The last axis of positions as columns, and the columns as positions. */
  TRANSPOSED(Kind.STRUCTURE, 1),

  /** A function of each row in plain Java. */
  ROW_FUNCTION(Kind.ROW_FUNCTION, 1),
  /** The gradient of a row function: of x, y and the gradient of y. */
  ROW_FUNCTION_GRADIENT(Kind.ROW_FUNCTION, 3),

  /** The operand, seen from another path. */
  SCOPE(Kind.MARK, 1),
  /** The operand, which is the output of a layer and can be watched. */
  TAP(Kind.MARK, 1),
  /** The operand, through which no gradient goes. */
  DETACHED(Kind.MARK, 1),
  /** The first operand in training, the second in inference. */
  BY_MODE(Kind.MARK, 2),
  /** The first operand; the second is written to a state after the step. */
  UPDATING(Kind.MARK, 2),
  /** The first operand; the second is added to the loss that training minimises. */
  PENALIZED(Kind.MARK, 2);

  /** What kernels and rules an operation shares with others. */
  public enum Kind {
    LEAF,
    HOST,
    POINTWISE,
    REDUCTION,
    MATRIX,
    STRUCTURE,
    ROW_FUNCTION,
    MARK
  }

  private final Kind kind;
  private final int arity;

  Operation(Kind kind, int arity) {
    this.kind = kind;
    this.arity = arity;
  }

  /** The operation's kind. */
  public Kind kind() {
    return kind;
  }

  /** The number of operands; at least that many for CONCAT. */
  public int arity() {
    return arity;
  }

  /** Whether each value depends only on the operands' values at the same place. */
  public boolean isPointwise() {
    return kind == Kind.POINTWISE;
  }

  /** The name of the function in formulas, such as {@code row_sum}. */
  public String functionName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
