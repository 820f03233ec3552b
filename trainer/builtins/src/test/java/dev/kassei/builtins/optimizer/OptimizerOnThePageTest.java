package dev.kassei.builtins.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Gradients;
import dev.kassei.api.Optimizer;
import dev.kassei.api.OptimizerStep;
import dev.kassei.api.ParameterRole;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Interpreter;
import dev.kassei.api.expr.Mode;
import dev.kassei.api.expr.Shape;
import dev.kassei.testkit.OptimizerContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.example.UnitDescent;
import org.junit.jupiter.api.Test;

/** The optimizer of docs/writing-a-plugin.md that sees all gradients stands there, and is right. */
class OptimizerOnThePageTest implements OptimizerContract {
  private static final Path PAGE = Path.of("..", "..", "docs", "writing-a-plugin.md");
  private static final Path SOURCE =
      Path.of("src", "test", "java", "org", "example", "UnitDescent.java");

  @Override
  public Stream<Optimizer> optimizers() {
    return Stream.of(new UnitDescent());
  }

  @Test
  void thePageShowsTheSource() throws IOException {
    assertThat(Files.readString(PAGE))
        .contains("```java source UnitDescent\n" + Files.readString(SOURCE) + "```\n");
  }

  @Test
  void theNormIsOfAllGradientsAndBiasesDoNotDecay() {
    Expr weight = Expr.input("w", Shape.fixed(1, 1));
    Expr gradient = Expr.input("g", Shape.fixed(1, 1));
    Expr other = Expr.input("h", Shape.fixed(1, 1));
    var all = new Gradients(List.of(gradient, other));
    var optimizer = new UnitDescent(0.1, 0.5);
    assertThat(next(optimizer.update(weight, gradient, step(ParameterRole.WEIGHTS, all))))
        .isEqualTo(2 - (3 / (5 + 1e-12) + 2 * 0.5) * 0.1);
    assertThat(next(optimizer.update(weight, gradient, step(ParameterRole.BIAS, all))))
        .isEqualTo(2 - 3 / (5 + 1e-12) * 0.1);
  }

  private static OptimizerStep step(ParameterRole role, Gradients all) {
    return new OptimizerStep(Expr.rate(), Expr.stepNumber(), role, all);
  }

  private static double next(Expr formula) {
    return new Interpreter(1, Mode.TRAINING)
        .with("w", 2)
        .with("g", 3)
        .with("h", 4)
        .step(0.1, 1)
        .value(formula)[0];
  }
}
