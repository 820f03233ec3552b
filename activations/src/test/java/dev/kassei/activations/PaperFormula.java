package dev.kassei.activations;

import dev.kassei.activations.gated.EisOne;
import dev.kassei.activations.gated.Gelu;
import dev.kassei.activations.gated.SwiGlu;
import dev.kassei.activations.rectified.RRelu;
import dev.kassei.activations.rectified.Selu;
import dev.kassei.activations.shrinking.HardShrink;
import dev.kassei.activations.sigmoidal.Elliott;
import dev.kassei.activations.sigmoidal.HardTanh;
import dev.kassei.activations.trainable.Pau;
import dev.kassei.api.Activation;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Mode;
import dev.kassei.engine.FormulaFunction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A formula that a paper prints, and its numbers, from {@code reference/paper_activations.py}: they
 * were computed with 900 digits. A function of rows is one of the value at {@code x} in a row, for
 * its first column. Trainable numbers have their first values.
 */
final class PaperFormula {
  private static final String X = "x";

  /** Those that are no plugin's defaults. */
  private static final Map<String, Activation> VARIANTS =
      Map.of(
          "eis_1, signed", new EisOne(EisOne.Denominator.SIGNED),
          "elliott, symmetric", new Elliott(true),
          "gelu, sigmoid", new Gelu(Gelu.Approximation.SIGMOID),
          "hard_shrink, two thresholds", new HardShrink(0.5, Optional.of(-1.0), Optional.empty()),
          "hard_tanh, bound 2", new HardTanh(-1, 1, Optional.of(2.0)),
          "pau, absolute_of_sum", new Pau(Pau.Denominator.ABSOLUTE_OF_SUM),
          "rrelu, divisor", new RRelu(1.0 / 8, 1.0 / 3, RRelu.Draw.DIVISOR),
          "selu, other numbers", new Selu(1.5, 2),
          "swiglu, beta 2", new SwiGlu(2));

  private final ReferenceNumbers entry;

  private PaperFormula(ReferenceNumbers entry) {
    this.entry = entry;
  }

  static Stream<PaperFormula> all() {
    return ReferenceNumbers.read("paper_activations").elements().map(PaperFormula::new);
  }

  String name() {
    return entry.get("name").text();
  }

  private Activation activation() {
    return VARIANTS.containsKey(name()) ? VARIANTS.get(name()) : Catalogue.named(name());
  }

  double[] input() {
    return entry.get("input").numbers();
  }

  Column values() {
    return column("expected", "condition");
  }

  Column slopes() {
    return column("expected_grad", "grad_condition");
  }

  private Column column(String numbers, String conditions) {
    return new Column(entry.get(numbers).numbers(), entry.get(conditions).numbers());
  }

  /** The errors of the values, each with its place. */
  List<UnitError> valueErrors() {
    return UnitError.list(input(), values(), values(Precision.FLOAT64));
  }

  /** The errors of the derivatives, each with its place. */
  List<UnitError> slopeErrors() {
    return UnitError.list(input(), slopes(), slopes(Precision.FLOAT64));
  }

  double[] values(Precision precision) {
    return values(precision, input());
  }

  double[] values(Precision precision, double[] input) {
    FormulaFunction function = function(precision);
    return everyNth(function.value(rows(input)), function.outputs(), 0);
  }

  double[] slopes(Precision precision) {
    return slopes(precision, input());
  }

  double[] slopes(Precision precision, double[] input) {
    FormulaFunction function = function(precision);
    double[] seed = new double[input.length * function.outputs()];
    for (int i = 0; i < seed.length; i += function.outputs()) {
      seed[i] = 1;
    }
    return everyNth(function.gradient(rows(input), seed), template().size(), place());
  }

  private FormulaFunction function(Precision precision) {
    return FormulaFunction.of(activation(), template().size(), precision, Mode.INFERENCE);
  }

  /** The input, each value in its row. */
  private double[] rows(double[] input) {
    List<ReferenceNumbers> template = template();
    double[] rows = new double[input.length * template.size()];
    for (int i = 0; i < rows.length; i++) {
      ReferenceNumbers number = template.get(i % template.size());
      rows[i] = isPlace(number) ? input[i / template.size()] : number.number();
    }
    return rows;
  }

  private List<ReferenceNumbers> template() {
    return entry.get("row").elements().toList();
  }

  private int place() {
    List<ReferenceNumbers> template = template();
    int place = 0;
    while (!isPlace(template.get(place))) {
      place++;
    }
    return place;
  }

  private static boolean isPlace(ReferenceNumbers number) {
    return X.equals(number.node());
  }

  private static double[] everyNth(double[] numbers, int n, int first) {
    double[] chosen = new double[numbers.length / n];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = numbers[i * n + first];
    }
    return chosen;
  }

  /** Exact numbers, and their relative changes for a small relative change of x. */
  record Column(double[] numbers, double[] conditions) {}

  @Override
  public String toString() {
    return name();
  }
}
