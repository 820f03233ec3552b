package dev.kassei.export.onnx;

import dev.kassei.api.expr.Operation;
import dev.kassei.engine.graph.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes pointwise operations. What ONNX has no operator for is written in a form that keeps its
 * digits in float32: expm1 by tanh, log1p by the quotient of its rounding error. Mutable.
 */
final class Pointwise {
  /** The largest number in float32. */
  private static final double LARGEST = Float.MAX_VALUE;

  private final GraphWriter graph;
  private final Values values;
  private final Map<String, String> booleans = new HashMap<>();

  Pointwise(GraphWriter graph, Values values) {
    this.graph = graph;
    this.values = values;
  }

  Matrix write(Node node) {
    Values.Operands operands = values.operands(node.operands());
    String name = written(node, operands.names());
    return new Matrix(name, node.shape(), operands.axes());
  }

  private String written(Node node, List<String> x) {
    return switch (node.operation()) {
      case NEGATE -> graph.node("Neg", x);
      case EXP -> graph.node("Exp", x);
      case EXPM1 -> expm1(x.get(0));
      case LOG -> graph.node("Log", x);
      case LOG1P -> log1p(x.get(0));
      case TANH -> graph.node("Tanh", x);
      case SIGMOID -> graph.node("Sigmoid", x);
      case SIGMOID_DERIVATIVE -> sigmoidDerivative(x);
      case SOFTPLUS -> graph.node("Softplus", x);
      case ERF -> graph.node("Erf", x);
      case ERFC -> graph.node("Sub", List.of(values.number(1), graph.node("Erf", x)));
      case SIN -> graph.node("Sin", x);
      case COS -> graph.node("Cos", x);
      case ATAN -> graph.node("Atan", x);
      case SQRT -> graph.node("Sqrt", x);
      case ABS -> graph.node("Abs", x);
      case SIGN -> graph.node("Sign", x);
      case ADD -> graph.node("Add", x);
      case SUBTRACT -> graph.node("Sub", x);
      case MULTIPLY -> graph.node("Mul", x);
      case DIVIDE -> graph.node("Div", x);
      case POWER -> graph.node("Pow", x);
      case MAX -> max(x);
      case MIN -> graph.node("Min", x);
      case GREATER -> compared("Greater", x);
      case GREATER_OR_EQUAL -> compared("GreaterOrEqual", x);
      case EQUAL -> compared("Equal", x);
      case WHERE -> where(x);
      case CLIP -> clip(node, x);
      default -> throw Values.refused(node.path(), "the operation " + node.operation());
    };
  }

  private String max(List<String> x) {
    return x.get(1).equals(values.number(0))
        ? graph.node("Relu", x.subList(0, 1))
        : graph.node("Max", x);
  }

  private String sigmoidDerivative(List<String> x) {
    String other = graph.node("Sigmoid", List.of(graph.node("Neg", x)));
    return graph.node("Mul", List.of(graph.node("Sigmoid", x), other));
  }

  /** 2·tanh(x/2) / (1 − tanh(x/2)) up to 1, where exp(x) − 1 loses digits; that above. */
  private String expm1(String x) {
    String one = values.number(1);
    String half = graph.node("Tanh", List.of(graph.node("Mul", List.of(x, values.number(0.5)))));
    String twice = graph.node("Add", List.of(half, half));
    String small = graph.node("Div", List.of(twice, graph.node("Sub", List.of(one, half))));
    String large = graph.node("Sub", List.of(graph.node("Exp", List.of(x)), one));
    return graph.node("Where", List.of(graph.node("Less", List.of(x, one)), small, large));
  }

  /** x·log(u) / (u − 1) with u = 1 + x rounded, whose error the quotient takes back (Kahan). */
  private String log1p(String x) {
    String one = values.number(1);
    String finite = graph.node("Min", List.of(x, values.number(LARGEST)));
    String u = graph.node("Add", List.of(finite, one));
    String share = graph.node("Div", List.of(finite, graph.node("Sub", List.of(u, one))));
    String log = graph.node("Mul", List.of(graph.node("Log", List.of(u)), share));
    return graph.node("Where", List.of(graph.node("Equal", List.of(u, one)), x, log));
  }

  private String compared(String operator, List<String> x) {
    String isTrue = graph.node(operator, x);
    String number = graph.node("Cast", List.of(isTrue), Types.to(Types.FLOAT));
    booleans.put(number, isTrue);
    return number;
  }

  private String where(List<String> x) {
    String condition = booleans.get(x.get(0));
    var operands = new ArrayList<>(x);
    operands.set(
        0,
        condition == null ? graph.node("Cast", x.subList(0, 1), Types.to(Types.BOOL)) : condition);
    return graph.node("Where", operands);
  }

  /** The operator takes single numbers alone. */
  private String clip(Node node, List<String> x) {
    boolean isByNumbers = node.operands().stream().skip(1).allMatch(values::isConstant);
    return isByNumbers
        ? graph.node("Clip", x)
        : graph.node("Min", List.of(graph.node("Max", x.subList(0, 2)), x.get(2)));
  }

  /** Whether this writes such an operation. */
  static boolean isWritten(Operation operation) {
    return (operation.isPointwise() && operation != Operation.BROADCAST)
        || operation == Operation.POWER;
  }
}
