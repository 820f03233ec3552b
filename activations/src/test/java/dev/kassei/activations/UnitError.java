package dev.kassei.activations;

import java.util.ArrayList;
import java.util.List;

/**
 * How far a number is from the exact one.
 *
 * @param x where
 * @param units in units in the last place of the exact number
 * @param condition the relative change of the number for a small relative change of x
 */
record UnitError(double x, double units, double condition) {
  /** Up to here a small change of x does not matter. */
  static final double WELL_CONDITIONED = 4;

  static List<UnitError> list(double[] x, PaperFormula.Column exact, double[] found) {
    var errors = new ArrayList<UnitError>();
    for (int i = 0; i < x.length; i++) {
      double units = units(exact.numbers()[i], found[i]);
      errors.add(new UnitError(x[i], units, exact.conditions()[i]));
    }
    return errors;
  }

  private static double units(double expected, double found) {
    return expected == found ? 0 : Math.abs(found - expected) / Math.ulp(expected);
  }

  boolean isWellConditioned() {
    return condition <= WELL_CONDITIONED;
  }
}
