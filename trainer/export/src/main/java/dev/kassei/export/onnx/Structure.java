package dev.kassei.export.onnx;

import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Shape;
import dev.kassei.api.expr.Window;
import dev.kassei.engine.graph.Node;
import dev.kassei.export.onnx.Matrix.Axes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Writes what moves numbers without computing: columns, shapes, windows, chosen rows. */
final class Structure {
  private final GraphWriter graph;
  private final Values values;
  private final Map<String, String> sources = new HashMap<>();

  Structure(GraphWriter graph, Values values) {
    this.graph = graph;
    this.values = values;
  }

  Matrix write(Node node) {
    int x = node.operands().get(0);
    return switch (node.operation()) {
      case COLUMNS -> columns(node, values.get(x));
      case PAD -> padded(node, values.get(x));
      case CONCAT -> concatenated(node);
      case RESHAPE -> reshaped(node, values.get(x));
      case TRANSPOSED -> transposed(node, values.get(x));
      case GATHER -> gathered(node);
      case REPEAT_INNER -> repeated(node, x);
      case WINDOWS -> windows(node, values.get(x));
      default -> throw Values.refused(node.path(), "the operation " + node.operation());
    };
  }

  private Matrix columns(Node node, Matrix x) {
    var range = (Detail.Range) node.detail();
    String name = slice(x.name(), x.columnAxis(), range.from(), range.to(), 1);
    return new Matrix(name, node.shape(), x.axes());
  }

  private String slice(String name, int axis, int from, int to, int step) {
    return graph.node(
        "Slice", List.of(name, integer(from), integer(to), integer(axis), integer(step)));
  }

  private String integer(int value) {
    return values.integers(List.of(value));
  }

  private Matrix padded(Node node, Matrix x) {
    var range = (Detail.Range) node.detail();
    List<Integer> before = atAxis(x, range.from());
    List<Integer> after = atAxis(x, node.shape().columns() - range.to());
    return new Matrix(pad(x.name(), before, after, 0), node.shape(), x.axes());
  }

  private static List<Integer> atAxis(Matrix x, int size) {
    var sizes = new ArrayList<>(Collections.nCopies(x.rank(), 0));
    sizes.set(x.columnAxis(), size);
    return sizes;
  }

  private String pad(String name, List<Integer> before, List<Integer> after, double fill) {
    var both = new ArrayList<>(before);
    both.addAll(after);
    return graph.node("Pad", List.of(name, values.integers(both), values.number(fill)));
  }

  private Matrix concatenated(Node node) {
    List<Integer> parts = node.operands();
    boolean isFirst =
        parts.stream().map(values::get).anyMatch(each -> each.axes() == Axes.CHANNELS_FIRST);
    Matrix result =
        new Matrix("", node.shape(), isFirst ? Axes.CHANNELS_FIRST : Axes.CHANNELS_LAST);
    int positions = result.positions();
    List<String> names =
        parts.stream().map(i -> isFirst ? values.first(i, positions) : values.last(i)).toList();
    String name = graph.node("Concat", names, Attributes.integer("axis", result.columnAxis()));
    return new Matrix(name, node.shape(), result.axes());
  }

  /** Positions become others in either order of axes, if the columns stay. */
  private Matrix reshaped(Node node, Matrix x) {
    Shape shape = node.shape();
    boolean keepsColumns = shape.columns() == x.shape().columns();
    boolean staysFirst =
        x.axes() == Axes.CHANNELS_FIRST
            && x.hasPositions()
            && keepsColumns
            && !shape.rows().sizes().isEmpty();
    if (!staysFirst) {
      return Matrix.channelsLast(reshape(values.last(x), Values.dimensions(shape)), shape);
    }
    List<Integer> sizes = new ArrayList<>(List.of(0, shape.columns()));
    sizes.addAll(shape.rows().sizes());
    return Matrix.channelsFirst(reshape(x.name(), sizes), shape);
  }

  /** Of what was reshaped already, what that was: the numbers are the same. */
  private String reshape(String name, List<Integer> sizes) {
    String source = sources.getOrDefault(name, name);
    boolean isFlat = sizes.size() == 2 && sizes.get(0) == 0;
    String reshaped =
        isFlat
            ? graph.node("Flatten", List.of(source), Attributes.integer("axis", 1))
            : graph.node("Reshape", List.of(source, values.integers(sizes)));
    sources.put(reshaped, source);
    return reshaped;
  }

  /** With one axis of positions the numbers stay where they are: their axes change their roles. */
  private Matrix transposed(Node node, Matrix x) {
    if (x.positions() == 1) {
      return x.axes() == Axes.CHANNELS_FIRST
          ? Matrix.channelsLast(x.name(), node.shape())
          : Matrix.channelsFirst(x.name(), node.shape());
    }
    var order = new ArrayList<>(IntStream.range(0, x.rank()).boxed().toList());
    Collections.swap(order, x.rank() - 1, x.rank() - 2);
    return Matrix.channelsLast(values.transposed(values.last(x), order), node.shape());
  }

  private Matrix gathered(Node node) {
    String number =
        graph.node("Squeeze", List.of(values.last(node.operands().get(1)), integer(-1)));
    String index = graph.node("Cast", List.of(number), Types.to(Types.INT64));
    String name =
        graph.node(
            "Gather",
            List.of(values.rows(node.operands().get(0)), index),
            Attributes.integer("axis", 0));
    return Matrix.channelsLast(name, node.shape());
  }

  private Matrix repeated(Node node, int x) {
    String single = graph.node("Unsqueeze", List.of(values.last(x), integer(-2)));
    Matrix result = Matrix.channelsLast("", node.shape());
    var times = new ArrayList<>(Collections.nCopies(result.rank(), 1));
    times.set(result.rank() - 2, node.shape().rows().inner());
    String name = graph.node("Tile", List.of(single, values.integers(times)));
    return Matrix.channelsLast(name, node.shape());
  }

  /** Tap by tap: at each place what is so far from its beginning. */
  private Matrix windows(Node node, Matrix x) {
    Window window = ((Detail.Windows) node.detail()).window();
    String padded =
        pad(values.last(x), around(window.before()), around(window.after()), window.fill());
    var taps = new ArrayList<String>();
    for (int tap = 0; tap < window.taps(); tap++) {
      taps.add(seen(padded, window, tap, node.shape().rows().sizes()));
    }
    Matrix result = Matrix.channelsLast("", node.shape());
    String name = graph.node("Concat", taps, Attributes.integer("axis", result.columnAxis()));
    return Matrix.channelsLast(name, node.shape());
  }

  private static List<Integer> around(List<Integer> sizes) {
    var all = new ArrayList<Integer>(List.of(0));
    all.addAll(sizes);
    all.add(0);
    return all;
  }

  private String seen(String padded, Window window, int tap, List<Integer> places) {
    var from = new ArrayList<Integer>();
    var to = new ArrayList<Integer>();
    int rest = tap;
    for (int axis = window.axes() - 1; axis >= 0; axis--) {
      int first = rest % window.kernel().get(axis) * window.dilation().get(axis);
      rest /= window.kernel().get(axis);
      from.add(0, first);
      to.add(0, first + (places.get(axis) - 1) * window.stride().get(axis) + 1);
    }
    List<Integer> axes = IntStream.rangeClosed(1, window.axes()).boxed().toList();
    return graph.node(
        "Slice",
        List.of(
            padded,
            values.integers(from),
            values.integers(to),
            values.integers(axes),
            values.integers(window.stride())));
  }
}
