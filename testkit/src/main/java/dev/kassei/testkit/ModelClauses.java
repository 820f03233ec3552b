package dev.kassei.testkit;

import dev.kassei.api.Model;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Rows;
import dev.kassei.api.expr.Shape;
import dev.kassei.api.value.ContractException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/** What networks promise: with the number of outputs fixed, a network is a layer. */
final class ModelClauses {
  private static final int FEATURES = 4;

  /** Images of so many lines and pixels in a line are tried where rows of features do not fit. */
  private static final int SIDE = 28;

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
        Shape shape = Case.of(model).apply(outputs).shape();
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
    subject(model)
        .filter(subject -> !subject.isSmall())
        .ifPresent(
            subject ->
                findings.warning(
                    "of %s features a value has %s numbers per row; values are checked up to %s, so"
                        + " nothing is known of these",
                    subject.width(), subject.widest(), Subject.LARGEST));
  }

  private static void leaves(Model model, Findings findings) {
    subject(model).ifPresent(subject -> LeafCheck.check(subject, findings));
  }

  private static BiConsumer<Model, Findings> on(BiConsumer<Subject, Findings> check) {
    return (model, findings) ->
        subject(model)
            .filter(Subject::hasValues)
            .ifPresent(subject -> check.accept(subject, findings));
  }

  /** The network with the first number of outputs that it takes. */
  private static Optional<Subject> subject(Model model) {
    Case input = Case.of(model);
    return IntStream.rangeClosed(1, MOST_OUTPUTS)
        .filter(input::takes)
        .mapToObj(outputs -> Subject.of(x -> input.apply(x, outputs), input.features()))
        .findFirst();
  }

  /**
   * What a network is applied to.
   *
   * @param features of a row; those of an image stand in height, width, channels
   * @param rows the rows of the network's input
   */
  private record Case(Model model, int features, Rows rows) {
    /** Rows of features, or else images. */
    static Case of(Model model) {
      var plain = new Case(model, FEATURES, Rows.BATCH);
      var images = new Case(model, SIDE * SIDE, Rows.BATCH.times(SIDE, SIDE));
      boolean isPlain = IntStream.rangeClosed(1, MOST_OUTPUTS).anyMatch(plain::takes);
      boolean isOfImages = IntStream.rangeClosed(1, MOST_OUTPUTS).anyMatch(images::takes);
      return isPlain || !isOfImages ? plain : images;
    }

    Expr apply(int outputs) {
      return apply(Subject.input(features), outputs);
    }

    Expr apply(Expr x, int outputs) {
      Expr input = x.reshape(new Shape(rows, features / rows.count()));
      return ContractException.returned(model.apply(input, outputs), model, "apply");
    }

    boolean takes(int outputs) {
      try {
        return apply(outputs).shape().equals(Shape.batch(outputs));
      } catch (RuntimeException e) {
        return false;
      }
    }
  }
}
