package org.example;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kassei.api.Activation;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.Mode;
import dev.kassei.testkit.ActivationContract;
import dev.kassei.engine.FormulaFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MyMishTest implements ActivationContract {
  @Override
  public Stream<Activation> activations() {
    return Stream.of(new MyMish(), new MyMish(0.5), new MyMish(100));
  }

  /** With beta 1 it is Mish. */
  @Test
  void hasKnownValues() {
    var mish = FormulaFunction.of(new MyMish(), 1, Precision.FLOAT64, Mode.INFERENCE);
    double[] expected = {-0.30340146137410895, 0, 0.8650983882673103};
    assertArrayEquals(expected, mish.value(new double[] {-1, 0, 1}), 1e-15);
  }

  @Test
  void refusesABendThatIsNone() {
    assertThrows(IllegalArgumentException.class, () -> new MyMish(0));
  }
}
