package dev.kassei.experiment.training;

import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Traversal;
import dev.kassei.api.value.Numbers;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.data.DataSplit;
import dev.kassei.experiment.data.SplitData;
import java.util.List;
import java.util.OptionalInt;

/**
 * Compares columns of the data with the tables in which a network looks them up: what no row of a
 * table has would end the training, perhaps late.
 */
final class EmbeddedColumns {
  private EmbeddedColumns() {}

  /**
   * Requires that columns that are looked up just as they are hold numbers of rows.
   *
   * @throws ExperimentException if one does not
   */
  static void require(Expr prediction, SplitData data) {
    for (Expr node : Traversal.operandsFirst(List.of(prediction))) {
      if (node.operation() == Operation.GATHER
          && unmarked(node.operand(0)).operation() == Operation.PARAMETER) {
        column(node.operand(1)).ifPresent(column -> require(node, column, data));
      }
    }
  }

  private static void require(Expr lookup, int column, SplitData data) {
    int rows = lookup.operand(0).shape().rows().count();
    for (DataSplit split : data.splits().values()) {
      for (int i = column; i < split.features().length; i += data.width()) {
        double number = split.features()[i];
        if (!(number >= 0 && number < rows && number == Math.rint(number))) {
          throw new ExperimentException(
              "model", complaint(lookup.path(), column, data, number, rows));
        }
      }
    }
  }

  private static String complaint(
      String layer, int column, SplitData data, double number, int rows) {
    return "%s embeds column %s (%s), which holds %s where %s are expected%s"
        .formatted(
            layer,
            column + 1,
            data.featureNames().get(column),
            Numbers.text(number),
            (number == Math.rint(number) ? "0 to " : "whole numbers from 0 to ") + (rows - 1),
            data.standardizer().isPresent() ? "; it was standardized" : "");
  }

  /** The feature with which a formula begins, from 0; empty if it is computed from features. */
  private static OptionalInt column(Expr formula) {
    Expr node = unmarked(formula);
    if (node.operation() == Operation.INPUT && node.shape().rows().count() == 1) {
      return OptionalInt.of(0);
    }
    if (node.operation() == Operation.COLUMNS) {
      int from = ((Detail.Range) node.detail()).from();
      OptionalInt first = column(node.operand(0));
      return first.isPresent() ? OptionalInt.of(first.getAsInt() + from) : first;
    }
    return OptionalInt.empty();
  }

  /** What a formula is beneath the names of layers. */
  private static Expr unmarked(Expr formula) {
    Expr node = formula;
    while (node.operation() == Operation.SCOPE || node.operation() == Operation.TAP) {
      node = node.operand(0);
    }
    return node;
  }
}
