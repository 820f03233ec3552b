package dev.kassei.export.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The operators of the interpreter that slide windows, over any number of axes. */
final class Sliding {
  private final NodeProto node;
  private final Array x;
  private final int[] kernel;
  private final int[] strides;
  private final int[] pads;
  private final int[] dilations;

  private Sliding(NodeProto node, Array x) {
    this.node = node;
    this.x = x;
    this.kernel = Interpreter.integers(node, "kernel_shape");
    this.strides = Interpreter.integers(node, "strides");
    this.pads = Interpreter.integers(node, "pads");
    int[] given = Interpreter.integers(node, "dilations");
    this.dilations = given.length > 0 ? given : Arrays.stream(kernel).map(each -> 1).toArray();
  }

  static Array value(NodeProto node, Array[] x) {
    var sliding = new Sliding(node, x[0]);
    return node.getOpType().equals("Conv") ? sliding.convolved(x) : sliding.pooled();
  }

  private int[] shape(int channels) {
    int[] shape = new int[x.rank()];
    shape[0] = x.shape()[0];
    shape[1] = channels;
    for (int i = 0; i < kernel.length; i++) {
      int span = dilations[i] * (kernel[i] - 1) + 1;
      int room = x.shape()[2 + i] + pads[i] + pads[kernel.length + i] - span;
      shape[2 + i] = room / strides[i] + 1;
    }
    return shape;
  }

  /** What a tap of the window sees at a place of a channel; the number given beyond the ends. */
  private double seen(int[] place, int channel, int[] tap, double beyond) {
    int[] index = place.clone();
    index[1] = channel;
    for (int i = 0; i < kernel.length; i++) {
      index[2 + i] = place[2 + i] * strides[i] + tap[i] * dilations[i] - pads[i];
      if (index[2 + i] < 0 || index[2 + i] >= x.shape()[2 + i]) {
        return beyond;
      }
    }
    return x.at(index);
  }

  private Array pooled() {
    boolean isMax = node.getOpType().equals("MaxPool");
    Array taps = Array.zeros(kernel);
    Array result = Array.zeros(shape(x.shape()[1]));
    for (int i = 0; i < result.numbers().length; i++) {
      int[] place = result.index(i);
      var numbers =
          IntStream.range(0, taps.numbers().length)
              .mapToDouble(
                  tap ->
                      seen(place, place[1], taps.index(tap), isMax ? Double.NEGATIVE_INFINITY : 0));
      result.numbers()[i] =
          isMax ? numbers.max().orElseThrow() : numbers.sum() / taps.numbers().length;
    }
    return result;
  }

  private Array convolved(Array[] inputs) {
    Array weights = inputs[1];
    int outputs = weights.shape()[0];
    int perGroup = weights.shape()[1];
    int groups = Interpreter.integer(node, "group", 1);
    Array result = Array.zeros(shape(outputs));
    Array one = Array.zeros(Arrays.copyOfRange(weights.shape(), 1, weights.rank()));
    for (int i = 0; i < result.numbers().length; i++) {
      int[] place = result.index(i);
      int first = place[1] / (outputs / groups) * perGroup;
      double sum = inputs.length > 2 ? inputs[2].numbers()[place[1]] : 0;
      for (int j = 0; j < one.numbers().length; j++) {
        int[] tap = one.index(j);
        double weight = weights.numbers()[place[1] * one.numbers().length + j];
        int[] offsets = Arrays.copyOfRange(tap, 1, tap.length);
        sum += weight * seen(place, first + tap[0], offsets, 0);
      }
      result.numbers()[i] = sum;
    }
    return result;
  }
}
