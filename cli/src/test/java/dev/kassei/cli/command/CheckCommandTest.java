package dev.kassei.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.cli.Invocation;
import dev.kassei.cli.JsonText;
import dev.kassei.cli.PluginJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckCommandTest {
  @TempDir private Path temporary;

  @Test
  void theExampleOfTheDocumentationIsTrue() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "checking.md"));
    int start = page.indexOf("$ kassei check 'where");
    String example = page.substring(page.indexOf('\n', start) + 1, page.indexOf("\n```", start));

    Invocation check = Invocation.of("check", "where(x > 1.5, x, 0)");

    assertThat(check.out()).isEqualTo(example + "\n");
    assertThat(check.err()).isEmpty();
    assertThat(check.code()).isEqualTo(1);
  }

  @Test
  void whatIsInOrderIsFine() {
    Invocation check = Invocation.of("check", "x * tanh(softplus(x))", "adam", "mse").done();

    assertThat(check.outLines())
        .hasSize(4)
        .element(2)
        .asString()
        .matches("adam +optimizer +built in +fine +0 +0 +0");
  }

  @Test
  void remarksAreNoErrors() {
    assertThat(Invocation.of("check", "relu").done().out()).contains("  remark dead: ");
  }

  @Test
  void anActivationMayHaveValuesOfItsOwn() {
    assertThat(Invocation.of("check", "{type: leaky_relu, alpha: 0.2}").done().lastLine())
        .startsWith("leaky_relu");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{type: adam, beta1: 0.8} | adam +optimizer +command line",
        "{type: huber, delta: 2} | huber +loss +command line",
        "{type: constant, value: 0.5} | constant +initializer +command line",
        "{type: mlp, hidden: [3], activation: relu} | mlp +model +command line",
        "{type: dense, units: 3} | dense +layer +command line",
        "{type: sine, samples: 10} | sine +dataset +command line"
      })
  void aPluginOfAnyKindMayHaveValuesOfItsOwn(String yaml, String row) {
    assertThat(Invocation.of("check", yaml).lastLine()).containsPattern("^" + row);
  }

  @Test
  void inlineYamlThatIsNotUnderstoodIsRefused() {
    Invocation key = Invocation.of("check", "{type: adam, beta: 0.8}");
    assertThat(key.err()).startsWith("check:1:14: beta: unknown key").contains("beta1");
    assertThat(key.code()).isEqualTo(2);

    Invocation type = Invocation.of("check", "{type: adamm}");
    assertThat(type.err()).startsWith("unknown plugin 'adamm'; did you mean 'adam'?");
    assertThat(type.code()).isEqualTo(2);
  }

  @Test
  void jsonHoldsTheSame() {
    Invocation check = Invocation.of("check", "1 / x", "--json");

    Object json = JsonText.read(check.out());
    assertThat(JsonText.at(json, "plugins", 0, "verdict")).isEqualTo("wrong");
    assertThat(JsonText.at(json, "plugins", 0, "findings", 0, "severity")).isEqualTo("error");
    assertThat(JsonText.at(json, "plugins", 0, "findings", 0, "check")).isEqualTo("extremes");
    assertThat(check.code()).isEqualTo(1);
  }

  @Test
  void theTableCountsWhatIsNotListed() {
    Invocation check = Invocation.of("check", "exp(x)", "--json");
    Object json = JsonText.read(check.out());
    int findings = check.out().split("\"severity\"", -1).length - 1;
    long errors = 0;
    long warnings = 0;
    for (int i = 0; i < findings; i++) {
      int more = ((Number) JsonText.at(json, "plugins", 0, "findings", i, "more")).intValue();
      String severity = (String) JsonText.at(json, "plugins", 0, "findings", i, "severity");
      errors += severity.equals("error") ? 1 + more : 0;
      warnings += severity.equals("warning") ? 1 + more : 0;
    }
    assertThat(warnings).isGreaterThan(3);
    assertThat(check.out()).doesNotContain("more of this kind");
    assertThat(Invocation.of("check", "exp(x)").lastLine())
        .matches("exp\\(x\\) +activation .* +%s +%s +[0-9]+".formatted(errors, warnings));
  }

  @Test
  void aNameOrFormulaThatIsNotUnderstoodIsRefused() {
    Invocation name = Invocation.of("check", "msih");
    assertThat(name.err()).contains("msih", "mish");
    assertThat(name.code()).isEqualTo(2);

    Invocation formula = Invocation.of("check", "x * tahn(x)");
    assertThat(formula.err()).contains("tahn", "tanh");
    assertThat(formula.code()).isEqualTo(2);
  }

  @Test
  void thirdPartyPluginsAreCheckedAloneAndWhatCannotBeLoadedIsWrong() throws IOException {
    Path jar = PluginJar.in(temporary);

    Invocation check = Invocation.of("check", "--plugins", jar);

    List<String> table = lastLines(check, 5);
    assertThat(table.get(1)).matches("broken +plugin .* wrong +1 +0 +0");
    assertThat(table.get(2)).matches("deep +activation .* wrong .*");
    assertThat(table.get(3)).matches("rude +activation .* wrong .*");
    assertThat(table.get(4)).matches("wave +activation .* wrong +4 +4 +1");
    assertThat(check.out())
        .contains("  error loading: " + jar + ": thirdparty.Broken: ", "no licence")
        .contains("width 1 is refused by java.lang.IllegalStateException: not today, at ")
        .contains("thirdparty.Rude.apply(Rude.java:1); refuse it by")
        .contains("the value in float64 is NaN at x = 1.7976931348623157E308")
        .contains("  remark plugin: thirdparty.Wave has no @Reference");
    assertThat(check.code()).isEqualTo(1);
  }

  private static List<String> lastLines(Invocation call, int count) {
    List<String> lines = call.outLines();
    return lines.subList(lines.size() - count, lines.size());
  }
}
