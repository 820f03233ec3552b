package dev.kassei.api.expr;

import java.util.function.UnaryOperator;
import org.apiguardian.api.API;

/** What an operation needs to know beside its operands and shape. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Detail {
  /** Nothing. */
  Detail NONE = new None();

  /** Nothing. */
  record None() implements Detail {
    @Override
    public boolean equals(Object other) {
      return other instanceof None;
    }

    @Override
    public int hashCode() {
      return 0;
    }
  }

  /** The value of a CONSTANT. */
  record Value(double value) implements Detail {
    @Override
    public boolean equals(Object other) {
      return other instanceof Value number && Double.compare(value, number.value) == 0;
    }

    @Override
    public int hashCode() {
      return Double.hashCode(value);
    }
  }

  /** The name of an INPUT, or the path of the layer whose input a SCOPE is. */
  record Name(String name) implements Detail {
    @Override
    public boolean equals(Object other) {
      return other instanceof Name named && name.equals(named.name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }

  /**
   * The layer whose output a TAP is.
   *
   * @param path such as {@code hidden.0.activation}
   * @param layer what was applied
   */
  record Applied(String path, UnaryOperator<Expr> layer) implements Detail {}

  /**
   * The declaration of a PARAMETER.
   *
   * @param name full name, path and local name
   * @param initializer the first values
   * @param layout how its numbers lie in memory and in files
   */
  record Parameter(String name, InitialValues initializer, Layout layout) implements Detail {
    /**
     * The sizes that scaling rules look at: all taps count as inputs of an output and as outputs of
     * an input, as in PyTorch.
     */
    public InitialValues.Fans fans(Shape shape) {
      int taps = layout instanceof Layout.Weights weights ? weights.tapCount() : 1;
      return new InitialValues.Fans(shape.rows().count(), shape.columns() * taps);
    }

    /** Whether both are one tensor if they have one shape; the first one's initial values hold. */
    public boolean isTiedTo(Parameter other) {
      return name.equals(other.name) && layout.equals(other.layout);
    }

    /** The name tells parameters apart. */
    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }

  /**
   * The declaration of a STATE.
   *
   * @param name full name
   * @param initial the first value of every element
   */
  record State(String name, double initial) implements Detail {}

  /** The declaration of UNIFORM noise on [low, high). */
  record Noise(String name, double low, double high) implements Detail {}

  /**
   * The columns of COLUMNS, or where PAD puts its operand: {@code from} inclusive to {@code to}.
   */
  record Range(int from, int to) implements Detail {}

  /** The window of WINDOWS and FOLD_WINDOWS. */
  record Windows(Window window) implements Detail {}

  /** The state that UPDATING writes; its shape is that of the next value. */
  record Update(State state) implements Detail {}

  /** The function of ROW_FUNCTION and its gradient. */
  record Function(RowFunction function) implements Detail {}
}
