package org.example;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.FormulaPrinter;
import dev.kassei.api.expr.Shape;
import dev.kassei.embed.Experiment;
import dev.kassei.embed.Kassei;
import dev.kassei.testkit.Finding;
import dev.kassei.testkit.Kits;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Uses what Kassei promises from outside: a plugin of one's own, its contract, and a training with it. */
public final class Consumer {
  private Consumer() {}

  /** The square of a tanh. */
  @PluginName("squared_tanh")
  public record SquaredTanh() implements Activation {
    @Override
    public Expr apply(Expr x) {
      return x.tanh().square();
    }
  }

  private static final double[][] X = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};

  /** Prints the formula, and what a network with it has learned. */
  public static void main(String[] arguments) {
    var findings = Kits.ACTIVATION.check(new SquaredTanh());
    if (findings.stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR)) {
      throw new IllegalStateException(findings.toString());
    }
    System.out.println(FormulaPrinter.text(new SquaredTanh().apply(Expr.input("x", Shape.batch(1)))));
    Experiment xor =
        Experiment.builder()
            .data(X, new int[] {0, 1, 1, 0})
            .model("mlp", Map.of("hidden", List.of(8), "activation", "squared_tanh"))
            .loss("binary_cross_entropy")
            .optimizer("adam")
            .epochs(20)
            .build();
    var model = Kassei.with(new SquaredTanh()).train(xor);
    System.out.println(model.digest() + " " + Arrays.deepToString(model.predict(X)));
  }
}
