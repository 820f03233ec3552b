package dev.kassei.testkit;

import dev.kassei.api.Layer;
import java.util.List;
import java.util.function.BiConsumer;

/** What layers promise in inference: as activations, but sums of inputs may be large and cancel. */
final class LayerClauses {
  private LayerClauses() {}

  static List<Clause<Layer>> all() {
    return new Clauses<Layer>()
        .and("SHAPES", "gives one row for each row", in(ShapeCheck::check))
        .and("LEAVES", "names its parameters by the layer's path", in(LeafCheck::check))
        .and("PURITY", "gives the same formula and bits each time", on(PurityCheck::check))
        .and("EXTREMES", "is finite for large inputs", on(ExtremesCheck::checkLarge))
        .and("NAN", "passes NaN on within the row", on(NanCheck::check))
        .and("GRADIENT", "has the derivative of its value", on(GradientCheck::check))
        .and("KINKS", "has a usable derivative at kinks", on(KinkCheck::check))
        .and("ROWS", "treats each row alone", on(RowCheck::check))
        .and("FLOAT32", "is nearly the same in float32", on(Float32Check::checkSums))
        .list();
  }

  private static BiConsumer<Layer, Findings> in(BiConsumer<Layer, Findings> check) {
    return (layer, findings) -> check.accept(Positioned.of(layer), findings);
  }

  /** Silent where there are no values to be had, which {@code SHAPES} reports. */
  private static BiConsumer<Layer, Findings> on(BiConsumer<Subject, Findings> check) {
    return (layer, findings) ->
        Subject.of(Positioned.of(layer))
            .filter(Subject::isCheckable)
            .ifPresent(subject -> check.accept(subject, findings));
  }
}
