package dev.kassei.experiment.training;

import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Mode;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Shape;
import dev.kassei.api.expr.Traversal;
import dev.kassei.engine.graph.Node;
import dev.kassei.engine.graph.Work;
import dev.kassei.engine.plan.Entry;
import dev.kassei.engine.plan.Program;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a network consists of, layer by layer.
 *
 * @param layers in the order of computation
 */
public record LayerTable(List<Row> layers) {
  /**
   * One layer.
   *
   * @param path such as {@code hidden.0}
   * @param output the shape of what it returns
   * @param parameters the number of trainable numbers
   * @param operations floating-point operations of a prediction for one row of the batch; a fused
   *     multiply-add counts two, every other primitive one
   */
  public record Row(String path, Shape output, long parameters, long operations) {}

  /** The layers of a network. */
  public static LayerTable of(Network network) {
    return of(network.prediction());
  }

  /** The layers of a network or of its beginning; of layers with one name one row. */
  static LayerTable of(Expr formula) {
    List<Expr> nodes = Traversal.operandsFirst(List.of(formula));
    Map<String, Long> parameters = parameters(nodes);
    Map<String, Long> operations = operations(formula);
    var rows = new LinkedHashMap<String, Row>();
    for (Expr node : nodes) {
      if (node.detail() instanceof Detail.Applied applied) {
        String path = applied.path();
        rows.putIfAbsent(
            path,
            new Row(
                path,
                node.shape(),
                parameters.getOrDefault(path, 0L),
                operations.getOrDefault(path, 0L)));
      }
    }
    return new LayerTable(List.copyOf(rows.values()));
  }

  /** The layers, each above those that it contains, otherwise in the order of computation. */
  public List<Row> outerFirst() {
    var rows = new ArrayList<Row>();
    for (Row row : layers) {
      int place =
          IntStream.range(0, rows.size())
              .filter(i -> rows.get(i).path().startsWith(row.path() + "."))
              .findFirst()
              .orElse(rows.size());
      rows.add(place, row);
    }
    return rows;
  }

  private static Map<String, Long> parameters(List<Expr> nodes) {
    Map<String, Long> parameters = new LinkedHashMap<>();
    Set<String> counted = new HashSet<>();
    for (Expr node : nodes) {
      if (node.detail() instanceof Detail.Parameter parameter && counted.add(parameter.name())) {
        parameters.merge(node.path(), Work.size(node.shape(), 1), Long::sum);
      }
    }
    return parameters;
  }

  private static Map<String, Long> operations(Expr formula) {
    Map<String, Long> operations = new LinkedHashMap<>();
    for (Expr node :
        Traversal.operandsFirst(
            List.of(formula), each -> Traversal.operandsIn(Mode.INFERENCE, each))) {
      if (node.operation().kind() != Operation.Kind.MARK) {
        operations.merge(node.path(), operationsOf(node), Long::sum);
      }
    }
    return operations;
  }

  /** All trainable numbers. */
  public long parameters() {
    return layers.stream().mapToLong(Row::parameters).sum();
  }

  /**
   * The floating-point operations of a training step with one batch: forward and backward, twice if
   * it is sharpness-aware, and update.
   */
  public static long stepOperations(Program program, int batch) {
    BitSet gradient = program.needed(Entry.GRADIENT);
    BitSet update = program.needed(Entry.UPDATE);
    update.andNot(gradient);
    int passes = program.writes(Entry.PERTURB).isEmpty() ? 1 : 2;
    return passes * operations(program, gradient, batch) + operations(program, update, batch);
  }

  private static long operations(Program program, BitSet numbers, int batch) {
    List<Node> nodes = program.graph().nodes();
    return numbers.stream()
        .mapToObj(nodes::get)
        .mapToLong(node -> Work.operations(program.graph(), node, batch))
        .sum();
  }

  private static long operationsOf(Expr node) {
    return node.operands().isEmpty()
        ? 0
        : Work.operations(node.operation(), node.shape(), node.operand(0).shape(), 1);
  }
}
