package dev.kassei.testkit;

import dev.kassei.api.Loss;
import dev.kassei.api.expr.Shape;
import java.util.List;
import java.util.function.BiConsumer;

/** What losses promise, for each kind of target that they take. */
final class LossClauses {
  private LossClauses() {}

  static List<Clause<Loss>> all() {
    return new Clauses<Loss>()
        .and("TARGETS", "takes numbers or classes as targets", LossClauses::targets)
        .and("SHAPES", "gives one value for each row", LossClauses::shapes)
        .and("EXTREMES", "is finite for large predictions", fixed(ExtremesCheck::checkLarge))
        .and("NAN", "passes NaN on within the row", fixed(NanCheck::check))
        .and("GRADIENT", "has the derivative of its value", fixed(GradientCheck::check))
        .and("KINKS", "has a usable derivative at kinks", fixed(KinkCheck::check))
        .and("ROWS", "treats each row alone", LossClauses::rows)
        .and("FLOAT32", "is nearly the same in float32", fixed(Float32Check::checkSums))
        .and("MINIMUM", "is least where the target is met", MinimumCheck::check)
        .and("RESPONSE", "has a response of the prediction's shape", LossClauses::response)
        .list();
  }

  private static void targets(Loss loss, Findings findings) {
    if (LossCase.of(loss).isEmpty()) {
      findings.error(
          "it takes neither a number nor classes as target: %s",
          String.join("; ", LossCase.refusals(loss)));
    }
  }

  private static void shapes(Loss loss, Findings findings) {
    for (LossCase each : LossCase.of(loss)) {
      Shape shape = each.withTargets().formula().shape();
      if (!shape.equals(Shape.batch(1))) {
        findings.error("for %s one value per row was expected, but %s came", each.kind(), shape);
      }
    }
  }

  private static void rows(Loss loss, Findings findings) {
    LossCase.of(loss).forEach(each -> RowCheck.check(each.withTargets(), findings));
  }

  private static void response(Loss loss, Findings findings) {
    for (LossCase each : LossCase.of(loss)) {
      Shape shape = each.response().formula().shape();
      if (!shape.equals(Shape.batch(each.outputs()))) {
        findings.error(
            "for %s a response of %s columns was expected, but %s came",
            each.kind(), each.outputs(), shape);
      } else {
        ExtremesCheck.checkLarge(each.response(), findings);
      }
    }
  }

  private static BiConsumer<Loss, Findings> fixed(BiConsumer<Subject, Findings> check) {
    return (loss, findings) -> {
      for (LossCase each : LossCase.of(loss)) {
        each.fixed().forEach(subject -> check.accept(subject, findings));
      }
    };
  }
}
