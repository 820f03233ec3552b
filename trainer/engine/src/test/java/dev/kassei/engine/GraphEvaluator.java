package dev.kassei.engine;

import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.RowFunction;
import dev.kassei.api.expr.Shape;
import dev.kassei.api.expr.Window;
import dev.kassei.engine.graph.HostMath;
import dev.kassei.engine.graph.Node;
import dev.kassei.engine.plan.Entry;
import dev.kassei.engine.plan.Program;
import dev.kassei.engine.random.CountedDraws;
import dev.kassei.engine.random.Purpose;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes a program node by node, each value in an array of its own: no shared buffers, no lanes,
 * no kernels. A plan in float64 returns the same bits.
 */
final class GraphEvaluator implements PlainTrial {
  private static final int STRANDS = 16;
  private static final int BLOCK = 4096;

  private final Program program;
  private final List<Node> nodes;
  private final Map<String, double[]> tensors = new HashMap<>();
  private final Map<String, double[]> inputs = new HashMap<>();
  private long noiseSeed;
  private double rate;
  private long step;
  private int rowsBefore;
  private int rows;
  private double[][] values;
  private double[][] gradient;

  GraphEvaluator(Program program) {
    this.program = program;
    this.nodes = program.graph().nodes();
    this.values = new double[nodes.size()][];
    this.gradient = values;
  }

  @Override
  public void start(Map<String, double[]> first, long seed) {
    tensors.putAll(first);
    noiseSeed = seed;
  }

  @Override
  public void prepare(Map<String, double[]> matrices, double newRate, int batch) {
    inputs.putAll(matrices);
    rate = newRate;
  }

  @Override
  public Map<String, double[]> run(Entry entry, int before, int batch) {
    rowsBefore = before;
    values = new double[nodes.size()][];
    evaluate(numbers(entry), batch);
    if (entry == Entry.GRADIENT) {
      gradient = values.clone();
    }
    var outputs = new LinkedHashMap<String, double[]>();
    names(entry).forEach(name -> outputs.put(name, values[program.outputs().get(name)].clone()));
    return outputs;
  }

  @Override
  public void write(Entry entry, int batch) {
    values = gradient.clone();
    evaluate(program.writes(entry).values(), batch);
    program.writes(entry).forEach((name, number) -> tensors.put(name, values[number].clone()));
    step += entry == Entry.UPDATE ? 1 : 0;
  }

  @Override
  public double[] tensor(String name) {
    return tensors.get(name);
  }

  private List<String> names(Entry entry) {
    return program.entries().getOrDefault(entry, List.of());
  }

  private List<Integer> numbers(Entry entry) {
    return names(entry).stream().map(program.outputs()::get).toList();
  }

  private void evaluate(Collection<Integer> roots, int batch) {
    rows = batch;
    var needed = new BitSet();
    roots.forEach(needed::set);
    for (int id = needed.length() - 1; id >= 0; id = needed.previousSetBit(id - 1)) {
      nodes.get(id).operands().forEach(needed::set);
    }
    needed.stream()
        .filter(id -> values[id] == null || nodes.get(id).isSource())
        .forEach(id -> values[id] = compute(nodes.get(id)));
  }

  private double[] compute(Node node) {
    return switch (node.operation().kind()) {
      case LEAF -> leaf(node);
      case HOST -> new double[] {host(node)};
      case POINTWISE -> fill(node, (i, j) -> pointwise(node, i, j));
      case REDUCTION -> reduction(node);
      case MATRIX -> matrix(node);
      case STRUCTURE -> structure(node);
      case ROW_FUNCTION -> rowFunction(node);
      case MARK -> throw new IllegalStateException("a graph has no " + node.operation());
    };
  }

  private double[] leaf(Node node) {
    return switch (node.operation()) {
      case CONSTANT -> new double[] {((Detail.Value) node.detail()).value()};
      case COLUMN_INDEX -> fill(node, (i, j) -> j);
      case UNIFORM -> noise(node, (Detail.Noise) node.detail());
      case INPUT -> inputs.get(((Detail.Name) node.detail()).name());
      case PARAMETER -> tensors.get(((Detail.Parameter) node.detail()).name());
      default -> tensors.get(((Detail.State) node.detail()).name());
    };
  }

