package dev.kassei.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kassei.api.Precision;
import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Shape;
import org.junit.jupiter.api.Test;

class TensorTest {
  private static final Detail WEIGHTS =
      new Detail.Parameter("d.weight", (fans, draws, index) -> 0, true);
  private static final Detail BIAS =
      new Detail.Parameter("d.bias", (fans, draws, index) -> 0, false);
  private static final double[] VALUES = {1, 2, 3, 4, 5, 6};

  @Test
  void weightsAreStoredAsOutputsTimesInputs() {
    Tensor tensor = Tensor.of("d.weight", WEIGHTS, Shape.fixed(2, 3), Precision.FLOAT64, VALUES);
    assertThat(tensor.shape()).containsExactly(3, 2);
    assertThat(tensor.values()).containsExactly(1, 4, 2, 5, 3, 6);
    assertThat(tensor.as(WEIGHTS, Shape.fixed(2, 3))).containsExactly(VALUES);
  }

  @Test
  void weightsOfOneInputStayAMatrix() {
    Tensor tensor = Tensor.of("w", WEIGHTS, Shape.fixed(1, 6), Precision.FLOAT64, VALUES);
    assertThat(tensor.shape()).containsExactly(6, 1);
  }

  @Test
  void oneRowIsAVectorAndOtherTensorsKeepTheirShape() {
    Tensor bias = Tensor.of("d.bias", BIAS, Shape.fixed(1, 6), Precision.FLOAT64, VALUES);
    assertThat(bias.shape()).containsExactly(6);
    assertThat(bias.as(BIAS, Shape.fixed(1, 6))).containsExactly(VALUES);
    Tensor table = Tensor.of("table", BIAS, Shape.fixed(2, 3), Precision.FLOAT64, VALUES);
    assertThat(table.shape()).containsExactly(2, 3);
    assertThat(table.values()).containsExactly(VALUES);
  }

  @Test
  void anotherShapeIsRefused() {
    Tensor tensor = Tensor.of("d.weight", WEIGHTS, Shape.fixed(2, 3), Precision.FLOAT64, VALUES);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tensor.as(WEIGHTS, Shape.fixed(3, 2)))
        .withMessage("'d.weight' should have the shape [2, 3] but has [3, 2]");
  }
}
