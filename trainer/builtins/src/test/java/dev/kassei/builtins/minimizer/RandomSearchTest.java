package dev.kassei.builtins.minimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RandomSearchTest {
  @Test
  void theLossNeverRises() {
    var problem = new Problem(Problem::rosenbrock, -1.2, 1);
    double before = problem.loss();
    for (int step = 0; step < 200; step++) {
      problem.minimize(new RandomSearch(), 1);
      assertThat(problem.loss()).isLessThanOrEqualTo(before);
      before = problem.loss();
    }
    assertThat(before).isLessThan(0.1);
  }

  @Test
  void impossibleHyperparametersAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RandomSearch(0.1, 0))
        .withMessage("samples must be from 1 to 1000000 but was 0");
  }
}
