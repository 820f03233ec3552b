package dev.kassei.api.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Depth is bounded by memory, not by the stack, and sharing keeps everything linear. */
class DeepFormulasTest {
  private static final Expr X = Expr.input("x", Shape.batch(1));

  @Test
  void gradientOfDeepChainIsComputed() {
    Expr gradient = Gradient.derivative(chain(100_000), X);
    assertThat(Interpreter.at(gradient, 0.5)).isEqualTo(0.5);
  }

  @Test
  void gradientOfDeepChainBehindABranchIsComputed() {
    Expr y = Expr.where(X.greaterThan(0), chain(100_000), X);
    assertThat(Interpreter.at(Gradient.derivative(y, X), 0.5)).isEqualTo(0.5);
  }

  @Test
  void deepChainIsPrinted() {
    Expr deep = chain(100_000);
    assertThat(FormulaPrinter.text(deep))
        .startsWith("----")
        .endsWith("-(x * 0.5)")
        .hasSize(100_009);
    assertThat(deep.toString()).hasSize(200).endsWith("…");
    assertThat(LatexPrinter.latex(deep)).contains("x \\cdot 0.5");
  }

  @Test
  void sharedPartsArePrintedOnce() {
    Expr y = X;
    for (int i = 0; i < 1_000; i++) {
      y = y.exp().plus(y);
    }
    String text = FormulaPrinter.text(y);
    assertThat(text)
        .startsWith("t1 = exp(x) + x; t2 = exp(t1) + t1; t3 = ")
        .hasSizeLessThan(32_000);
    assertThat(y.toString()).hasSize(200);
    assertThat(LatexPrinter.latex(y)).hasSizeLessThan(100_000);
  }

  @Test
  void gradientOfSharedPartsIsLinear() {
    Expr y = X;
    for (int i = 0; i < 1_000; i++) {
      y = y.sin().plus(y.times(0.5));
    }
    int size = Traversal.operandsFirst(List.of(Gradient.derivative(y, X))).size();
    assertThat(size).isLessThan(10_000);
  }

  @Test
  void repeatedSquaresArePrinted() {
    Expr y = X;
    for (int i = 0; i < 100; i++) {
      y = y.square();
    }
    assertThat(FormulaPrinter.text(y)).startsWith("(((").endsWith(")^64)^64)^64");
  }

  /** Half of x, negated an even number of times. */
  private static Expr chain(int depth) {
    Expr y = X.times(0.5);
    for (int i = 0; i < depth; i++) {
      y = y.negate();
    }
    return y;
  }
}
