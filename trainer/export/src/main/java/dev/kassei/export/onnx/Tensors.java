package dev.kassei.export.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Tensors as ONNX holds them: raw bytes, the lowest first. Their names are given later. */
final class Tensors {
  private Tensors() {}

  static TensorProto float32(List<Integer> shape, double... values) {
    ByteBuffer bytes = bytes(values.length, Float.BYTES);
    for (double value : values) {
      bytes.putFloat((float) value);
    }
    return shaped(DataType.FLOAT, shape).setRawData(content(bytes)).build();
  }

  static TensorProto float64(List<Integer> shape, double... values) {
    ByteBuffer bytes = bytes(values.length, Double.BYTES);
    for (double value : values) {
      bytes.putDouble(value);
    }
    return shaped(DataType.DOUBLE, shape).setRawData(content(bytes)).build();
  }

  /** A list of integers. */
  static TensorProto integers(List<Integer> values) {
    ByteBuffer bytes = bytes(values.size(), Long.BYTES);
    values.forEach(value -> bytes.putLong(value));
    return shaped(DataType.INT64, List.of(values.size())).setRawData(content(bytes)).build();
  }

  /** One integer. */
  static TensorProto integer(long value) {
    ByteBuffer bytes = bytes(1, Long.BYTES).putLong(value);
    return shaped(DataType.INT64, List.of()).setRawData(content(bytes)).build();
  }

  /** A list of texts. */
  static TensorProto texts(List<String> values) {
    TensorProto.Builder tensor = shaped(DataType.STRING, List.of(values.size()));
    values.forEach(value -> tensor.addStringData(ByteString.copyFromUtf8(value)));
    return tensor.build();
  }

  private static TensorProto.Builder shaped(DataType type, List<Integer> shape) {
    TensorProto.Builder tensor = TensorProto.newBuilder().setDataType(type.getNumber());
    shape.forEach(tensor::addDims);
    return tensor;
  }

  private static ByteBuffer bytes(int count, int size) {
    return ByteBuffer.allocate(Math.multiplyExact(count, size)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static ByteString content(ByteBuffer bytes) {
    return ByteString.copyFrom(bytes.flip());
  }
}
