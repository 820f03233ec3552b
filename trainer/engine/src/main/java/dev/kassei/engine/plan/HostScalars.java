package dev.kassei.engine.plan;

import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Operation;
import dev.kassei.engine.graph.Graph;
import dev.kassei.engine.graph.HostMath;
import dev.kassei.engine.graph.Node;
import dev.kassei.engine.kernel.Matrix;
import java.util.List;
import java.util.Optional;

/**
 * The scalars of one lane that depend on constants, rate, step and rows alone: computed in float64
 * when one of these changes, and rounded once to the plan's precision.
 */
final class HostScalars {
  private final int lane;
  private final double[] values;
  private final List<Node> changing;
  private final double[][] arguments;
  private final List<Optional<Matrix>> targets;
  private final boolean usesStep;
  private int rows = -1;
  private double rate = Double.NaN;
  private long step = -1;

  HostScalars(Graph graph, Buffers buffers, int lane) {
    this.lane = lane;
    this.targets = graph.nodes().stream().map(node -> buffers.existing(node.id())).toList();
    this.values = new double[graph.nodes().size()];
    this.changing =
        graph.nodes().stream()
            .filter(node -> node.host() && node.operation() != Operation.CONSTANT)
            .toList();
    this.arguments = new double[changing.size()][];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = new double[changing.get(i).operands().size()];
    }
    this.usesStep = changing.stream().anyMatch(node -> node.operation() == Operation.STEP);
    for (Node node : graph.nodes()) {
      if (node.detail() instanceof Detail.Value constant) {
        set(node, constant.value());
      }
    }
  }

  void refresh(int newRows, double newRate, long newStep) {
    boolean same = newRows == rows && newRate == rate && (newStep == step || !usesStep);
    if (same) {
      return;
    }
    rows = newRows;
    rate = newRate;
    step = newStep;
    for (int i = 0; i < arguments.length; i++) {
      Node node = changing.get(i);
      set(node, compute(node, arguments[i]));
    }
  }

  private double compute(Node node, double[] in) {
    for (int i = 0; i < in.length; i++) {
      in[i] = values[node.operands().get(i)];
    }
    return switch (node.operation()) {
      case ROWS -> rows;
      case RATE -> rate;
      case STEP -> step;
      default -> HostMath.evaluate(node.operation(), in);
    };
  }

  private void set(Node node, double value) {
    values[node.id()] = value;
    Optional<Matrix> target = targets.get(node.id());
    if (target.isPresent()) { // not by a lambda, which would be an object per step
      target.get().buffer().set(lane, value);
    }
  }
}
