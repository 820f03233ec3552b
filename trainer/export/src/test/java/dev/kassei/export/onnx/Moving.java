package dev.kassei.export.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** The operators of the interpreter that move numbers. */
final class Moving {
  private Moving() {}

  static Array value(NodeProto node, Array[] x) {
    return switch (node.getOpType()) {
      case "Flatten" -> x[0].reshaped(x[0].shape()[0], -1);
      case "Reshape" -> reshaped(x[0], x[1].integers());
      case "Transpose" -> transposed(x[0], Interpreter.integers(node, "perm"));
      case "Slice" -> sliced(x);
      case "Pad" -> padded(x);
      case "Concat" -> concatenated(List.of(x), Interpreter.integer(node, "axis", 0));
      case "Unsqueeze" -> unsqueezed(x[0], x[1].integers());
      case "Squeeze" -> squeezed(x[0], x[0].axis(x[1].integers()[0]));
      case "Gather" -> gathered(x[0], x[1]);
      case "Tile" -> tiled(x[0], x[1].integers());
      case "Expand" -> x[0].expanded(Array.broadcast(x[0].shape(), x[1].integers()));
      default -> Array.of(new int[] {1}, x[0].shape()[0]);
    };
  }

  private static Array reshaped(Array x, int[] shape) {
    int[] known = shape.clone();
    IntStream.range(0, shape.length)
        .filter(i -> shape[i] == 0)
        .forEach(i -> known[i] = x.shape()[i]);
    return x.reshaped(known);
  }

  /** The number at each place of a new tensor comes from a place of the old one. */
  private static Array picked(Array x, int[] shape, UnaryOperator<int[]> source) {
    Array result = Array.zeros(shape);
    for (int i = 0; i < result.numbers().length; i++) {
      result.numbers()[i] = x.at(source.apply(result.index(i)));
    }
    return result;
  }

  static Array transposed(Array x, int... order) {
    int[] shape = Arrays.stream(order).map(axis -> x.shape()[axis]).toArray();
    return picked(
        x,
        shape,
        index -> {
          int[] source = new int[order.length];
          IntStream.range(0, order.length).forEach(i -> source[order[i]] = index[i]);
          return source;
        });
  }

  private static Array sliced(Array[] x) {
    int[] shape = x[0].shape().clone();
    int[] from = new int[shape.length];
    int[] step = new int[shape.length];
    Arrays.fill(step, 1);
    int[] axes = x[3].integers();
    for (int i = 0; i < axes.length; i++) {
      int axis = x[0].axis(axes[i]);
      from[axis] = x[1].integers()[i];
      step[axis] = x[4].integers()[i];
      int to = Math.min(shape[axis], x[2].integers()[i]);
      shape[axis] = (to - from[axis] + step[axis] - 1) / step[axis];
    }
    return picked(
        x[0],
        shape,
        index -> IntStream.range(0, index.length).map(i -> from[i] + index[i] * step[i]).toArray());
  }

  private static Array padded(Array[] x) {
    int rank = x[0].rank();
    int[] pads = x[1].integers();
    int[] shape = new int[rank];
    Arrays.setAll(shape, i -> x[0].shape()[i] + pads[i] + pads[rank + i]);
    Array result = Array.zeros(shape);
    for (int i = 0; i < result.numbers().length; i++) {
      int[] index = result.index(i);
      IntStream.range(0, rank).forEach(axis -> index[axis] -= pads[axis]);
      boolean isInside =
          IntStream.range(0, rank)
              .allMatch(axis -> index[axis] >= 0 && index[axis] < x[0].shape()[axis]);
      result.numbers()[i] = isInside ? x[0].at(index) : x[2].at();
    }
    return result;
  }

  private static Array concatenated(List<Array> parts, int axis) {
    int[] shape = parts.get(0).shape().clone();
    shape[axis] = parts.stream().mapToInt(part -> part.shape()[axis]).sum();
    Array result = Array.zeros(shape);
    for (int i = 0; i < result.numbers().length; i++) {
      int[] index = result.index(i);
      int part = 0;
      while (index[axis] >= parts.get(part).shape()[axis]) {
        index[axis] -= parts.get(part++).shape()[axis];
      }
      result.numbers()[i] = parts.get(part).at(index);
    }
    return result;
  }

  private static Array unsqueezed(Array x, int[] axes) {
    int rank = x.rank() + axes.length;
    var shape = new ArrayList<>(Arrays.stream(x.shape()).boxed().toList());
    Arrays.stream(axes)
        .map(axis -> axis < 0 ? axis + rank : axis)
        .sorted()
        .forEach(axis -> shape.add(axis, 1));
    return x.reshaped(shape.stream().mapToInt(Integer::intValue).toArray());
  }

  private static Array squeezed(Array x, int axis) {
    return x.reshaped(
        IntStream.range(0, x.rank()).filter(i -> i != axis).map(i -> x.shape()[i]).toArray());
  }

  /** Rows of a table. */
  private static Array gathered(Array table, Array index) {
    int width = table.shape()[1];
    int[] shape = Arrays.copyOf(index.shape(), index.rank() + 1);
    shape[index.rank()] = width;
    Array result = Array.zeros(shape);
    for (int i = 0; i < result.numbers().length; i++) {
      result.numbers()[i] = table.at((int) index.numbers()[i / width], i % width);
    }
    return result;
  }

  private static Array tiled(Array x, int[] times) {
    int[] shape = new int[x.rank()];
    Arrays.setAll(shape, i -> x.shape()[i] * times[i]);
    return picked(
        x,
        shape,
        index -> IntStream.range(0, index.length).map(i -> index[i] % x.shape()[i]).toArray());
  }
}
