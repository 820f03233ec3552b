package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A formula in YAML trains with the bits of the same function in Java. */
class FormulaBitsTest {
  @TempDir private Path temporary;

  @ParameterizedTest(name = "{0} in {2}")
  @CsvSource(
      delimiter = ';',
      value = {
        "mish; x * tanh(softplus(x)); float32",
        "mish; x * tanh(log(1 + exp(x))); float64",
        "swish; x * sigmoid(x); float32",
        "elu; max(x, 0) + expm1(min(x, 0)); float32",
        "gelu; x * 0.5 * erfc(x * -0.7071067811865476); float64",
        "sigmoid_linear; clip(x, 0, 1); float64"
      })
  void aFormulaTrainsWithTheBitsOfTheRecord(String name, String formula, String precision) {
    assertThat(train("{formula: \"" + formula + "\"}", precision))
        .isEqualTo(train(name, precision));
  }

  private String train(String activation, String precision) {
    return Invocation.of(
            "run",
            Configs.MLP,
            "--no-plots",
            "--out",
            temporary,
            "--set",
            "training.epochs=20",
            "--set",
            "model.initializer=he_normal",
            "--set",
            "precision=" + precision,
            "--set",
            "model.activation=" + activation)
        .done()
        .digest();
  }
}
