package org.example;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.FormulaPrinter;
import dev.kassei.api.expr.Shape;
import dev.kassei.testkit.Kits;

/** Uses what Kassei promises from outside: an activation of one's own, its formula and its contract. */
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

  /** Prints the formula. */
  public static void main(String[] arguments) {
    var findings = Kits.ACTIVATION.check(new SquaredTanh());
    if (!findings.isEmpty()) {
      throw new IllegalStateException(findings.toString());
    }
    System.out.println(FormulaPrinter.text(new SquaredTanh().apply(Expr.input("x", Shape.batch(1)))));
  }
}
