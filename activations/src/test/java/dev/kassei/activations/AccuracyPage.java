package dev.kassei.activations;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The page of measured errors, as it has to stand in {@code docs}. */
final class AccuracyPage {
  /** How it is written anew. */
  static final String COMMAND =
      "mvn -Dquick -pl activations -am test -Dtest=AccuracyPageTest -Dpage=write"
          + " -Dsurefire.failIfNoSpecifiedTests=false";

  private static final String HEAD =
      """
      # Accuracy of the activations

      <!-- Written by %s -->

      Errors are in units in the last place of the exact result (ulp), in float64. A relative change of the
      input by ε changes the result by κ·ε, with the condition number κ = |x·f′(x) / f(x)| for the value and
      |x·f″(x) / f′(x)| for the derivative; no algorithm can be much better than κ/2 ulp for an input that
      is itself rounded. So the promise, which `CatalogueAccuracyTest` keeps for every activation, is:

      **where κ ≤ 4, value and derivative are within 8 ulp.**

      The exact numbers are those of the formulas that the papers print, not of ours, computed with 900 digits by
      `activations/src/test/resources/reference/paper_activations.py` in the source checkout at about 150 points
      each: from ±10⁻³⁰ to ±10¹⁸, dense from −8 to 8, and beside the kinks. At the same points float32
      gives the float64 result within the tolerance of the contract, which is 8 units of the *input*.

      Numbers that an input is subtracted from or that are trained are inputs, too, where the terms of a sum cancel:
      for `laplace`, `pau`, `sinlu`, `tanhsoft_2` and `xielu` κ is the largest of all of them.

      ## Measured

      The largest errors: in ulp where κ ≤ 4, in ulp/κ beyond.

      | activation | value | derivative | value, κ > 4 | derivative, κ > 4 |
      |------------|-------|------------|--------------|-------------------|
      """
          .formatted(COMMAND);

  private static final String TAIL =
      """

      Without an entry there is no such point. Beyond κ = 4 are the exponential tails, the neighbourhood of zeros,
      and sines of large angles. `snake`'s derivative is 1 + sin(2x), which has a double zero at −π/4, where the digits
      of the 1 cancel.

      ## At other points

      The points above are a sample. At 1,300 random ones for each activation the promise held but
      for the derivatives of `pflu` and `fpflu` (9.5 ulp), `phish` (9), `mish` (8.6), `tanhsoft_2` (8.2), and both forms of
      `pau` (8.9 and 10.3), all where terms of opposite sign leave a fifth of them or less. At 60,000 points of a few
      activations, `mish` had 11.5 and `gelu` 9.4.

      ## Against PyTorch 2.6

      Values and derivatives agree within 10⁻¹², relative or absolute, at 59 points from −1000 to 1000, kinks
      included, but for three peculiarities of PyTorch:

      - softplus returns x where beta·x > 20, which is up to 2·10⁻⁹ less; its derivative is 1 there.
      - hard sigmoid has 1/6 rounded to float32 as its derivative, also in float64: 5·10⁻⁹ more.
      - hard swish has −0.5 as its derivative at −3, the slope from the right. Ours is 0, the value of the
        gate, since the derivative of clip is 0 at both ends. Both lie between the slopes of the two sides.

      ## A corrected reference number

      A second set of exact numbers, `mpmath_activations.json` with 47 points between −745 and 745, is kept to
      tighter bounds by `AccuracyTest`: 4 ulp for values and 8 for derivatives where κ ≤ 4, and 2κ beyond. It came
      with 0 for the tanh form of GELU, its first and its second derivative
      at −20 (the second also at 20). The digits it was computed with did not hold 1 + tanh(−301). With 800
      digits the value is −3.3754509563109673·10⁻²⁶¹ and the derivative −2.9424328724945027·10⁻²⁵⁹; the copy
      among the test resources has these and says so.
      """;

  private AccuracyPage() {}

  static String text() {
    return PaperFormula.all().map(AccuracyPage::row).collect(Collectors.joining("", HEAD, TAIL));
  }

  private static String row(PaperFormula formula) {
    List<UnitError> values = formula.valueErrors();
    List<UnitError> slopes = formula.slopeErrors();
    return "| %s | %s | %s | %s | %s |\n"
        .formatted(formula.name(), units(values), units(slopes), parts(values), parts(slopes));
  }

  private static String units(List<UnitError> errors) {
    return largest(errors, UnitError::isWellConditioned, UnitError::units);
  }

  private static String parts(List<UnitError> errors) {
    return largest(
        errors, error -> !error.isWellConditioned(), error -> error.units() / error.condition());
  }

  private static String largest(
      List<UnitError> errors, Predicate<UnitError> chosen, ToDoubleFunction<UnitError> size) {
    return errors.stream()
        .filter(chosen)
        .mapToDouble(size)
        .boxed()
        .max(Double::compare)
        .map(largest -> String.format(Locale.ROOT, "%.1f", largest))
        .orElse("");
  }
}
