package dev.kassei.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.kassei.api.Activation;
import dev.kassei.api.Precision;
import dev.kassei.api.expr.FormulaPrinter;
import dev.kassei.cli.FormulaTexts;
import dev.kassei.cli.failure.UsageProblem;
import dev.kassei.cli.sheet.ActivationSheet;
import dev.kassei.experiment.config.ConfigLoader;
import dev.kassei.experiment.config.NamedPlugin;
import dev.kassei.experiment.config.tree.ConfigurationException;
import dev.kassei.experiment.plugin.Families;
import dev.kassei.experiment.plugin.Plugins;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/**
 * Whatever stands in place of a formula is read, and some of it derived, printed and computed, or
 * it is refused with a reason, within seconds. More of it: {@code -Dfuzz.tries=50000}.
 */
class FormulaFuzzTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int PRINTED_EVERY = 10;
  private static final List<Double> POINTS = List.of(-1e4, -1.0, 0.0, 0.5, 1e4);

  private final Plugins plugins = Plugins.builtIn();
  private final ConfigLoader loader = new ConfigLoader(plugins);

  @Property(seed = "2026")
  @Tag("slow")
  void aFormulaIsReadOrRefused(@ForAll("formulas") String formula) {
    assertTimeoutPreemptively(LIMIT, () -> read(formula));
  }

  @Provide
  Arbitrary<String> formulas() {
    return Arbitraries.randomValue(random -> new FormulaTexts(random).next());
  }

  private void read(String formula) {
    String yaml = "{formula: \"" + escaped(formula) + "\"}";
    try {
      NamedPlugin<Activation> activation = loader.plugin(Families.ACTIVATION, "activation", yaml);
      if (formula.length() % PRINTED_EVERY == 0) {
        var out = new StringWriter();
        sheet(activation).print(new PrintWriter(out));
        assertThat(out.toString()).contains("formula  ");
      }
    } catch (ConfigurationException | UsageProblem e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  private ActivationSheet sheet(NamedPlugin<Activation> activation) {
    try {
      return ActivationSheet.of(
          activation, plugins, FormulaPrinter::text, Precision.FLOAT64, POINTS);
    } catch (IllegalArgumentException e) {
      throw new UsageProblem(e.getMessage());
    }
  }

  /** Text as YAML has it between double quotes. */
  private static String escaped(String text) {
    var escaped = new StringBuilder();
    text.chars().forEach(c -> escaped.append(String.format(Locale.ROOT, "\\u%04x", c)));
    return escaped.toString();
  }
}