  private double[] noise(Node node, Detail.Noise noise) {
    long key = CountedDraws.key(noiseSeed, Purpose.NOISE, noise.name(), step + 1);
    int columns = node.shape().columns();
    long first = node.shape().rows().batched() ? node.shape().rows().actual(rowsBefore) : 0;
    return fill(
        node,
        (i, j) -> {
          double uniform = CountedDraws.uniform(key, (first + i) * columns + j);
          return Math.fma(uniform, noise.high() - noise.low(), noise.low());
        });
  }

  private double host(Node node) {
    return switch (node.operation()) {
      case ROWS -> rows;
      case RATE -> rate;
      case STEP -> step + 1;
      default -> pointwise(node, 0, 0);
    };
  }

  private double pointwise(Node node, int i, int j) {
    double[] x = new double[node.operands().size()];
    for (int k = 0; k < x.length; k++) {
      x[k] = at(node, k, i, j);
    }
    return HostMath.evaluate(node.operation(), x);
  }

  private double[] reduction(Node node) {
    Node x = operand(node, 0);
    int height = rows(x);
    int width = x.shape().columns();
    return switch (node.operation()) {
      case ROW_SUM -> fill(node, (i, j) -> sum(width, k -> at(node, 0, i, k)));
      case COLUMN_SUM -> fill(node, (i, j) -> inOrder(0, height, 1, k -> at(node, 0, k, j)));
      case SUM -> new double[] {sum(height * width, k -> values[x.id()][k])};
      case ROW_MAX -> fill(node, (i, j) -> max(node, i, width));
      case FIRST_MAX -> fill(node, (i, j) -> j == firstMax(node, i, width) ? 1 : 0);
      case INNER_SUM ->
          fill(node, (i, j) -> inOrder(0, inner(x), 1, k -> at(node, 0, i * inner(x) + k, j)));
      case INNER_MAX -> fill(node, (i, j) -> innerMax(node, i, j));
      case INNER_FIRST_MAX ->
          fill(node, (i, j) -> i % inner(x) == innerFirstMax(node, i / inner(x), j) ? 1 : 0);
      default -> throw new IllegalStateException(node.operation() + " is no reduction");
    };
  }

  private double max(Node node, int row, int width) {
    double max = at(node, 0, row, 0);
    for (int k = 1; k < width; k++) {
      max = Math.max(max, at(node, 0, row, k));
    }
    return max;
  }

  /** The width if the largest is NaN. */
  private int firstMax(Node node, int row, int width) {
    double max = max(node, row, width);
    int column = 0;
    while (column < width && at(node, 0, row, column) != max) {
      column++;
    }
    return column;
  }

  private static int inner(Node node) {
    return node.shape().rows().inner();
  }

  private double innerMax(Node node, int place, int column) {
    int count = inner(operand(node, 0));
    double max = at(node, 0, place * count, column);
    for (int k = 1; k < count; k++) {
      max = Math.max(max, at(node, 0, place * count + k, column));
    }
    return max;
  }

  /** The number of positions if the largest is NaN. */
  private int innerFirstMax(Node node, int place, int column) {
    int count = inner(operand(node, 0));
    double max = innerMax(node, place, column);
    int k = 0;
    while (k < count && at(node, 0, place * count + k, column) != max) {
      k++;
    }
    return k;
  }

  private double[] matrix(Node node) {
    int width = operand(node, 0).shape().columns();
    int height = rows(operand(node, 0));
    return switch (node.operation()) {
      case MATMUL -> product(node, width, (i, k) -> at(node, 0, i, k), (k, j) -> at(node, 1, k, j));
      case MATMUL_NT ->
          product(node, width, (i, k) -> at(node, 0, i, k), (k, j) -> at(node, 1, j, k));
      case MATMUL_TN ->
          product(node, height, (i, k) -> at(node, 0, k, i), (k, j) -> at(node, 1, k, j));
      default -> innerMatrix(node);
    };
  }

