package dev.kassei.batch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Overrides;
import dev.kassei.experiment.config.tree.Problems;
import dev.kassei.experiment.config.tree.YamlReader;
import dev.kassei.experiment.config.tree.YamlWriter;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisKeysTest {
  private static Mapping read(String text) {
    return YamlReader.document("a.yaml", text, AxisKeys.FORM, new Problems());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "batch: {grid: {a.b: [1]}}   | batch.grid.a.b=[2] | batch: {grid: {a.b: [2]}}",
        "batch: {grid: {a: {b: [1]}}} | batch.grid.a.b=[2] | batch: {grid: {a.b: [2]}}",
        "batch: {compare: {a.b: 1}}  | batch.compare.a.b=2 | batch: {compare: {a: {b: 2}}}",
        "a: 1                        | batch={grid: {o: [x], o.b: [1]}} | {a: 1, batch: {grid: {o: [x], o.b: [1]}}}",
        "a: 1                        | batch.grid={o: [x], o.b: [1]} | {a: 1, batch: {grid: {o: [x], o.b: [1]}}}",
        "o.a.b: 1                    | o.a.b=2             | o: {a: {b: 2}}",
      })
  void anAxisKeepsItsPathAndWhatIsNoneIsNested(String tree, String setting, String expected) {
    var over =
        new Overrides(AxisKeys.FORM, new Problems()).mergedOnto(read(tree), List.of(setting));
    assertThat(YamlWriter.text(over)).isEqualTo(YamlWriter.text(read(expected)));
  }
}
