package dev.kassei.builtins.minimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.builtins.minimizer.CmaEs.Covariance;
import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CmaEsTest {
  private static final CmaEs FULL = new CmaEs();
  private static final CmaEs DIAGONAL = new CmaEs(0.5, OptionalInt.empty(), Covariance.DIAGONAL);

  private static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Σ 10⁶ⁱᐟ⁽ⁿ⁻¹⁾·xᵢ². */
  private static double ellipsoid(double[] x, double[] gradient) {
    double loss = 0;
    for (int i = 0; i < x.length; i++) {
      loss += StrictMath.pow(10, 6.0 * i / (x.length - 1)) * x[i] * x[i];
    }
    return loss;
  }

  /** The ellipsoid of x turned by 45° in each plane of two neighbours. */
  private static double turned(double[] x, double[] gradient) {
    double[] y = x.clone();
    for (int i = 0; i + 1 < y.length; i++) {
      double left = y[i];
      double right = y[i + 1];
      y[i] = (left - right) * Math.sqrt(0.5);
      y[i + 1] = (left + right) * Math.sqrt(0.5);
    }
    return ellipsoid(y, gradient);
  }

  /**
   * Hansen's programs take about 5500 evaluations to 10⁻⁹ on Rosenbrock's valley in ten dimensions,
   * and 4500 on the ellipsoid.
   */
  @Test
  void illConditionedFunctionsAreLearned() {
    var valley = new Problem(Problem::rosenbrock, new double[10]);
    valley.minimize(FULL, 700);
    assertThat(valley.loss()).isLessThan(1e-9);
    assertThat(valley.evaluations()).isLessThan(7001 + 1);

    var ellipsoid = new Problem(CmaEsTest::turned, ones(10));
    ellipsoid.minimize(FULL, 600);
    assertThat(ellipsoid.loss()).isLessThan(1e-9);
  }

  @Test
  void aDiagonalIsEnoughWhereAxesAreThoseOfTheParameters() {
    var ellipsoid = new Problem(CmaEsTest::ellipsoid, ones(10));
    ellipsoid.minimize(DIAGONAL, 300);
    assertThat(ellipsoid.loss()).isLessThan(1e-9);
  }

  @Test
  void theConstantsAreThoseOfTheTutorial() {
    // table 1 in plain Python, for n = 10 and λ = 10
    var constants = CmaConstants.of(10, 10, false);
    assertThat(constants.muEff()).isCloseTo(3.1672992814107026, within(1e-12));
    assertThat(constants.cSigma()).isCloseTo(0.2844285879463675, within(1e-12));
    assertThat(constants.cC()).isCloseTo(0.29499038303562225, within(1e-12));
    assertThat(constants.c1()).isCloseTo(0.015283824524751714, within(1e-12));
    assertThat(Arrays.stream(constants.weights()).filter(w -> w > 0).sum())
        .isCloseTo(1, within(1e-12));
    assertThat(constants.cMu()).isCloseTo(0.023551776650417484, within(1e-12));
    assertThat(Arrays.stream(constants.weights()).filter(w -> w < 0).sum())
        .isCloseTo(-1.6489457144406465, within(1e-12));
    assertThat(constants.decay()).isCloseTo(1, within(1e-12));
  }

  @Test
  void aFullMatrixOfManyParametersIsRefused() {
    var problem = new Problem(Problem::rosenbrock, new double[1001]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FULL.step(problem))
        .withMessage(
            "cma_es adapts a full covariance matrix of at most 1000 parameters, but there are 1001;"
                + " write covariance: diagonal");
  }

  @Test
  void aLossThatIsNoNumberIsTheWorst() {
    Problem.Function half = (x, gradient) -> x[0] < 0 ? Double.NaN : x[0] * x[0] + x[1] * x[1];
    var problem = new Problem(half, 1, 1);
    problem.minimize(FULL, 200);
    assertThat(problem.parameters()[1]).isCloseTo(0, within(1e-3));
  }

  @Test
  void impossibleHyperparametersAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CmaEs(0, OptionalInt.empty(), Covariance.FULL))
        .withMessage("sigma must be positive but was 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CmaEs(1, OptionalInt.of(3), Covariance.FULL))
        .withMessage("population_size must be from 4 to 100000 but was 3");
  }
}