  private double[] innerMatrix(Node node) {
    int rows = inner(node);
    int first = inner(operand(node, 0));
    int second = inner(operand(node, 1));
    int width = operand(node, 0).shape().columns();
    return switch (node.operation()) {
      case INNER_MATMUL ->
          fill(
              node,
              (i, j) ->
                  chain(width, k -> at(node, 0, i, k), k -> at(node, 1, i / rows * second + k, j)));
      case INNER_MATMUL_NT ->
          fill(
              node,
              (i, j) ->
                  chain(width, k -> at(node, 0, i, k), k -> at(node, 1, i / rows * second + j, k)));
      default ->
          fill(
              node,
              (i, j) ->
                  chain(
                      first,
                      k -> at(node, 0, i / rows * first + k, i % rows),
                      k -> at(node, 1, i / rows * second + k, j)));
    };
  }

  private static double chain(int terms, Term left, Term right) {
    double sum = 0;
    for (int k = 0; k < terms; k++) {
      sum = Math.fma(left.at(k), right.at(k), sum);
    }
    return sum;
  }

  private double[] product(Node node, int terms, Element left, Element right) {
    return fill(node, (i, j) -> chain(terms, k -> left.at(i, k), k -> right.at(k, j)));
  }

  private double[] structure(Node node) {
    return switch (node.operation()) {
      case COLUMNS -> {
        int from = ((Detail.Range) node.detail()).from();
        yield fill(node, (i, j) -> at(node, 0, i, from + j));
      }
      case PAD -> {
        var range = (Detail.Range) node.detail();
        yield fill(
            node,
            (i, j) -> j < range.from() || j >= range.to() ? 0 : at(node, 0, i, j - range.from()));
      }
      case CONCAT -> concat(node);
      case RESHAPE -> values[operand(node, 0).id()];
      case GATHER -> fill(node, (i, j) -> at(node, 0, (int) at(node, 1, i, 0), j));
      case SCATTER_ADD -> scatterAdd(node);
      case REPEAT_INNER -> fill(node, (i, j) -> at(node, 0, i / inner(node), j));
      case TRANSPOSED -> {
        int count = inner(operand(node, 0));
        yield fill(node, (i, j) -> at(node, 0, i / inner(node) * count + j, i % inner(node)));
      }
      case WINDOWS -> windows(node);
      case FOLD_WINDOWS -> fold(node);
      default -> throw new IllegalStateException(node.operation() + " is no structure");
    };
  }

  private double[] concat(Node node) {
    double[] result = new double[rows(node) * node.shape().columns()];
    int from = 0;
    for (int part = 0; part < node.operands().size(); part++) {
      int width = operand(node, part).shape().columns();
      for (int i = 0; i < rows(node); i++) {
        System.arraycopy(row(node, part, i), 0, result, i * node.shape().columns() + from, width);
      }
      from += width;
    }
    return result;
  }

  private double[] scatterAdd(Node node) {
    int columns = node.shape().columns();
    double[] result = new double[rows(node) * columns];
    for (int i = 0; i < rows(operand(node, 0)); i++) {
      int target = (int) at(node, 1, i, 0);
      for (int j = 0; j < columns; j++) {
        result[target * columns + j] += at(node, 0, i, j);
      }
    }
    return result;
  }

  private double[] windows(Node node) {
    Window window = ((Detail.Windows) node.detail()).window();
    Shape positions = operand(node, 0).shape();
    return fill(
        node,
        (i, j) -> {
          int row = seenRow(window, positions, node.shape(), i, j / positions.columns());
          return row < 0 ? window.fill() : at(node, 0, row, j % positions.columns());
        });
  }

