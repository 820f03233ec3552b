package dev.kassei.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.cli.Invocation;
import dev.kassei.cli.JsonText;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListCommandTest {
  private static final List<String> ARTICLE =
      List.of(
          "arctan",
          "elu",
          "gelu",
          "hard_sigmoid",
          "hard_swish",
          "leaky_gelu",
          "leaky_relu",
          "linear",
          "mish",
          "relu",
          "sigmoid",
          "sigmoid_linear",
          "softmax",
          "softplus",
          "swish",
          "tanh");

  @Test
  void everyKindHasATable() {
    assertThat(Invocation.of("list").done().outLines())
        .filteredOn(line -> line.matches("[a-z]+ +title +(family +)?from"))
        .extracting(line -> line.substring(0, line.indexOf(' ')))
        .contains("activations", "layers", "models", "losses", "optimizers", "initializers")
        .contains("datasets", "metrics");
  }

  @Test
  void oneKindIsNamedInSingularOrPlural() {
    Invocation list = Invocation.of("list", "activations").done();
    assertThat(list.outLines().stream().map(line -> line.replaceAll(" .*", "")).toList())
        .containsAll(ARTICLE);
    assertThat(Invocation.of("list", "activation").done()).isEqualTo(list);
  }

  @Test
  void layersAreListedWithoutActivations() {
    Invocation list = Invocation.of("list", "layers").done();
    assertThat(list.out())
        .contains("\ndense ", "\nbatch_norm ", " activations are layers, too: kassei list acti")
        .doesNotContain("\nrelu ");
    Object json = JsonText.read(Invocation.of("list", "layers", "--json").done().out());
    assertThat((List<?>) JsonText.at(json, "layers"))
        .extracting(each -> JsonText.at(each, "name"))
        .contains("dense")
        .doesNotContainAnyElementsOf(ARTICLE);
    Invocation.of("list", "layers", "--family", "gated")
        .refused("--family, --peer and --property choose among activations, not among layers");
  }

  @Test
  void jsonHoldsTheSame() {
    Object json = JsonText.read(Invocation.of("list", "--json").done().out());
    List<?> activations = (List<?>) JsonText.at(json, "activations");
    assertThat(activations.stream().map(each -> JsonText.at(each, "name")).map(String.class::cast))
        .containsAll(ARTICLE)
        .isSorted();
    assertThat(JsonText.at(json, "optimizers", 0, "title")).isEqualTo("AdaBelief");
  }

  private static List<String> names(String... arguments) {
    Object[] all = new Object[arguments.length + 2];
    all[0] = "list";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[arguments.length + 1] = "--json";
    Object json = JsonText.read(Invocation.of(all).done().out());
    assertThat(JsonText.map(json)).containsOnlyKeys("activations");
    return ((List<?>) JsonText.at(json, "activations"))
        .stream().map(each -> (String) JsonText.at(each, "name")).toList();
  }

  @Test
  void activationsAreChosenByFamily() {
    assertThat(names("activations", "--family", "gated")).contains("gelu", "glu", "swish");
    assertThat(names("--family=gated")).doesNotContain("relu", "softmax").isSorted();
    assertThat(Invocation.of("list", "--family=periodic").done().outLines().get(0))
        .matches("activations +title +family +from");
  }

  @Test
  void activationsAreChosenByPeer() {
    assertThat(names("--peer=dl4j")).contains("cube", "rational_tanh").doesNotContain("celu");
    assertThat(names("--peer=dl4j,onnx")).contains("relu").doesNotContain("cube");
  }

  @Test
  void activationsAreChosenByProperty() {
    assertThat(names("--property", "bounded"))
        .contains("tanh", "relu6", "softsign")
        .doesNotContain("relu", "softmax", "snake");
    assertThat(names("--property", "odd,smooth")).contains("tanh", "cube", "tanh_shrink");
    assertThat(names("--property", "trainable"))
        .contains("prelu", "tlu")
        .doesNotContain("rrelu", "swish");
    assertThat(names("--property", "stochastic")).contains("rrelu").doesNotContain("prelu");
    assertThat(names("--property", "even")).contains("lisht").doesNotContain("tanh");
  }

  @Test
  void choicesCombine() {
    assertThat(names("--family", "sigmoidal", "--peer", "keras", "--property", "bounded,smooth"))
        .containsExactly("sigmoid", "softsign", "tanh");
  }

  @Test
  void unknownChoicesNameThePossibleOnes() {
    Invocation.of("list", "activations", "--family", "gatd")
        .refused(
            "there is no family of activations called 'gatd'; there are"
                + " elementary, formula, gated, linear, periodic, radial, rectified, rowwise, shrinking, sigmoidal,"
                + " stochastic, trainable");
    Invocation.of("list", "--peer", "torch")
        .refused(
            "there is no peer of activations called 'torch'; did you mean 'pytorch'? There are"
                + " article, dl4j, jax, keras, keras_layer, onnx, pytorch, tensorflow, tfa");
    Invocation.of("list", "--property", "convex")
        .refused(
            "there is no property of activations called 'convex'; there are elementwise, trainable,"
                + " stochastic, bounded, monotone, odd, even, smooth, zero_at_zero, lipschitz");
    Invocation.of("list", "losses", "--property", "bounded")
        .refused("--family, --peer and --property choose among activations, not among losses");
  }

  @Test
  void listenersAreListedWhereverTheyComeFrom() {
    assertThat(Invocation.of("list", "listeners").done().out())
        .startsWith("listeners")
        .contains("\ntensorboard ");
  }

  @Test
  void onlyWhatReadsConfigurationsRefusesThoseThatNamePlugins() {
    for (String command : List.of("run", "validate", "compare", "show")) {
      assertThat(Invocation.of(command, "--help").done().out()).contains("--no-plugins");
    }
    for (String command : List.of("list", "check", "gallery")) {
      assertThat(Invocation.of(command, "--help").done().out())
          .contains("--plugins")
          .doesNotContain("--no-plugins");
    }
  }

  @Test
  void minimizersAreListedAmongOptimizers() {
    for (String kind : List.of("minimizer", "minimizers")) {
      Invocation.of("list", kind)
          .refused("minimizers are listed among the optimizers: kassei list optimizers");
    }
  }

  @Test
  void anUnknownKindIsRefused() {
    Invocation.of("list", "activatoins")
        .refused(
            "there is no kind of plugin called 'activatoins'; there are activations, layers,"
                + " models, losses, optimizers, initializers, datasets, metrics, schedules,"
                + " listeners");
  }
}
