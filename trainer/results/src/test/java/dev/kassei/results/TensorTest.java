package dev.kassei.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kassei.api.Precision;
import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Layout;
import dev.kassei.api.expr.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class TensorTest {
  private static final Detail WEIGHTS =
      new Detail.Parameter("d.weight", (fans, draws, index) -> 0, Layout.WEIGHTS);
  private static final Detail BIAS =
      new Detail.Parameter("d.bias", (fans, draws, index) -> 0, Layout.PLAIN);
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

  /** Tap 0 of inputs 0 and 1, then tap 1 of them; two outputs. */
  @Test
  void weightsOfWindowsAreStoredAsOutputsTimesInputsTimesTaps() {
    var declaration =
        new Detail.Parameter(
            "c.weight", (fans, draws, index) -> 0, new Layout.Weights(List.of(1, 2)));
    double[] values = {1, 10, 2, 20, 3, 30, 4, 40};
    Tensor tensor = Tensor.of("c", declaration, Shape.fixed(4, 2), Precision.FLOAT64, values);
    assertThat(tensor.shape()).containsExactly(2, 2, 1, 2);
    assertThat(tensor.values()).containsExactly(1, 3, 2, 4, 10, 30, 20, 40);
    assertThat(tensor.as(declaration, Shape.fixed(4, 2))).containsExactly(values);
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
