package dev.kassei.experiment.config.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.experiment.config.tree.Node.Mapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlayTest {
  private static Mapping read(String text) {
    return YamlReader.document("a.yaml", text, KeyForm.NESTED, new Problems());
  }

  private static String laid(String base, String over) {
    return YamlWriter.text(Overlay.merge(read(base), read(over)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "maps merge              | o: {a: 1, b: 2}       | o: {b: 3, c: 4} | o: {a: 1, b: 3, c: 4}",
        "lists replace           | h: [1, 2]             | h: [3]          | h: [3]",
        "another type replaces   | o: {type: a, b: 2}    | o: {type: c}    | o: {type: c}",
        "the same type merges    | o: {type: a, b: 2}    | o: {type: a}    | o: {type: a, b: 2}",
        "a word is a type        | o: adam               | o: {b: 1}       | o: {type: adam, b: 1}",
        "another word replaces   | o: {type: adam, b: 1} | o: sgd          | o: sgd",
        "the same word changes nothing | o: {type: a, b: 1} | o: a         | o: {type: a, b: 1}",
        "a formula is a type     | o: {type: a, b: 1}    | o: {formula: x} | o: {formula: x}",
        "a number keeps its keys | s: 7                  | s: {w: 3}       | s: {type: 7, w: 3}",
        "a number replaces a map | s: {w: 3}             | s: 7            | s: 7",
        "nothing replaces        | o: {a: 1}             | o: ~            | o: ~",
        "a map replaces nothing  | o: ~                  | o: {a: 1}       | o: {a: 1}",
      })
  void lays(String rule, String base, String over, String expected) {
    assertThat(laid(base, over)).as(rule).isEqualTo(YamlWriter.text(read(expected)));
  }

  @Test
  void valuesKeepTheirPlaces() {
    Mapping base = YamlReader.document("base.yaml", "o: {a: 1}", KeyForm.NESTED, new Problems());
    Mapping laid = Overlay.merge(base, read("o: {b: 2}"));

    var inner = (Mapping) laid.get("o").orElseThrow();
    assertThat(inner.get("a").orElseThrow().location()).hasToString("base.yaml:1:8");
    assertThat(inner.get("b").orElseThrow().location()).hasToString("a.yaml:1:8");
  }
}
