package dev.kassei.export.onnx;

import dev.kassei.api.expr.Shape;

/**
 * A value of a network as a tensor: the batch, the axes of positions, and the columns, which are
 * the channels of images. Fixed rows have no batch, and a single one has its columns alone.
 *
 * @param name of the tensor
 * @param shape of the value
 * @param axes where the channels are
 */
record Matrix(String name, Shape shape, Axes axes) {
  /** The order of axes. */
  enum Axes {
    /** Batch, positions, channels: as Kassei computes. */
    CHANNELS_LAST,
    /** Batch, channels, positions: as ONNX's operators for images want it. */
    CHANNELS_FIRST
  }

  static Matrix channelsLast(String name, Shape shape) {
    return new Matrix(name, shape, Axes.CHANNELS_LAST);
  }

  static Matrix channelsFirst(String name, Shape shape) {
    return new Matrix(name, shape, Axes.CHANNELS_FIRST);
  }

  /** How many axes of positions its items have. */
  int positions() {
    return shape.rows().batched() ? shape.rows().sizes().size() : 0;
  }

  /** Whether it makes a difference where the channels are. */
  boolean hasPositions() {
    return positions() > 0;
  }

  /** The axis of the columns. */
  int columnAxis() {
    return axes == Axes.CHANNELS_FIRST && hasPositions() ? 1 : rank() - 1;
  }

  /** The number of axes of the tensor. */
  int rank() {
    return (shape.rows().batched() ? 1 : 0) + shape.rows().sizes().size() + 1;
  }
}
