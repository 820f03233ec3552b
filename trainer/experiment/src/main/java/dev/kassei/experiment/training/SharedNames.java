package dev.kassei.experiment.training;

import dev.kassei.api.Model;
import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Traversal;
import dev.kassei.api.value.ContractException;
import dev.kassei.engine.graph.ShapeConflict;
import dev.kassei.experiment.plugin.PluginFrame;
import java.util.List;
import java.util.Optional;

/**
 * Tells a plugin that declares one tensor in two shapes from layers to which a configuration gives
 * one name.
 */
final class SharedNames {
  private SharedNames() {}

  /**
   * Refuses a tensor that one plugin declares twice.
   *
   * @throws ContractException if there is one; the layer that declares it is to blame, or else the
   *     model
   */
  static void require(Model model, Expr prediction) {
    Optional<ShapeConflict> conflict = ShapeConflict.in(List.of(prediction));
    conflict.ifPresent(each -> blame(each, model, applied(each.name(), prediction)));
  }

  /**
   * The applications of layers in which a tensor of this name is declared, without those around.
   */
  private static List<Detail.Applied> applied(String name, Expr prediction) {
    List<Detail.Applied> around =
        Traversal.operandsFirst(List.of(prediction)).stream()
            .filter(node -> node.detail() instanceof Detail.Applied)
            .map(node -> (Detail.Applied) node.detail())
            .filter(each -> name.startsWith(each.path() + "."))
            .toList();
    int depth = around.stream().mapToInt(each -> each.path().length()).max().orElse(0);
    return around.stream().filter(each -> each.path().length() == depth).toList();
  }

  /** A name of no layer's own may be that of several layers. */
  private static void blame(ShapeConflict conflict, Model model, List<Detail.Applied> applied) {
    if (applied.size() == 1) {
      throw new ContractException(applied.get(0).layer(), conflict.message());
    }
    if (applied.isEmpty() && PluginFrame.origin(model.getClass()).isPresent()) {
      throw new ContractException(model, conflict.message());
    }
  }
}
