package dev.kassei.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Precision;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Mode;
import dev.kassei.api.expr.Shape;
import dev.kassei.engine.Programs;
import dev.kassei.engine.graph.Graph;
import dev.kassei.engine.graph.GraphBuilder;
import dev.kassei.engine.graph.Node;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("vectors")
class KernelChoiceTest {
  private static final long LONG = Long.MAX_VALUE;
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @Test
  void scalarPlansStayScalar() {
    KernelChoice choice = choice(Execution.SCALAR, 1000, 1, 1);

    assertThat(choice.wantsVectors(LONG)).isFalse();
    assertThat(choice.isUndecided()).isFalse();
  }

  @Test
  void vectorPlansStartWithVectorsHoweverSmall() {
    KernelChoice choice = choice(Execution.VECTOR, 1, 1, 1);

    assertThat(choice.wantsVectors(0)).isTrue();
    assertThat(choice.isUndecided()).isFalse();
  }

  /** 64 values in all rows and lanes are few. */
  @ParameterizedTest
  @CsvSource({"64, 1, 1", "8, 8, 1", "2, 8, 4", "1, 1, 64"})
  void smallPlansChangeOverWhenTheyHaveRunForAQuarterOfASecond(int width, int rows, int lanes) {
    KernelChoice choice = choice(Execution.AUTO, width, rows, lanes);

    assertThat(choice.isUndecided()).isTrue();
    assertThat(choice.wantsVectors(250_000_000)).isFalse();
    assertThat(choice.wantsVectors(250_000_001)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"65, 1, 1", "13, 5, 1", "5, 1, 13"})
  void largerPlansStartWithVectors(int width, int rows, int lanes) {
    KernelChoice choice = choice(Execution.AUTO, width, rows, lanes);

    assertThat(choice.wantsVectors(0)).isTrue();
    assertThat(choice.isUndecided()).isFalse();
  }

  @Test
  void gradualPlansStartScalarHoweverLarge() {
    KernelChoice choice = choice(Execution.GRADUAL, 1000, 1000, 1);

    assertThat(choice.isUndecided()).isTrue();
    assertThat(choice.wantsVectors(LONG)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"FLOAT64, 8", "FLOAT32, 16"})
  void operationsOfOneVectorStayScalarUnlessVectorsAreForced(Precision precision, int numbers) {
    assertThat(isScalar(precision, Execution.AUTO, numbers)).isTrue();
    assertThat(isScalar(precision, Execution.AUTO, numbers + 1)).isFalse();
    assertThat(isScalar(precision, Execution.VECTOR, 1)).isFalse();
  }

  @Test
  void aSumIsAsLargeAsWhatItAddsUp() {
    Graph graph = graph(Expr.input("x", Shape.batch(100)).rowSum());
    KernelChoice choice = new KernelChoice(options(Precision.FLOAT64, Execution.AUTO, 1), graph, 1);
    Node sum = graph.nodes().get(graph.nodes().size() - 1);

    assertThat(choice.choose(graph, new Group(List.of(), List.of(sum)), 1, 1))
        .isNotSameAs(choice.scalar());
  }

  /** x + 0 is 0 for −0, x · 0 and x − x are NaN for infinities; whatever computes them. */
  @ParameterizedTest
  @EnumSource
  void allKernelsKeepSignsOfZerosAndNaN(Execution execution) {
    double[] numbers = new double[40];
    double[] special = {-0.0, 0.0, Double.NaN, INFINITY, -INFINITY};
    Arrays.setAll(numbers, i -> special[i % special.length]);
    Expr x = Expr.input("x", Shape.batch(numbers.length));

    assertBits(execution, x.plus(0), numbers, a -> a + 0.0);
    assertBits(execution, x.minus(0), numbers, a -> a);
    assertBits(execution, x.minus(-0.0), numbers, a -> a + 0.0);
    assertBits(execution, x.times(1), numbers, a -> a);
    assertBits(execution, x.times(0), numbers, a -> a * 0.0);
    assertBits(execution, x.minus(x), numbers, a -> Double.isFinite(a) ? 0.0 : Double.NaN);
    assertBits(execution, x.negate(), numbers, a -> -a);
    assertBits(execution, x.negate().negate(), numbers, a -> a);
    assertBits(execution, Expr.constant(0).minus(x), numbers, a -> 0.0 - a);
    assertBits(execution, x.max(0), numbers, a -> Math.max(a, 0.0));
    assertBits(execution, x.min(0), numbers, a -> Math.min(a, 0.0));
    assertBits(execution, x.sign(), numbers, Math::signum);
    assertBits(execution, x.abs(), numbers, Math::abs);
  }

  private static void assertBits(
      Execution execution, Expr formula, double[] x, DoubleUnaryOperator expected) {
    for (Precision precision : Precision.values()) {
      var plan = new Plan(List.of(Programs.inference(formula)), options(precision, execution, 1));
      plan.inputs("x", 0, x, 0, 1);
      plan.run(Entry.PREDICT, 1);

      assertThat(bits(Arrays.stream(plan.output(Programs.RESPONSE, 0, 1))))
          .as("%s in %s", formula, precision)
          .isEqualTo(bits(Arrays.stream(x).map(expected)));
    }
  }

  /** Of which a NaN has any. */
  private static long[] bits(DoubleStream numbers) {
    return numbers.mapToLong(Double::doubleToLongBits).toArray();
  }

  private static boolean isScalar(Precision precision, Execution execution, int numbers) {
    Graph graph = graph(Expr.input("x", Shape.batch(numbers)).exp());
    var choice = new KernelChoice(options(precision, execution, 1), graph, 1);
    return choice.choose(graph, new Group(List.of(), List.of(graph.nodes().get(1))), 1, 1)
        == choice.scalar();
  }

  private static KernelChoice choice(Execution execution, int width, int rows, int lanes) {
    Graph graph = graph(Expr.input("x", Shape.batch(width)).exp());
    return new KernelChoice(options(Precision.FLOAT64, execution, rows), graph, lanes);
  }

  private static PlanOptions options(Precision precision, Execution execution, int rows) {
    return PlanOptions.of(precision, rows).by(execution);
  }

  private static Graph graph(Expr formula) {
    var graph = new GraphBuilder();
    graph.add(formula, Mode.INFERENCE);
    return graph.build();
  }
}
