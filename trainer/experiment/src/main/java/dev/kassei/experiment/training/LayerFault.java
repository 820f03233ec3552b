package dev.kassei.experiment.training;

import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.LayerException;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Shape;
import dev.kassei.api.expr.Traversal;
import java.util.ArrayList;
import java.util.List;

/** Describes a network that cannot be built: what is wrong, and the layers up to there. */
final class LayerFault {
  /** Of a long network the last layers are listed. */
  private static final int LISTED = 20;

  private LayerFault() {}

  /** The message, and below it a table of layers with the shapes of what they return. */
  static String describe(LayerException fault) {
    List<String[]> rows = rows(fault);
    int width = rows.stream().mapToInt(row -> row[0].length()).max().orElse(0);
    var text = new StringBuilder(fault.getMessage());
    for (String[] row : rows) {
      text.append("\n  ").append(row[0]);
      text.append(" ".repeat(width - row[0].length() + 2)).append(row[1]);
    }
    return text.toString();
  }

  private static List<String[]> rows(LayerException fault) {
    List<LayerTable.Row> layers = LayerTable.of(fault.input()).layers();
    int left = Math.max(0, layers.size() - LISTED);
    var rows = new ArrayList<String[]>();
    input(fault.input()).forEach(shape -> rows.add(row(Network.FEATURES, shape.toString())));
    if (left > 0) {
      rows.add(row("…", left + " more"));
    }
    layers.subList(left, layers.size()).forEach(layer -> rows.add(row(layer)));
    rows.add(row(fault.path(), "does not fit"));
    return rows;
  }

  private static List<Shape> input(Expr formula) {
    return Traversal.operandsFirst(List.of(formula)).stream()
        .filter(node -> node.operation() == Operation.INPUT)
        .map(Expr::shape)
        .toList();
  }

  private static String[] row(LayerTable.Row layer) {
    return row(layer.path(), layer.output().toString());
  }

  private static String[] row(String layer, String output) {
    return new String[] {layer, output};
  }
}
