package dev.kassei.export.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/** The operators of the interpreter that look along axes. */
final class Reducing {
  private Reducing() {}

  static Array value(NodeProto node, Array[] x) {
    return switch (node.getOpType()) {
      case "ReduceSum" -> shaped(node, over(x[0], axes(x), 0, Double::sum), axes(x));
      case "ReduceMax" ->
          shaped(node, over(x[0], axes(x), Double.NEGATIVE_INFINITY, Math::max), axes(x));
      case "ReduceMean" -> mean(x[0]);
      case "GlobalAveragePool" -> pooled(x[0]);
      case "ArgMax" -> {
        int axis = x[0].axis(Interpreter.integer(node, "axis", 0));
        Array largest = argMax(x[0], axis);
        yield Interpreter.integer(node, "keepdims", 1) == 1
            ? largest
            : largest.reshaped(without(largest.shape(), axis));
      }
      case "Hardmax" -> hardmax(x[0]);
      case "LogSoftmax" -> softmax(x[0]).map(Math::log);
      default -> softmax(x[0]);
    };
  }

  private static int[] axes(Array[] x) {
    return Arrays.stream(x[1].integers()).map(x[0]::axis).toArray();
  }

  private static Array shaped(NodeProto node, Array reduced, int[] axes) {
    return Interpreter.integer(node, "keepdims", 1) == 1
        ? reduced
        : reduced.reshaped(without(reduced.shape(), axes));
  }

  private static Array over(Array x, int[] axes, double first, DoubleBinaryOperator function) {
    int[] shape = x.shape().clone();
    Arrays.stream(axes).forEach(axis -> shape[axis] = 1);
    Array result = Array.zeros(shape);
    Arrays.fill(result.numbers(), first);
    for (int i = 0; i < x.numbers().length; i++) {
      int[] index = x.index(i);
      int place = 0;
      for (int axis = 0; axis < shape.length; axis++) {
        place = place * shape[axis] + (shape[axis] == 1 ? 0 : index[axis]);
      }
      result.numbers()[place] = function.applyAsDouble(result.numbers()[place], x.numbers()[i]);
    }
    return result;
  }

  /** Along the last axis. */
  static Array mean(Array x) {
    int last = x.rank() - 1;
    return over(x, new int[] {last}, 0, Double::sum).map(sum -> sum / x.shape()[last]);
  }

  private static Array pooled(Array x) {
    int[] axes = IntStream.range(2, x.rank()).toArray();
    int count = Arrays.stream(axes).map(axis -> x.shape()[axis]).reduce(1, (a, b) -> a * b);
    return over(x, axes, 0, Double::sum).map(sum -> sum / count);
  }

  private static Array argMax(Array x, int axis) {
    Array largest = over(x, new int[] {axis}, Double.NEGATIVE_INFINITY, Math::max);
    Array found = largest.map(each -> -1);
    for (int i = 0; i < x.numbers().length; i++) {
      int[] index = x.index(i);
      int own = index[axis];
      index[axis] = 0;
      if (x.numbers()[i] == largest.at(index) && found.at(index) < 0) {
        set(found, index, own);
      }
    }
    return found;
  }

  private static void set(Array x, int[] index, double value) {
    int place = 0;
    for (int axis = 0; axis < x.rank(); axis++) {
      place = place * x.shape()[axis] + index[axis];
    }
    x.numbers()[place] = value;
  }

  private static int[] without(int[] shape, int... axes) {
    return IntStream.range(0, shape.length)
        .filter(i -> Arrays.stream(axes).noneMatch(axis -> axis == i))
        .map(i -> shape[i])
        .toArray();
  }

  private static Array hardmax(Array x) {
    Array place = argMax(x, x.rank() - 1);
    int width = x.shape()[x.rank() - 1];
    double[] index = IntStream.range(0, width).asDoubleStream().toArray();
    return place.with(Array.of(new int[] {width}, index), (a, b) -> a == b ? 1 : 0);
  }

  private static Array softmax(Array x) {
    int[] last = {x.rank() - 1};
    Array largest = over(x, last, Double.NEGATIVE_INFINITY, Math::max);
    Array exponentials = x.with(largest, (a, b) -> Math.exp(a - b));
    return exponentials.with(over(exponentials, last, 0, Double::sum), (a, b) -> a / b);
  }
}
