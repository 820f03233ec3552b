package dev.kassei.export.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import dev.kassei.api.expr.Operation;
import dev.kassei.engine.graph.HostMath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Computes a graph in float64 by the definitions of ONNX's operators, written from their
 * documentation, so that what is exported is checked without a runtime.
 */
final class Interpreter {
  private final Map<String, Array> values = new HashMap<>();

  private Interpreter() {}

  /** The output of a graph; what only texts come out of is left out. */
  static Array output(GraphProto graph, Map<String, Array> inputs, String output) {
    var interpreter = new Interpreter();
    interpreter.values.putAll(inputs);
    graph.getInitializerList().forEach(t -> interpreter.values.put(t.getName(), Array.of(t)));
    for (NodeProto node : graph.getNodeList()) {
      if (!node.getName().equals("label")) {
        interpreter.values.put(node.getOutput(0), interpreter.value(node));
      }
    }
    return interpreter.values.get(output);
  }

  private Array value(NodeProto node) {
    Array[] x =
        node.getInputList().stream()
            .map(name -> Objects.requireNonNull(values.get(name), name))
            .toArray(Array[]::new);
    return switch (node.getOpType()) {
      case "Conv", "MaxPool", "AveragePool" -> Sliding.value(node, x);
      case "Where" -> where(x);
      case "Clip" -> x[0].map(v -> Math.min(Math.max(v, x[1].at()), x[2].at()));
      case "PRelu" -> x[0].with(x[1], (v, slope) -> v < 0 ? v * slope : v);
      case "MatMul" -> matmul(x[0], x[1]);
      case "Gemm" -> gemm(x);
      case "BatchNormalization" -> batchNormalized(node, x);
      case "LayerNormalization" -> layerNormalized(node, x);
      case "LabelEncoder" -> encoded(node, x[0]);
      case "Add",
          "Sub",
          "Mul",
          "Div",
          "Pow",
          "Max",
          "Min",
          "Greater",
          "GreaterOrEqual",
          "Less",
          "Equal" ->
          x[0].with(x[1], (a, b) -> binary(node.getOpType(), a, b));
      case "ReduceSum",
          "ReduceMax",
          "ReduceMean",
          "ArgMax",
          "GlobalAveragePool",
          "Softmax",
          "LogSoftmax",
          "Hardmax" ->
          Reducing.value(node, x);
      case "Flatten",
          "Reshape",
          "Transpose",
          "Slice",
          "Pad",
          "Concat",
          "Unsqueeze",
          "Squeeze",
          "Gather",
          "Tile",
          "Expand",
          "Shape" ->
          Moving.value(node, x);
      default -> x[0].map(unary(node));
    };
  }

  private static double binary(String operator, double a, double b) {
    return switch (operator) {
      case "Add" -> a + b;
      case "Sub" -> a - b;
      case "Mul" -> a * b;
      case "Div" -> a / b;
      case "Pow" -> Math.pow(a, b);
      case "Max" -> Math.max(a, b);
      case "Min" -> Math.min(a, b);
      case "Greater" -> a > b ? 1 : 0;
      case "GreaterOrEqual" -> a >= b ? 1 : 0;
      case "Less" -> a < b ? 1 : 0;
      default -> a == b ? 1 : 0;
    };
  }

  private static DoubleUnaryOperator unary(NodeProto node) {
    double alpha = number(node, "alpha");
    double beta = number(node, "beta");
    double gamma = number(node, "gamma");
    return switch (node.getOpType()) {
      case "Identity" -> x -> x;
      case "Cast" -> x -> integer(node, "to", 0) == Types.BOOL.getNumber() ? x != 0 ? 1 : 0 : x;
      case "IsNaN" -> x -> Double.isNaN(x) ? 1 : 0;
      case "Neg" -> x -> -x;
      case "Relu" -> x -> Math.max(x, 0);
      case "LeakyRelu" -> x -> x < 0 ? alpha * x : x;
      case "Elu" -> x -> x < 0 ? alpha * Math.expm1(x) : x;
      case "Celu" -> x -> Math.max(0, x) + Math.min(0, alpha * Math.expm1(x / alpha));
      case "Selu" -> x -> gamma * (x > 0 ? x : alpha * Math.expm1(x));
      case "Softsign" -> x -> x / (1 + Math.abs(x));
      case "HardSigmoid" -> x -> Math.max(0, Math.min(1, alpha * x + beta));
      case "HardSwish" -> x -> x * Math.max(0, Math.min(1, x / 6 + 0.5));
      case "Mish" -> x -> x * Math.tanh(HostMath.evaluate(Operation.SOFTPLUS, new double[] {x}));
      case "Gelu" -> x -> x * gate(x, attribute(node, "approximate").getS().toStringUtf8());
      case "ThresholdedRelu" -> x -> x > alpha ? x : 0;
      case "Shrink" -> x -> shrunk(x, number(node, "lambd"), number(node, "bias"));
      default -> x -> HostMath.evaluate(operation(node.getOpType()), new double[] {x});
    };
  }

