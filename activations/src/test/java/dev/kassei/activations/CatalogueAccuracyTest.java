package dev.kassei.activations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Precision;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every activation of the catalogue against the formula that its paper prints. An input is exact
 * only to its last bit, so where a relative change of the input changes the result more than
 * fourfold, the allowance grows with that factor.
 */
class CatalogueAccuracyTest {
  private static final double UNITS = 8;

  static Stream<PaperFormula> formulas() {
    return PaperFormula.all();
  }

  @Test
  void everyActivationHasAFormula() {
    assertThat(Catalogue.all().map(Catalogue::name).filter(name -> !name.equals("formula")))
        .isSubsetOf(formulas().map(PaperFormula::name).toList());
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void valueIsWithinEightUnits(PaperFormula formula) {
    assertWithinUnits(formula.valueErrors());
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void slopeIsWithinEightUnits(PaperFormula formula) {
    assertWithinUnits(formula.slopeErrors());
  }

  private static void assertWithinUnits(List<UnitError> errors) {
    assertThat(errors)
        .filteredOn(UnitError::isWellConditioned)
        .isNotEmpty()
        .allSatisfy(error -> assertThat(error.units()).isLessThanOrEqualTo(UNITS));
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void float32IsNearlyTheSame(PaperFormula formula) {
    assertNear(formula.input(), formula.values(), formula.values(Precision.FLOAT32));
    assertNear(formula.input(), formula.slopes(), formula.slopes(Precision.FLOAT32));
  }

  /** The tolerance of the contract: what 8 units in the last place of the input make, and a bit. */
  private static void assertNear(double[] x, PaperFormula.Column exact, double[] found) {
    for (int i = 0; i < found.length; i++) {
      double rounded = (float) exact.numbers()[i];
      double allowed = 1e-6 + (1e-5 + exact.conditions()[i] * 0x1p-20) * Math.abs(rounded);
      assertThat(found[i] == rounded || Math.abs(found[i] - rounded) <= allowed)
          .as("%s instead of %s at %s", found[i], rounded, x[i])
          .isTrue();
    }
  }
}
