package dev.kassei.api.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The records by which equal parts of formulas are found; they compare without generated code. */
final class ExprKeysTest {
  static Stream<List<Object>> differentKeys() {
    return Stream.of(
        List.of(Rows.BATCH, Rows.ONE, Rows.fixed(2), Rows.BATCH.times(2)),
        List.of(Shape.SCALAR, Shape.batch(1), Shape.batch(2), Shape.fixed(2, 1)),
        List.of(new Detail.Value(0.0), new Detail.Value(-0.0), new Detail.Value(Double.NaN)),
        List.of(Detail.NONE, new Detail.Name("a"), new Detail.Name("b")),
        List.of(
            parameter("a", Layout.PLAIN), parameter("b", Layout.PLAIN), parameter("a", weights(3))),
        List.of(Layout.PLAIN, Layout.WEIGHTS, weights(3), weights(3, 3)));
  }

  private static Detail parameter(String name, Layout layout) {
    return new Detail.Parameter(name, (fans, draws, index) -> 0, layout);
  }

  private static Layout weights(Integer... taps) {
    return new Layout.Weights(List.of(taps));
  }

  @ParameterizedTest
  @MethodSource("differentKeys")
  void keysOfDifferentPartsDiffer(List<Object> keys) {
    assertThat(keys).doesNotHaveDuplicates();
  }

  static Stream<List<Object>> equalKeys() {
    return Stream.of(
        List.of(Rows.fixed(2), Rows.fixed(2)),
        List.of(Shape.batch(2), Shape.batch(2)),
        List.of(new Detail.Value(Double.NaN), new Detail.Value(Double.NaN)),
        List.of(new Detail.None(), Detail.NONE),
        List.of(new Detail.Name("a"), new Detail.Name("a")),
        List.of(parameter("a", weights(3)), parameter("a", weights(3))),
        List.of(new Layout.Plain(), Layout.PLAIN),
        List.of(weights(3), weights(3)));
  }

  @ParameterizedTest
  @MethodSource("equalKeys")
  void keysOfEqualPartsAreEqual(List<Object> keys) {
    assertThat(keys.get(0)).isEqualTo(keys.get(1)).hasSameHashCodeAs(keys.get(1));
  }
}
