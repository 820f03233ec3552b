package dev.kassei.experiment.config.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kassei.experiment.config.tree.Node.Mapping;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OverridesTest {
  private static Mapping read(String text) {
    return YamlReader.document("a.yaml", text, KeyForm.NESTED, new Problems());
  }

  private static Mapping over(Mapping tree, String... settings) {
    return new Overrides(KeyForm.NESTED, new Problems()).mergedOnto(tree, List.of(settings));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a path makes what is missing  | a: 1                       | o.p.q=2           | {a: 1, o: {p: {q: 2}}}",
        "neighbours stay               | o: {a: 1, b: 2}            | o.b=3             | o: {a: 1, b: 3}",
        "a value is YAML               | h: [1]                     | h=[2, {c: x}]     | h: [2, {c: x}]",
        "only the first = divides      | n: x                       | n=a=b             | n: a=b",
        "spaces beside the path go     | n: x                       | ` n = y`          | n: y",
        "nothing is a value, too       | n: x                       | n=                | n:",
        "another type replaces         | o: {type: a, b: 2}         | o=c               | o: c",
        "the same type stays           | o: {type: a, b: 2}         | o.type=a          | o: {type: a, b: 2}",
        "a key of a word is its key    | o: adam                    | o.rate=1          | o: {type: adam, rate: 1}",
      })
  void lays(String rule, String tree, String setting, String expected) {
    assertThat(YamlWriter.text(over(read(tree), setting)))
        .as(rule)
        .isEqualTo(YamlWriter.text(read(expected)));
  }

  @Test
  void theLastOfTwoSettingsHolds() {
    assertThat(YamlWriter.text(over(read("a: 1"), "o.p=1", "a=2", "o.p=3")))
        .isEqualTo(YamlWriter.text(read("{a: 2, o: {p: 3}}")));
  }

  @Test
  void theTreeBelowIsNotChanged() {
    Mapping tree = read("o: {p: 1}");
    over(tree, "o.p=2");

    assertThat(tree).isEqualTo(read("o: {p: 1}"));
  }

  @Test
  void whatIsSetStandsAtItsOptionAndWhatIsNotInItsFile() {
    Mapping tree = over(read("o: {p: 1}"), "o.q=2");
    var inner = (Mapping) tree.get("o").orElseThrow();

    assertThat(inner.get("p").orElseThrow().location()).hasToString("a.yaml:1:8");
    assertThat(inner.get("q").orElseThrow().location()).hasToString("--set o.q");
  }

  @ParameterizedTest
  @ValueSource(strings = {"training.epochs", "", "=1", ".=1", "a..b=1", "a.=1", " =1"})
  void whatIsNoPathAndValueIsRefused(String setting) {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> over(read("a: 1"), setting))
        .withMessageStartingWith("--set")
        .withMessageEndingWith("expected path=value, such as optimizer.learning_rate=0.01");
  }

  @Test
  void aPathIsAsDeepAsAFileMayBe() {
    String path = "a.".repeat(YamlReader.MAX_DEPTH - 1) + "a";

    assertThat(over(read("b: 1"), path + "=1").get("a")).isPresent();
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> over(read("b: 1"), path + ".a=1"))
        .withMessageEndingWith("nested deeper than " + YamlReader.MAX_DEPTH + " levels");
  }
}
