package dev.kassei.export.pytorch;

/**
 * What an expression of a formula is in PyTorch.
 *
 * @param axes the number of axes of positions: 2 for images, 1 for sequences
 * @param order where the channels stand if there are positions
 * @param isBoolean whether it holds truth values in place of 0 and 1
 */
record Value(Code code, int axes, Order order, boolean isBoolean) {
  /** Where channels stand beside positions. */
  enum Order {
    /** Items, channels, positions, as PyTorch's layers have it. */
    CHANNELS_FIRST,
    /** Items, positions, channels. */
    CHANNELS_LAST
  }

  /** A value without positions, or whose channels stand last. */
  static Value last(Code code, int axes) {
    return new Value(code, axes, Order.CHANNELS_LAST, false);
  }

  /** A value whose channels stand first if it has positions. */
  static Value first(Code code, int axes) {
    return new Value(code, axes, axes == 0 ? Order.CHANNELS_LAST : Order.CHANNELS_FIRST, false);
  }

  /** The same value as numbers. */
  Value numbers() {
    return isBoolean ? new Value(Code.method("%s.to(self.dtype)", code), axes, order, false) : this;
  }

  /** The numbers with channels last. */
  Code last() {
    return in(Order.CHANNELS_LAST);
  }

  /** The numbers with channels first. */
  Code first() {
    return in(Order.CHANNELS_FIRST);
  }

  /** The numbers in an order. */
  Code in(Order wanted) {
    Code numbers = numbers().code();
    if (axes == 0 || order == wanted) {
      return numbers;
    }
    String move = wanted == Order.CHANNELS_FIRST ? "%s.movedim(-1, 1)" : "%s.movedim(1, -1)";
    return Code.method(move, numbers);
  }

  /** The same place of another expression. */
  Value with(Code other) {
    return new Value(other, axes, order, false);
  }

  /** The dimension of the channels. */
  int channelDimension() {
    return order == Order.CHANNELS_FIRST ? 1 : -1;
  }
}
