package dev.kassei.export.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;

/** The types of tensors that are used. */
final class Types {
  static final DataType FLOAT = DataType.FLOAT;
  static final DataType DOUBLE = DataType.DOUBLE;
  static final DataType INT64 = DataType.INT64;
  static final DataType BOOL = DataType.BOOL;
  static final DataType STRING = DataType.STRING;

  private Types() {}

  /** What a cast makes. */
  static AttributeProto to(DataType type) {
    return Attributes.integer("to", type.getNumber());
  }
}
