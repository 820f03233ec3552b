package dev.kassei.testkit;

import dev.kassei.api.Model;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Shape;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/** What networks promise: with the number of outputs fixed, a network is a layer. */
final class ModelClauses {
  private static final int FEATURES = 4;
  private static final int MOST_OUTPUTS = 4;

  private ModelClauses() {}

  static List<Clause<Model>> all() {
    return new Clauses<Model>()
        .and("SHAPES", "gives as many columns as are asked for", ModelClauses::shapes)
        .and("PURITY", "gives the same formula and bits each time", on(PurityCheck::check))
        .and("LEAVES", "names its parameters by its own path", ModelClauses::leaves)
        .and("EXTREMES", "is finite for large inputs", on(ExtremesCheck::checkLarge))
        .and("NAN", "passes NaN on within the row", on(NanCheck::check))
        .and("GRADIENT", "has the derivative of its value", on(GradientCheck::check))
        .and("KINKS", "has a usable derivative at kinks", on(KinkCheck::check))
        .and("ROWS", "treats each row alone", on(RowCheck::check))
        .and("FLOAT32", "is nearly the same in float32", on(Float32Check::checkSums))
        .list();
  }

  private static void shapes(Model model, Findings findings) {
    String refusal = "";
    int built = 0;
    for (int outputs = 1; outputs <= MOST_OUTPUTS; outputs++) {
      try {
        Shape shape = model.apply(Subject.input(FEATURES), outputs).shape();
        built++;
        if (!shape.equals(Shape.batch(outputs))) {
          findings.error("%s columns were asked for, but %s came", outputs, shape);
        }
      } catch (IllegalArgumentException e) {
        refusal = String.valueOf(e.getMessage());
      }
    }
    if (built == 0) {
      findings.error(
          "it cannot be built for %s features and 1 to %s outputs: %s",
          FEATURES, MOST_OUTPUTS, refusal);
    }
  }

  private static void leaves(Model model, Findings findings) {
    subject(model).ifPresent(subject -> LeafCheck.check(subject.layer(), findings));
  }

  private static BiConsumer<Model, Findings> on(BiConsumer<Subject, Findings> check) {
    return (model, findings) ->
        subject(model).ifPresent(subject -> check.accept(subject, findings));
  }

  /** The network with the first number of outputs that it takes. */
  private static Optional<Subject> subject(Model model) {
    return IntStream.rangeClosed(1, MOST_OUTPUTS)
        .filter(outputs -> takes(model, outputs))
        .mapToObj(outputs -> Subject.of(x -> model.apply(x, outputs), FEATURES))
        .findFirst();
  }

  private static boolean takes(Model model, int outputs) {
    try {
      Expr prediction = model.apply(Subject.input(FEATURES), outputs);
      return prediction.shape().equals(Shape.batch(outputs));
    } catch (RuntimeException e) {
      return false;
    }
  }
}
