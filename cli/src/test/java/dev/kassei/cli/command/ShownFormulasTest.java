package dev.kassei.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.api.Optimizer;
import dev.kassei.cli.Invocation;
import dev.kassei.cli.JsonText;
import dev.kassei.cli.sheet.PluginFormulas;
import dev.kassei.experiment.plugin.Families;
import dev.kassei.experiment.plugin.PluginEntry;
import dev.kassei.experiment.plugin.Plugins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Layers, losses and optimizers show what they compute and where it is from, as activations do. */
class ShownFormulasTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dense | formula         matmul(x, weight) + bias",
        "dropout | formula         by_mode(x * ((noise >= 0.5) * 2), x)",
        "layer_norm | formula         (x - row_sum(x) / 4) / sqrt(",
        "mse | formula         row_sum((prediction - target)^2) / 2",
        "hinge | formula         max(-(prediction * (target * 2 - 1)) + 1, 0)",
        "sgd | next weight     weight - gradient * learning_rate",
        "adam | next mean       mean * 0.9 + gradient * 0.09999999999999998",
        "adam | next square     square * 0.999 + gradient^2 * 0.0010000000000000009",
        "huber | reference       Huber 1964, Robust estimation of a location parameter, doi:",
        "layer_norm | reference       Ba, Kiros, Hinton 2016, ",
        "csv | path            required",
        "dense | units           required",
      })
  void areText(String name, String line) {
    assertThat(Invocation.of("show", name).done().out()).contains("\n  " + line);
  }

  @Test
  void areLatex() {
    assertThat(Invocation.of("show", "sgd", "--latex").done().out())
        .contains("\\mathrm{weight} - \\mathrm{gradient} \\cdot \\eta\n");
  }

  @Test
  void areJson() {
    Object dense = JsonText.read(Invocation.of("show", "dense", "--json").done().out());
    assertThat(JsonText.at(dense, "formulas", "formula")).isEqualTo("matmul(x, weight) + bias");
    Object csv = JsonText.read(Invocation.of("show", "csv", "--json").done().out());
    assertThat(JsonText.map(JsonText.at(csv, "formulas"))).isEmpty();
  }

  @Test
  void areThereForEachLossAndOptimizer() {
    Plugins plugins = Plugins.builtIn();
    assertThat(plugins.of(Families.LOSS).entries())
        .isNotEmpty()
        .allSatisfy(ShownFormulasTest::hasFormula);
    assertThat(plugins.of(Families.OPTIMIZER).entries())
        .filteredOn(entry -> Optimizer.class.isAssignableFrom(entry.type()))
        .isNotEmpty()
        .allSatisfy(ShownFormulasTest::hasFormula);
  }

  private static void hasFormula(PluginEntry<?> entry) {
    assertThat(PluginFormulas.of(entry.defaults())).as(entry.name()).isNotEmpty();
  }
}
