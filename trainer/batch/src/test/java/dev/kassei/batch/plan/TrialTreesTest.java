package dev.kassei.batch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.batch.plan.Combination.Choice;
import dev.kassei.experiment.config.tree.DottedKeys;
import dev.kassei.experiment.config.tree.DottedKeys.Piece;
import dev.kassei.experiment.config.tree.KeyForm;
import dev.kassei.experiment.config.tree.Location;
import dev.kassei.experiment.config.tree.Node;
import dev.kassei.experiment.config.tree.Node.Mapping;
import dev.kassei.experiment.config.tree.Problems;
import dev.kassei.experiment.config.tree.YamlReader;
import dev.kassei.experiment.config.tree.YamlWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialTreesTest {
  private static final Location HERE = Location.whole("test");

  private static Mapping read(String text) {
    return YamlReader.document("a.yaml", text, KeyForm.NESTED, new Problems());
  }

  /** An axis of one value. */
  private static Choice choice(String path, String yaml) {
    List<String> keys = List.of(path.split("\\."));
    Node node = YamlReader.value(HERE, yaml, new Problems());
    Mapping overlay =
        new DottedKeys(new Problems()).nest(HERE, List.of(new Piece(keys, HERE, node)), "");
    AxisValue value = AxisValue.of(keys, yaml, node, overlay);
    return new Choice(new Axis(path, HERE, List.of(value), List.of()), value);
  }

  private static Choice variant(String overlay) {
    AxisValue value = AxisValue.variant("A", read("A: 1"), read(overlay));
    return new Choice(new Axis(Axis.VARIANT, HERE, List.of(value), List.of()), value);
  }

  private static String tree(String base, Choice... choices) {
    return YamlWriter.text(new TrialTrees(read(base)).tree(new Combination(List.of(choices))));
  }

  private static Node section(Mapping tree, String key) {
    return tree.get(key).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a value replaces | loss: mse | loss | mae | loss: mae",
        "a missing section is made | loss: mse | seed.weights | 3 | {loss: mse, seed: {weights: 3}}",
        "neighbours stay | seed: {data: 1} | seed.weights | 3 | seed: {data: 1, weights: 3}",
        "a plugin replaces all of one | m: {a: {type: leaky, alpha: 2}} | m.a | elu | m: {a: elu}",
        "and of the same type its options | m: {a: {type: leaky, alpha: 2}} | m.a | leaky | m: {a: leaky}",
        "an option alone stays one | m: {a: {type: leaky, alpha: 2}} | m.a.alpha | 3 | m: {a: {type: leaky, alpha: 3}}",
        "a split stays beside data | dataset: {type: csv, path: a, split: {test: 1}} | dataset | xor"
            + " | dataset: {type: xor, split: {test: 1}}",
        "unless the value has its own | dataset: {type: csv, split: {test: 1}} | dataset |"
            + " {type: xor, split: {test: 0}} | dataset: {type: xor, split: {test: 0}}",
      })
  void lays(String rule, String base, String path, String value, String expected) {
    assertThat(tree(base, choice(path, value))).as(rule).isEqualTo(YamlWriter.text(read(expected)));
  }

  @Test
  void longerPathsAreLaidOverShorterOnesInWhateverOrderTheyStand() {
    String base = "model: {type: mlp, activation: relu}";
    Choice whole = choice("model.activation", "{type: leaky, alpha: 1}");
    Choice option = choice("model.activation.alpha", "2");
    String expected =
        YamlWriter.text(read("model: {type: mlp, activation: {type: leaky, alpha: 2}}"));

    assertThat(tree(base, whole, option)).isEqualTo(expected);
    assertThat(tree(base, option, whole)).isEqualTo(expected);
  }

  @Test
  void axesAreLaidOverVariants() {
    assertThat(tree("loss: mse", choice("seed.data", "2"), variant("{loss: mae, seed: {data: 1}}")))
        .isEqualTo(YamlWriter.text(read("{loss: mae, seed: {data: 2}}")));
  }

  @Test
  void trialsThatAgreeInASectionShareItsNodeAndOthersDoNot() {
    Mapping base = read("{loss: mse, model: {type: mlp}, optimizer: sgd}");
    var trees = new TrialTrees(base);
    Choice model = choice("model.hidden", "[3]");
    Mapping first = trees.tree(new Combination(List.of(model, choice("seed", "1"))));
    Mapping second = trees.tree(new Combination(List.of(model, choice("seed", "2"))));

    assertThat(section(second, "model")).isSameAs(section(first, "model"));
    assertThat(section(second, "optimizer")).isSameAs(section(base, "optimizer"));
    assertThat(section(second, "seed")).isNotSameAs(section(first, "seed"));
  }

  @Test
  void theExperimentBelowIsNotChanged() {
    Mapping base = read("dataset: {type: csv, path: a, split: {test: 1}}");
    new TrialTrees(base).tree(new Combination(List.of(choice("dataset", "xor"))));

    assertThat(base).isEqualTo(read("dataset: {type: csv, path: a, split: {test: 1}}"));
  }
}
