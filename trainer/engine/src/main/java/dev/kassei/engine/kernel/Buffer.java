package dev.kassei.engine.kernel;

/**
 * The numbers of one matrix of a plan in the plan's precision: row × column × lane, the lane
 * changing fastest.
 */
public sealed interface Buffer permits Float64Buffer, Float32Buffer {
  /** Numbers beyond the last one, which kernels may read and never use. */
  int PADDING = 16;

  /** How many numbers a buffer can have: arrays of Java end a few before 2³¹. */
  int MAX_NUMBERS = Integer.MAX_VALUE - PADDING - 8;

  /** The number at an index. */
  double get(int index);

  /** Sets the number at an index, rounded to the buffer's precision. */
  void set(int index, double value);

  /** Sets {@code count} numbers that lie {@code step} apart, each rounded. */
  void spread(int index, int step, double[] from, int first, int count);
}
