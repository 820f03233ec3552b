package dev.kassei.export.c;

import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Shape;
import dev.kassei.api.expr.Window;
import dev.kassei.engine.graph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Operations that are no pointwise ones as calls of functions in C. */
record Calls(Steps steps, Names names, Real real) {
  /** The statement of an operation. */
  String statement(Node node) {
    String y = names.array(node.id());
    Node first = steps.node(node.operands().get(0));
    String x = names.array(first.id());
    int rows = first.shape().rows().count();
    int columns = first.shape().columns();
    int inner = first.shape().rows().inner();
    return switch (node.operation()) {
      case MATMUL, INNER_MATMUL, INNER_MATMUL_NT, INNER_MATMUL_TN, MATMUL_NT, MATMUL_TN ->
          steps.isConvolution(node) ? convolution(node, first) : product(node, first);
      case ROW_SUM, ROW_MAX, FIRST_MAX -> call(node, x, y, rows, columns);
      case SUM -> "kassei_row_sum(%s, %s, 1, %s);".formatted(x, y, rows * columns);
      case COLUMN_SUM -> "kassei_inner_sum(%s, %s, 1, %s, %s);".formatted(x, y, rows, columns);
      case INNER_SUM, INNER_MAX, INNER_FIRST_MAX -> call(node, x, y, rows / inner, inner, columns);
      case COLUMNS -> call(node, x, range(node).from(), columns, y, rows, node.shape().columns());
      case PAD -> padded(node, x, y, rows, columns);
      case CONCAT -> concatenated(node, y);
      case GATHER -> gathered(node, x, y, rows);
      case REPEAT_INNER ->
          "kassei_repeat(%s, %s, %s, %s, %s);"
              .formatted(x, y, rows, node.shape().rows().inner(), columns);
      case TRANSPOSED -> call(node, x, y, rows / inner, inner, columns);
      case WINDOWS -> windows(node, first, y);
      default -> throw Refusals.noForm(node);
    };
  }

  private static String call(Node node, Object... arguments) {
    return Library.PREFIX
        + node.operation().functionName()
        + List.of(arguments).stream()
            .map(Object::toString)
            .collect(Collectors.joining(", ", "(", ");"));
  }

  private static Detail.Range range(Node node) {
    return (Detail.Range) node.detail();
  }

  private String product(Node node, Node first) {
    String function =
        switch (node.operation()) {
          case MATMUL_NT, INNER_MATMUL_NT -> "kassei_matmul_nt";
          case MATMUL_TN, INNER_MATMUL_TN -> "kassei_matmul_tn";
          default -> "kassei_matmul";
        };
    boolean isInner = node.operation().functionName().startsWith("inner");
    Node second = steps.node(node.operands().get(1));
    int m = isInner ? node.shape().rows().inner() : node.shape().rows().count();
    int n = node.shape().columns();
    int k = Names.size(first.shape()) / (Names.size(node.shape()) / n);
    int places = node.shape().rows().count() / m;
    String a = names.array(first.id());
    String b = names.array(second.id());
    String y = names.array(node.id());
    return places == 1
        ? "%s(%s, %s, %s, %s, %s, %s);".formatted(function, a, b, y, m, k, n)
        : ("for (int i = 0; i < %s; i++) {\n"
                + "    %s(%s + i * %s, %s + i * %s, %s + i * %s, %s, %s, %s);\n  }")
            .formatted(places, function, a, m * k, b, k * n, y, m * n, m, k, n);
  }

  private String padded(Node node, String x, String y, int rows, int columns) {
    return "kassei_zeros(%s, %s);\n  ".formatted(y, Names.size(node.shape()))
        + intoColumns(x, columns, y, range(node).from(), rows, node.shape().columns());
  }

  private static String intoColumns(
      String x, int columns, String y, int from, int rows, int yColumns) {
    return "kassei_into_columns(%s, %s, %s, %s, %s, %s);"
        .formatted(x, columns, y, from, rows, yColumns);
  }

  private String concatenated(Node node, String y) {
    var parts = new ArrayList<String>();
    int from = 0;
    for (int operand : node.operands()) {
      Shape shape = steps.node(operand).shape();
      parts.add(
          intoColumns(
              names.array(operand),
              shape.columns(),
              y,
              from,
              shape.rows().count(),
              node.shape().columns()));
      from += shape.columns();
    }
    return String.join("\n  ", parts);
  }

  private String gathered(Node node, String table, String y, int size) {
    String index = names.array(node.operands().get(1));
    return "if (!kassei_gather(%s, %s, %s, %s, %s, %s)) {\n    return -1;\n  }"
        .formatted(table, size, index, y, node.shape().rows().count(), node.shape().columns());
  }

  private String windows(Node node, Node image, String y) {
    return "{\n    static const int window[] = {%s};\n    kassei_windows(%s, window, %s, %s);\n  }"
        .formatted(window(node, image), seen(image), fill(node), y);
  }

  private String convolution(Node node, Node windows) {
    Node image = steps.node(windows.operands().get(0));
    return ("{\n    static const int window[] = {%s};\n"
            + "    kassei_convolution(%s, window, %s, %s, %s, %s);\n  }")
        .formatted(
            window(windows, image),
            seen(image),
            fill(windows),
            names.array(node.operands().get(1)),
            node.shape().columns(),
            names.array(node.id()));
  }

  private String fill(Node windows) {
    return real.literal(((Detail.Windows) windows.detail()).window().fill());
  }

  /** The array of an image or a sequence, its height, width and channels. */
  private String seen(Node image) {
    List<Integer> sizes = inTwoAxes(image.shape().rows().sizes(), 1);
    return "%s, %s, %s, %s"
        .formatted(names.array(image.id()), sizes.get(0), sizes.get(1), image.shape().columns());
  }

  private static String window(Node node, Node image) {
    Window window = ((Detail.Windows) node.detail()).window();
    if (window.axes() > 2) {
      throw Refusals.noForm(node);
    }
    var numbers = new ArrayList<>(inTwoAxes(window.kernel(), 1));
    numbers.addAll(inTwoAxes(window.stride(), 1));
    numbers.addAll(inTwoAxes(window.before(), 0));
    numbers.addAll(inTwoAxes(window.dilation(), 1));
    numbers.addAll(inTwoAxes(window.places(image.shape().rows().sizes()), 1));
    return numbers.stream().map(Object::toString).collect(Collectors.joining(", "));
  }

  /** A sequence is an image of one line. */
  private static List<Integer> inTwoAxes(List<Integer> numbers, int ofOne) {
    return numbers.size() == 1 ? List.of(ofOne, numbers.get(0)) : numbers;
  }
}