  private static Operation operation(String operator) {
    return Operation.valueOf(operator.toUpperCase(Locale.ROOT));
  }

  private static double gate(double x, String approximate) {
    return approximate.equals("tanh")
        ? 0.5 * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)))
        : 0.5 * HostMath.evaluate(Operation.ERFC, new double[] {-x / Math.sqrt(2)});
  }

  private static double shrunk(double x, double lambda, double bias) {
    return x < -lambda ? x + bias : x > lambda ? x - bias : 0;
  }

  private static Array where(Array[] x) {
    Array yes = x[0].with(x[1], (condition, value) -> value);
    int[] common = Array.broadcast(yes.shape(), x[2].shape());
    double[] condition = x[0].expanded(common).numbers();
    double[] first = yes.expanded(common).numbers();
    Array result = x[2].expanded(common);
    IntStream.range(0, first.length)
        .filter(i -> condition[i] != 0)
        .forEach(i -> result.numbers()[i] = first[i]);
    return result;
  }

  private static Array matmul(Array a, Array b) {
    int rows = a.shape()[a.rank() - 2];
    int inner = a.shape()[a.rank() - 1];
    int columns = b.shape()[b.rank() - 1];
    int[] shape = Arrays.copyOf(a.shape(), a.rank());
    shape[a.rank() - 1] = columns;
    Array result = Array.zeros(shape);
    int step = b.rank() > 2 ? inner * columns : 0;
    for (int i = 0; i < result.numbers().length; i++) {
      int row = i / columns;
      for (int k = 0; k < inner; k++) {
        result.numbers()[i] +=
            a.numbers()[row * inner + k]
                * b.numbers()[row / rows * step + k * columns + i % columns];
      }
    }
    return result;
  }

  private static Array gemm(Array[] x) {
    Array product = matmul(x[0], Moving.transposed(x[1], 1, 0));
    return x.length < 3 ? product : product.with(x[2], Double::sum);
  }

  private static Array batchNormalized(NodeProto node, Array[] x) {
    double epsilon = number(node, "epsilon");
    int[] column = new int[x[0].rank() - 1];
    Arrays.fill(column, 1);
    column[0] = -1;
    Array deviation = x[4].map(variance -> Math.sqrt(variance + epsilon));
    return x[0].with(x[3].reshaped(column), (a, b) -> a - b)
        .with(deviation.reshaped(column), (a, b) -> a / b)
        .with(x[1].reshaped(column), (a, b) -> a * b)
        .with(x[2].reshaped(column), Double::sum);
  }

  private static Array layerNormalized(NodeProto node, Array[] x) {
    double epsilon = number(node, "epsilon");
    Array centred = x[0].with(Reducing.mean(x[0]), (a, b) -> a - b);
    Array variance = Reducing.mean(centred.map(v -> v * v));
    return centred
        .with(variance.map(v -> Math.sqrt(v + epsilon)), (a, b) -> a / b)
        .with(x[1], (a, b) -> a * b)
        .with(x[2], Double::sum);
  }

  private static Array encoded(NodeProto node, Array texts) {
    List<String> keys = new ArrayList<>();
    attribute(node, "keys_strings").getStringsList().forEach(key -> keys.add(key.toStringUtf8()));
    List<Long> numbers = attribute(node, "values_int64s").getIntsList();
    double[] result =
        texts.texts().stream()
            .map(keys::indexOf)
            .mapToDouble(i -> i < 0 ? integer(node, "default_int64", -1) : numbers.get(i))
            .toArray();
    return Array.of(texts.shape(), result);
  }

  static AttributeProto attribute(NodeProto node, String name) {
    return node.getAttributeList().stream()
        .filter(each -> each.getName().equals(name))
        .findFirst()
        .orElse(AttributeProto.getDefaultInstance());
  }

  static int integer(NodeProto node, String name, int otherwise) {
    AttributeProto attribute = attribute(node, name);
    return attribute.getName().isEmpty() ? otherwise : (int) attribute.getI();
  }

  private static double number(NodeProto node, String name) {
    return attribute(node, name).getF();
  }

  static int[] integers(NodeProto node, String name) {
    return attribute(node, name).getIntsList().stream().mapToInt(Long::intValue).toArray();
  }
}
