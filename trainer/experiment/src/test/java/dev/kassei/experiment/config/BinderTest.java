package dev.kassei.experiment.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kassei.api.Activation;
import dev.kassei.api.Precision;
import dev.kassei.experiment.config.tree.ConfigurationException;
import dev.kassei.experiment.plugin.Families;
import dev.kassei.experiment.plugin.Plugins;
import dev.kassei.fixtures.plugins.Everything;
import dev.kassei.fixtures.plugins.Everything.Point;
import dev.kassei.fixtures.plugins.Formula;
import dev.kassei.fixtures.plugins.HardSigmoid;
import dev.kassei.fixtures.plugins.LeakyRelu;
import dev.kassei.fixtures.plugins.Relu;
import dev.kassei.fixtures.plugins.Tanh;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinderTest {
  private static final ConfigLoader LOADER = new ConfigLoader(Plugins.builtIn());

  private static Activation activation(String yaml) {
    return LOADER.plugin(Families.ACTIVATION, "here", yaml).plugin();
  }

  private static Everything everything(String keys) {
    return (Everything) activation("{type: everything, " + keys + "}");
  }

  private static String refusal(String yaml) {
    try {
      activation(yaml);
      return "accepted";
    } catch (ConfigurationException e) {
      return e.getMessage();
    }
  }

  @Test
  void aWordIsAPluginWithItsDefaults() {
    assertThat(activation("leaky_relu")).isEqualTo(new LeakyRelu(0.01));
    assertThat(activation("everything")).isEqualTo(new Everything());
  }

  @ParameterizedTest
  @CsvSource({
    "x * tanh(x), x * tanh(x)",
    "'\"max(x, 0)\"', 'max(x, 0)'",
    "tanh(x), tanh(x)",
    "x, x",
    "-x, -x",
    "1 - 2 / x, 1 - 2 / x",
    "{type: x * tanh(x)}, x * tanh(x)",
  })
  void aBareFormulaIsThePluginOfFormulas(String yaml, String formula) {
    assertThat(activation(yaml)).isEqualTo(new Formula(formula, Map.of()));
  }

  @Test
  void aTextThatNamesNoXIsNoFormula() {
    assertThat(refusal("LeakyReLU(0.2)")).contains("; here it is {type: leaky_relu, alpha: 0.2}");
    assertThat(refusal("leaky-relu")).contains("; did you mean 'leaky_relu'?");
    assertThat(refusal("max(x")).contains("its bracket is not closed");
    assertThatThrownBy(() -> LOADER.plugin(Families.LOSS, "here", "x * x"))
        .hasMessageStartingWith("here:1:1: unknown loss 'x * x'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "count: 1..5 | from: 1, count: 5",
        "count: 3-4 | from: 3, count: 2",
        "count: 1 to 10 | from: 1, count: 10",
        "count: range(5) | from: 0, count: 5",
        "count: [1..5] | from: 1, count: 5",
      })
  void integersInARowAreAnAxis(String keys, String values) {
    assertThat(refusal("{type: everything, " + keys + "}"))
        .contains("axis, batch: {grid: {count: {" + values + "}}}");
  }

  @Test
  void aListWhereOneValueIsExpectedIsAnAxisToo() {
    assertThat(refusal("{type: everything, rate: [0.1, 0.2]}"))
        .endsWith(
            "but was a list; to try each, make it an axis, batch: {grid: {rate: [0.1, 0.2]}}");
    assertThat(refusal("{type: everything, rate: 80%}"))
        .endsWith("expected a number but was '80%'; write 0.8");
  }

  @Test
  void numbersAreTakenAsTheyAre() {
    var made = everything("count: 7.0, total: 0x10, rate: 1e-3, part: .5, some: 3, many: 4");

    assertThat(made.count()).isEqualTo(7);
    assertThat(made.total()).isEqualTo(16);
    assertThat(made.rate()).isEqualTo(1e-3);
    assertThat(made.part()).isEqualTo(OptionalDouble.of(0.5));
    assertThat(made.some()).isEqualTo(OptionalInt.of(3));
    assertThat(made.many()).isEqualTo(OptionalLong.of(4));
  }

  @Test
  void infinityAndNotANumberAreNumbersWhereTheyAreWritten() {
    assertThat(everything("rate: -.inf").rate()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(everything("rate: .nan").rate()).isNaN();
  }

  @Test
  void textsEnumsAndTruth() {
    var made = everything("text: 1e3, precision: float64, flag: false, note: ~");

    assertThat(made.text()).isEqualTo("1e3");
    assertThat(made.precision()).isEqualTo(Precision.FLOAT64);
    assertThat(made.flag()).isFalse();
    assertThat(made.note()).isEmpty();
  }

  @Test
  void anOptionalKeyThatIsAbsentKeepsItsDefault() {
    assertThat(everything("count: 1").note()).contains("noted");
  }

  @Test
  void aSingleValueIsAListOfOne() {
    var made = everything("numbers: 3, words: [a, '7'], others: relu, points: {left: 0}");

    assertThat(made.numbers()).containsExactly(3.0);
    assertThat(made.words()).containsExactly("a", "7");
    assertThat(made.others()).containsExactly(new Relu());
    assertThat(made.points()).containsExactly(new Point(0, 1));
  }

  @Test
  void aMapWithFreeKeys() {
    assertThat(everything("parameters: {b: 1.5, a: 2}").parameters())
        .containsExactly(Map.entry("b", 1.5), Map.entry("a", 2.0));
  }

  @Test
  void aNestedRecordKeepsTheDefaultsOfItsSurroundings() {
    assertThat(everything("point: {right: 9}").point()).isEqualTo(new Point(3, 9));
    assertThat(everything("corner: {right: 9}").corner()).contains(new Point(-1, 9));
  }

  @Test
  void pluginsNest() {
    var made = everything("inner: {type: leaky_relu, alpha: 1}, others: [relu, {type: tanh}]");

    assertThat(made.inner()).contains(new LeakyRelu(1));
    assertThat(made.others()).isEqualTo(List.of(new Relu(), new Tanh()));
  }

  @Test
  void aNameSurvivesBesideThePlugin() {
    assertThat(LOADER.plugin(Families.ACTIVATION, "here", "{type: relu, name: R}").name())
        .isEqualTo("R");
    assertThat(LOADER.plugin(Families.ACTIVATION, "here", "relu").name()).isEqualTo("relu");
  }

  @Test
  void aPeersDefinitionIsOverlaidToo() {
    assertThat(activation("{type: hard_sigmoid, like: onnx, slope: 1}"))
        .isEqualTo(new HardSigmoid(1, 0.5));
    assertThat(activation("{type: hard_sigmoid, like: article, width: 4}"))
        .isEqualTo(new HardSigmoid.Clipped(4));
  }

  @Test
  void aPluginOfAnotherFamilyIsUnknown() {
    assertThatThrownBy(() -> LOADER.plugin(Families.LOSS, "here", "relu"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("here:1:1: unknown loss 'relu'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "count: 7.9 | count: expected an integer but was 7.9",
        "count: \"7\" | count: expected an integer but was the text \"7\"; leave out the"
            + " quotes",
        "count: 3000000000 | count: expected an integer but was 3000000000, which is too large",
        "count: 1_000 | count: expected an integer but was '1_000'; write it without '_'",
        "count: ~ | count: expected an integer but was ~",
        "count: [1] | count: expected an integer but was a list",
        "rate: fast | rate: expected a number but was 'fast'",
        "rate: 1e400 | rate: expected a number but was 1e400, which is beyond the range of float64",
        "flag: yes | flag: expected true or false but was 'yes'",
        "flag: 'true' | flag: expected true or false but was the text \"true\"; leave out the"
            + " quotes",
        "text: {a: 1} | text: expected a text but was a map",
        "precision: double | precision: expected one of float32, float64 but was 'double';"
            + " did you mean 'float64'?",
        "numbers: [1, b, ~] | numbers[1]: expected a number but was 'b'",
        "numbers: {a: 1} | numbers: expected a list of numbers but was a map",
        "words: ~ | words: expected a list of texts but was ~",
        "parameters: [1] | parameters: expected a map of names to numbers but was a list",
        "parameters: {b: c} | parameters.b: expected a number but was 'c'",
        "point: 3 | point: expected a map with the keys left, right but was 3",
        "inner: 3 | inner: expected the name of an activation or a map with 'type' but was 3."
            + " 'kassei list activations' shows them all",
        "inner: {alpha: 3} | inner: expected 'type' to name an activation. 'kassei list",
        "inner: {type: [a]} | inner: expected 'type' to name an activation but was a list.",
        "others: [rellu] | others[0]: unknown activation 'rellu'; did you mean 'relu'?",
      })
  void refuses(String keys, String message) {
    assertThat(refusal("{type: everything, " + keys + "}")).contains(": " + message);
  }

  @Test
  void anUnknownKeyIsRefusedWithTheKnownOnes() {
    assertThat(refusal("{type: leaky_relu, alhpa: 1}"))
        .isEqualTo("here:1:20: alhpa: unknown key; did you mean 'alpha'? Known keys: alpha, name");
    assertThat(refusal("{type: relu, gain: 1}"))
        .isEqualTo("here:1:14: gain: unknown key. Known keys: name");
  }

  @Test
  void aConstructorsObjectionStandsAtTheKeyItMentions() {
    assertThat(refusal("{type: leaky_relu, alpha: -1}"))
        .isEqualTo("here:1:27: alpha: alpha must not be negative but was -1.0");
  }

  @Test
  void aMissingKeyIsRefusedWithWhatIsExpected() {
    assertThat(refusal("{type: formula, parameters: {}}"))
        .isEqualTo("here:1:1: formula: missing; expected a text");
  }

  @Test
  void anUnknownPeerIsRefusedWithThePeersThereAre() {
    assertThat(refusal("{type: hard_sigmoid, like: onxx}"))
        .isEqualTo(
            "here:1:28: like: no peer 'onxx'; did you mean 'onnx'?"
                + " Known for 'hard_sigmoid': article, onnx");
    assertThat(refusal("{type: relu, like: onnx}"))
        .isEqualTo("here:1:20: like: no peer 'onnx'; 'relu' has one definition only");
  }

  @Test
  void aBrokenPluginIsReportedWithItsClassAndOrigin() {
    assertThat(refusal("fragile"))
        .contains("the plugin cannot be used: built in: ")
        .contains("Fragile")
        .contains("out of order");
    assertThat(refusal("{type: peerless, like: onnx}")).contains("no peers today");
    assertThat(refusal("{type: unbindable, day: 2020}"))
        .contains("day: the plugin declares the type java.time.LocalDate here");
  }

  @Test
  void allProblemsComeTogether() {
    assertThat(
            refusal("{type: everything, count: a, rate: b, foo: 1, inner: {type: leaky}}").lines())
        .hasSize(4);
  }

  @Test
  void emptyNamesAreRefused() {
    assertThat(refusal("{type: relu, name: ''}")).contains("name: expected a text but was");
    assertThat(refusal("{type: relu, name: [a]}")).contains("name: expected a text but was a list");
  }

  @Test
  void optionalsOfEveryKindHaveAnEmptyValue() {
    assertThat(Binder.absent(Slot.of(OptionalInt.class))).isEqualTo(OptionalInt.empty());
    assertThat(Binder.absent(Slot.of(OptionalLong.class))).isEqualTo(OptionalLong.empty());
    assertThat(Binder.absent(Slot.of(OptionalDouble.class))).isEqualTo(OptionalDouble.empty());
    assertThat(Binder.absent(Slot.of(Optional.class))).isEqualTo(Optional.empty());
  }
}
