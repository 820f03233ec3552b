package dev.kassei.export.c;

import dev.kassei.api.expr.Operation;
import dev.kassei.engine.graph.Node;
import dev.kassei.export.network.ExportException;
import java.util.List;

/** What has no form in C, and why. */
final class Refusals {
  private Refusals() {}

  /** Refuses the first node of some steps that cannot be computed in C for one item alone. */
  static void check(Steps steps) {
    for (List<Node> step : steps.all()) {
      for (Node node : step) {
        check(node, steps);
      }
    }
  }

  private static void check(Node node, Steps steps) {
    switch (node.operation()) {
      case ROW_FUNCTION, ROW_FUNCTION_GRADIENT, SCATTER_ADD, FOLD_WINDOWS -> throw noForm(node);
      case SUM, COLUMN_SUM, MATMUL_TN -> refuseBatch(node, steps);
      default -> {}
    }
    for (int operand : steps.read(node)) {
      checkSource(steps.node(operand), node);
    }
  }

  private static void checkSource(Node source, Node reader) {
    if (source.operation() == Operation.UNIFORM) {
      throw new ExportException(
          "%s draws noise in inference, too, which a C header cannot".formatted(layer(reader)));
    }
    if (source.host() && source.operation() != Operation.CONSTANT) {
      throw new ExportException(
          "%s depends on the number of rows of a batch, where a C header predicts single rows"
              .formatted(layer(reader)));
    }
  }

  private static void refuseBatch(Node node, Steps steps) {
    boolean mixes =
        node.operands().stream().anyMatch(id -> steps.node(id).shape().rows().batched());
    if (mixes) {
      throw new ExportException(
          "%s adds over the rows of a batch, where a C header predicts single rows"
              .formatted(layer(node)));
    }
  }

  /** The refusal of an operation. */
  static ExportException noForm(Node node) {
    return ExportException.noForm(node.path(), node.operation(), node.detail(), "C");
  }

  private static String layer(Node node) {
    return node.path().isEmpty() ? "the network" : node.path();
  }
}
