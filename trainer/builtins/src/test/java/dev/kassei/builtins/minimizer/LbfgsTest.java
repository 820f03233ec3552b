package dev.kassei.builtins.minimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.fixtures.ReferenceVectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class LbfgsTest {
  private static final JsonNode REFERENCE = ReferenceVectors.tree("torch_lbfgs");
  private static final double[] X = ReferenceVectors.numbers(REFERENCE.get("x"));
  private static final double[] Y = ReferenceVectors.numbers(REFERENCE.get("y"));

  static List<JsonNode> references() {
    var cases = new ArrayList<JsonNode>();
    REFERENCE.get("cases").forEach(cases::add);
    return cases;
  }

  @ParameterizedTest
  @MethodSource("references")
  void stepsAgreeWithPyTorch(JsonNode reference) {
    boolean isValley = reference.get("problem").asString().equals("rosenbrock");
    var problem =
        new Problem(
            isValley ? Problem::rosenbrock : LbfgsTest::logistic,
            ReferenceVectors.numbers(reference.get("init")));
    Lbfgs lbfgs = lbfgs(reference.get("options"));
    for (JsonNode expected : reference.get("expected")) {
      problem.minimize(lbfgs, 1);
      assertThat(problem.parameters())
          .containsExactly(ReferenceVectors.numbers(expected), within(1e-10));
    }
  }

  private static Lbfgs lbfgs(JsonNode options) {
    return new Lbfgs(
        options.path("lr").asDouble(1),
        options.path("max_iter").asInt(20),
        options.path("tolerance_grad").asDouble(1e-7),
        options.path("tolerance_change").asDouble(1e-9),
        options.path("history_size").asInt(100));
  }

  /** The mean of softplus(−y·(w·x + b)). */
  private static double logistic(double[] parameters, double[] gradient) {
    Arrays.fill(gradient, 0);
    double loss = 0;
    for (int row = 0; row < Y.length; row++) {
      double z = parameters[4];
      for (int i = 0; i < 4; i++) {
        z += parameters[i] * X[4 * row + i];
      }
      double power = StrictMath.exp(-Y[row] * z);
      loss += StrictMath.log1p(power) / Y.length;
      double slope = -Y[row] * power / (1 + power) / Y.length;
      for (int i = 0; i < 4; i++) {
        gradient[i] += slope * X[4 * row + i];
      }
      gradient[4] += slope;
    }
    return loss;
  }

  @Test
  void aValleyIsDescendedToItsEnd() {
    var problem = new Problem(Problem::rosenbrock, -1.2, 1, -1.2, 1, -1.2, 1, -1.2, 1);
    boolean continues = problem.minimize(new Lbfgs(1, 20, 1e-9, 0, 10), 50);

    assertThat(continues).as("a minimum is recognised").isFalse();
    assertThat(problem.parameters())
        .containsExactly(new double[] {1, 1, 1, 1, 1, 1, 1, 1}, within(1e-9));
  }

  @Test
  void aSearchComesBackFromWhereTheLossIsNoNumber() {
    // −log(1 − x²) is defined for |x| < 1 alone, and the first distance leads out of it
    Problem.Function barrier =
        (x, gradient) -> {
          gradient[0] = 2 * x[0] / (1 - x[0] * x[0]);
          return -StrictMath.log(1 - x[0] * x[0]);
        };
    var problem = new Problem(barrier, 0.999);
    problem.minimize(new Lbfgs(1000, 20, 1e-9, 0, 10), 5);

    assertThat(problem.parameters()[0]).isCloseTo(0, within(1e-6));
  }

  @Test
  void impossibleHyperparametersAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Lbfgs(0, 20, 1e-7, 1e-9, 100))
        .withMessage("learning_rate must be positive but was 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Lbfgs(1, 20, 1e-7, 1e-9, 0))
        .withMessage("history_size must be from 1 to 10000 but was 0");
  }
}
