package dev.kassei.export.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** A tensor of the interpreter: numbers, or texts. */
record Array(int[] shape, double[] numbers, List<String> texts) {
  static Array of(int[] shape, double... numbers) {
    assertThat(size(shape)).isEqualTo(numbers.length);
    return new Array(shape, numbers, List.of());
  }

  static Array zeros(int... shape) {
    return of(shape, new double[size(shape)]);
  }

  static int size(int[] shape) {
    return Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }

  static Array of(TensorProto tensor) {
    int[] shape = tensor.getDimsList().stream().mapToInt(Long::intValue).toArray();
    DataType type = DataType.forNumber(tensor.getDataType());
    if (type == DataType.STRING) {
      List<String> texts =
          tensor.getStringDataList().stream().map(each -> each.toStringUtf8()).toList();
      return new Array(shape, new double[0], texts);
    }
    ByteBuffer bytes = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    double[] numbers = new double[size(shape)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] =
          switch (type) {
            case FLOAT -> bytes.getFloat();
            case DOUBLE -> bytes.getDouble();
            default -> bytes.getLong();
          };
    }
    assertThat(bytes.hasRemaining()).isFalse();
    return of(shape, numbers);
  }

  int rank() {
    return shape.length;
  }

  /** An axis that may count from the end. */
  int axis(int axis) {
    return axis < 0 ? axis + rank() : axis;
  }

  int[] integers() {
    return Arrays.stream(numbers).mapToInt(each -> (int) each).toArray();
  }

  Array map(DoubleUnaryOperator function) {
    return of(shape, Arrays.stream(numbers).map(function).toArray());
  }

  Array reshaped(int... other) {
    int known = Arrays.stream(other).filter(each -> each != -1).reduce(1, (a, b) -> a * b);
    int rest = numbers.length / known;
    return of(Arrays.stream(other).map(each -> each == -1 ? rest : each).toArray(), numbers);
  }

  /** With single axes repeated, as all pointwise operators do. */
  Array with(Array other, DoubleBinaryOperator function) {
    int[] common = broadcast(shape, other.shape);
    double[] a = expanded(common).numbers;
    double[] b = other.expanded(common).numbers;
    Array result = zeros(common);
    Arrays.setAll(result.numbers, i -> function.applyAsDouble(a[i], b[i]));
    return result;
  }

  static int[] broadcast(int[] a, int[] b) {
    int rank = Math.max(a.length, b.length);
    int[] common = new int[rank];
    for (int i = 0; i < rank; i++) {
      int left = i < rank - a.length ? 1 : a[i - rank + a.length];
      int right = i < rank - b.length ? 1 : b[i - rank + b.length];
      assertThat(left == right || left == 1 || right == 1)
          .as("%s and %s", Arrays.toString(a), Arrays.toString(b))
          .isTrue();
      common[i] = Math.max(left, right);
    }
    return common;
  }

  Array expanded(int[] larger) {
    Array result = zeros(larger);
    int skipped = larger.length - rank();
    for (int i = 0; i < result.numbers.length; i++) {
      int[] index = result.index(i);
      int place = 0;
      for (int axis = 0; axis < rank(); axis++) {
        place = place * shape[axis] + (shape[axis] == 1 ? 0 : index[skipped + axis]);
      }
      result.numbers[i] = numbers[place];
    }
    return result;
  }

  int[] index(int place) {
    int[] index = new int[rank()];
    int rest = place;
    for (int axis = rank() - 1; axis >= 0; axis--) {
      index[axis] = rest % shape[axis];
      rest /= shape[axis];
    }
    return index;
  }

  double at(int... index) {
    int place = 0;
    for (int axis = 0; axis < rank(); axis++) {
      place = place * shape[axis] + index[axis];
    }
    return numbers[place];
  }
}
