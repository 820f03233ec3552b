package dev.kassei.testkit;

import dev.kassei.api.Layer;
import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Traversal;
import java.util.List;

/** What a formula reads beside its input. */
final class LeafCheck {
  private LeafCheck() {}

  static void check(Layer layer, Findings findings) {
    Subject.of(layer).ifPresent(subject -> check(subject, findings));
  }

  static void check(Subject subject, Findings findings) {
    leaves(subject.formula(), findings);
  }

  private static void leaves(Expr formula, Findings findings) {
    for (Expr node : Traversal.operandsFirst(List.of(formula))) {
      switch (node.operation()) {
        case PARAMETER -> named(((Detail.Parameter) node.detail()).name(), findings);
        case STATE -> named(((Detail.State) node.detail()).name(), findings);
        case UNIFORM -> named(((Detail.Noise) node.detail()).name(), findings);
        case INPUT -> input(((Detail.Name) node.detail()).name(), findings);
        default -> {}
      }
    }
  }

  private static void named(String name, Findings findings) {
    if (!name.startsWith(Subject.PATH + ".")) {
      findings.error(
          "'%s' does not belong to the layer, so all layers share it: declare it on x or on what"
              + " was made from x",
          name);
    }
  }

  private static void input(String name, Findings findings) {
    if (!name.equals("x")) {
      findings.error("the formula reads the input '%s', which a layer does not get", name);
    }
  }
}