  /** Place by place. */
  private double[] fold(Node node) {
    Window window = ((Detail.Windows) node.detail()).window();
    Node x = operand(node, 0);
    int columns = node.shape().columns();
    double[] result = new double[rows(node) * columns];
    for (int i = 0; i < rows(x); i++) {
      for (int j = 0; j < x.shape().columns(); j++) {
        int row = seenRow(window, node.shape(), x.shape(), i, j / columns);
        if (row >= 0) {
          result[row * columns + j % columns] += at(x, i, j);
        }
      }
    }
    return result;
  }

  /** The row that a tap sees at a place; negative beyond the ends. */
  private static int seenRow(Window window, Shape positions, Shape places, int place, int tap) {
    int row = 0;
    int step = 1;
    int restOfPlace = place;
    int restOfTap = tap;
    for (int axis = window.axes() - 1; axis >= 0; axis--) {
      int size = positions.rows().sizes().get(axis);
      int at =
          restOfPlace % places.rows().sizes().get(axis) * window.stride().get(axis)
              + restOfTap % window.kernel().get(axis) * window.dilation().get(axis)
              - window.before().get(axis);
      if (at < 0 || at >= size) {
        return -1;
      }
      row += at * step;
      step *= size;
      restOfPlace /= places.rows().sizes().get(axis);
      restOfTap /= window.kernel().get(axis);
    }
    return row + restOfPlace * step;
  }

  private double[] rowFunction(Node node) {
    RowFunction function = ((Detail.Function) node.detail()).function();
    int width = node.shape().columns();
    double[] result = new double[rows(node) * width];
    for (int i = 0; i < rows(node); i++) {
      double[] out = new double[width];
      if (node.operation() == Operation.ROW_FUNCTION) {
        function.value(row(node, 0, i), out);
      } else {
        function.gradient(row(node, 0, i), row(node, 1, i), row(node, 2, i), out);
      }
      System.arraycopy(out, 0, result, i * width, width);
    }
    return result;
  }

  private double[] row(Node node, int operand, int row) {
    double[] result = new double[operand(node, operand).shape().columns()];
    for (int k = 0; k < result.length; k++) {
      result[k] = at(node, operand, row, k);
    }
    return result;
  }

  private double[] fill(Node node, Element element) {
    int columns = node.shape().columns();
    double[] result = new double[rows(node) * columns];
    for (int i = 0; i < result.length; i++) {
      result[i] = element.at(i / columns, i % columns);
    }
    return result;
  }

  /** A number of an operand, of which a single row or column repeats. */
  private double at(Node node, int operand, int row, int column) {
    return at(operand(node, operand), row, column);
  }

  private double at(Node x, int row, int column) {
    int columns = x.shape().columns();
    int i = x.shape().rows().isOne() ? 0 : row;
    return values[x.id()][i * columns + (columns == 1 ? 0 : column)];
  }

  private Node operand(Node node, int index) {
    return nodes.get(node.operands().get(index));
  }

  private int rows(Node node) {
    return node.shape().rows().actual(rows);
  }

  /** In blocks, each of which adds up in strands if it is long, as the kernels do. */
  private static double sum(int terms, Term term) {
    if (terms <= STRANDS) {
      return inOrder(0, terms, 1, term);
    }
    double sum = 0;
    for (int from = 0; from < terms; from += BLOCK) {
      sum += ofBlock(from, Math.min(terms, from + BLOCK), term);
    }
    return sum;
  }

  private static double ofBlock(int from, int to, Term term) {
    if (to - from <= STRANDS) {
      return inOrder(from, to, 1, term);
    }
    double[] strands = new double[STRANDS];
    for (int k = 0; k < STRANDS; k++) {
      strands[k] = inOrder(from + k, to, STRANDS, term);
    }
    for (int half = STRANDS / 2; half > 0; half /= 2) {
      for (int k = 0; k < half; k++) {
        strands[k] += strands[k + half];
      }
    }
    return strands[0];
  }

  private static double inOrder(int from, int to, int stride, Term term) {
    double sum = 0;
    for (int k = from; k < to; k += stride) {
      sum += term.at(k);
    }
    return sum;
  }

  private interface Element {
    double at(int row, int column);
  }

  private interface Term {
    double at(int k);
  }
}
