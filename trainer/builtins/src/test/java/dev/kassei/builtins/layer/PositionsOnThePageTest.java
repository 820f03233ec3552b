package dev.kassei.builtins.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.api.Layer;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Gradient;
import dev.kassei.api.expr.Interpreter;
import dev.kassei.api.expr.Mode;
import dev.kassei.api.expr.Rows;
import dev.kassei.api.expr.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.example.Neighbours;
import org.example.SelfAttention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The layers over positions in docs/writing-a-plugin.md stand there as they are, and are right. */
class PositionsOnThePageTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "writing-a-plugin.md");
  private static final Path SOURCES = Path.of("src", "test", "java", "org", "example");

  @ParameterizedTest
  @ValueSource(strings = {"Neighbours", "SelfAttention"})
  void thePageShowsTheSource(String name) throws IOException {
    String source = Files.readString(SOURCES.resolve(name + ".java"));

    assertThat(Files.readString(PAGE)).contains("```java source " + name + "\n" + source + "```\n");
  }

  @Test
  void eachPixelSeesItsNeighboursAndZerosBeyondTheEdge() {
    Expr image = Expr.input("x", new Shape(Rows.BATCH.times(2, 2), 1));
    double[] weights = {1, 2, 3, 4, 5, 6, 7, 8, 9};

    double[] y =
        new Interpreter(1, Mode.INFERENCE)
            .with("x", 0.01, 0.02, 0.03, 0.04)
            .with("weight", weights)
            .value(new Neighbours(1).apply(image));

    double upperLeft = 5 * 0.01 + 6 * 0.02 + 8 * 0.03 + 9 * 0.04;
    double lowerRight = 0.01 + 2 * 0.02 + 4 * 0.03 + 5 * 0.04;
    assertThat(y[0]).isCloseTo(StrictMath.tanh(upperLeft), within(1e-15));
    assertThat(y[3]).isCloseTo(StrictMath.tanh(lowerRight), within(1e-15));
  }

  @Test
  void attentionIsTheMeanOfTheValuesWeightedByTheirScores() {
    Expr sequence = Expr.input("x", new Shape(Rows.BATCH.times(2), 1));

    double[] y =
        new Interpreter(1, Mode.INFERENCE)
            .with("x", 1, 3)
            .with("query", 0.5)
            .with("key", 1)
            .with("value", 10)
            .value(new SelfAttention(1).apply(sequence));

    assertThat(y[0]).isCloseTo(10 + 20 / (1 + StrictMath.exp(0.5 - 1.5)), within(1e-14));
    assertThat(y[1]).isCloseTo(10 + 20 / (1 + StrictMath.exp(1.5 - 4.5)), within(1e-14));
  }

  @Test
  void gradientsAreDerived() {
    gradientIsRight(new Neighbours(2), new Shape(Rows.BATCH.times(3, 2), 2), List.of("weight"));
    gradientIsRight(
        new SelfAttention(3), new Shape(Rows.BATCH.times(4), 2), List.of("query", "key", "value"));
  }

  private static void gradientIsRight(Layer layer, Shape shape, List<String> weights) {
    Expr x = Expr.input("x", shape);
    Expr loss = layer.apply(x).square().sum();
    double[] values = numbers(2 * shape.rows().count() * shape.columns());
    var interpreter = new Interpreter(2, Mode.TRAINING).with("x", values);
    weights.forEach(name -> interpreter.with(name, numbers(name.equals("weight") ? 36 : 6)));
    Expr gradient = Gradient.of(loss, Expr.constant(1), List.of(x), Mode.TRAINING).get(0);
    double[] derived = interpreter.value(gradient);
    for (int i = 0; i < values.length; i++) {
      double middle = values[i];
      values[i] = middle + 1e-5;
      double above = interpreter.value(loss)[0];
      values[i] = middle - 1e-5;
      double below = interpreter.value(loss)[0];
      values[i] = middle;
      assertThat(derived[i]).isCloseTo((above - below) / 2e-5, within(1e-8));
    }
  }

  private static double[] numbers(int count) {
    double[] numbers = new double[count];
    Arrays.setAll(numbers, i -> StrictMath.sin(7.0 * i + count));
    return numbers;
  }
}
