package dev.kassei.testkit;

import dev.kassei.api.Layer;
import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Shape;
import dev.kassei.api.expr.Traversal;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** What a formula reads beside its input. */
final class LeafCheck {
  private LeafCheck() {}

  static void check(Layer layer, Findings findings) {
    Subject.of(layer).ifPresent(subject -> alone(subject, findings));
    // a shape that follows the width is another one at some widths alone
    Subject.atEachWidth(layer)
        .flatMap(subject -> conflict(subject.formula()).stream())
        .findFirst()
        .ifPresent(conflict -> findings.error("%s", conflict));
  }

  static void check(Subject subject, Findings findings) {
    alone(subject, findings);
    conflict(subject.formula()).ifPresent(conflict -> findings.error("%s", conflict));
  }

  private static void alone(Subject subject, Findings findings) {
    leaves(subject.formula(), findings);
    if (subject.isRandom()) {
      findings.warning(
          "it draws random numbers in inference, too, so one row has many predictions, and nothing"
              + " else of it can be checked; end it with byMode to leave noise to training");
    }
  }

  /** What a formula declares in two shapes, which no network can have. */
  private static Optional<String> conflict(Expr formula) {
    var shapes = new HashMap<String, Shape>();
    for (Expr node : Traversal.operandsFirst(List.of(formula))) {
      Optional<String> name = tensor(node);
      if (name.isPresent()) {
        Shape first = shapes.putIfAbsent(name.get(), node.shape());
        if (first != null && !first.equals(node.shape())) {
          return Optional.of(
              "it declares '%s' as %s and as %s; give one of them another name"
                  .formatted(name.get(), first, node.shape()));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> tensor(Expr node) {
    return switch (node.operation()) {
      case PARAMETER -> Optional.of(ofLayer(((Detail.Parameter) node.detail()).name()));
      case STATE -> Optional.of(ofLayer(((Detail.State) node.detail()).name()));
      default -> Optional.empty();
    };
  }

  private static String ofLayer(String name) {
    return name.replaceFirst("^" + Subject.PATH + "\\.", "");
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
