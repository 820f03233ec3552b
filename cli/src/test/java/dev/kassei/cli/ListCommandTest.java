package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
        .filteredOn(line -> line.matches("[a-z]+ +title +from"))
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
  void jsonHoldsTheSame() {
    Object json = JsonText.read(Invocation.of("list", "--json").done().out());
    List<?> activations = (List<?>) JsonText.at(json, "activations");
    assertThat(activations.stream().map(each -> JsonText.at(each, "name")).map(String.class::cast))
        .containsAll(ARTICLE)
        .isSorted();
    assertThat(JsonText.at(json, "optimizers", 0, "title")).isEqualTo("Adam");
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
