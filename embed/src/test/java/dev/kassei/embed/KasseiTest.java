package dev.kassei.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.api.Activation;
import dev.kassei.api.expr.Expr;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KasseiTest {
  private static final double SIGMOID_OF_1 = 0.7310585786300049;

  @TempDir private Path temporary;

  /** A record that is no plugin. */
  private record NoPlugin() {}

  @Test
  void anActivationIsComputedByItsName() {
    ActivationFunction relu = Kassei.activation("relu");

    assertThat(relu.value(-1, 0, 2)).containsExactly(0, 0, 2);
    assertThat(relu.gradient(-1, 0, 2)).containsExactly(0, 0, 1);
    assertThat(relu.value(3)).isEqualTo(3);
    assertThat(relu.formula()).isEqualTo("max(x, 0)");
  }

  @Test
  void anActivationHasOptionsInYaml() {
    assertThat(Kassei.activation("{type: leaky_relu, alpha: 0.2}").value(-1)).isEqualTo(-0.2);
  }

  @Test
  void aFormulaIsAnActivation() {
    ActivationFunction swish = Kassei.formula("x*sigmoid(x)");

    assertThat(swish.value(1)).isCloseTo(SIGMOID_OF_1, within(1e-15));
    assertThat(swish.gradient(0)).isEqualTo(0.5);
    assertThat(swish.name()).isEqualTo("x*sigmoid(x)");
    assertThat(swish.activation()).isInstanceOf(Activation.class);
  }

  @Test
  void aFunctionOfRowsTakesItsPointsAsOneRow() {
    ActivationFunction softmax = Kassei.activation("softmax");

    assertThat(softmax.isElementwise()).isFalse();
    assertThat(softmax.value(1, 1)).containsExactly(0.5, 0.5);
    assertThat(softmax.value(7)).isEqualTo(1);
    assertThatThrownBy(softmax::derivative).hasMessageContaining("softmax is a function of rows");
  }

  @Test
  void anActivationIsDrawnInTheFormatOfTheFile() throws IOException {
    Path picture = temporary.resolve("mish.svg");

    Kassei.activation("mish").draw(picture, -3, 3);
    Kassei.activation("softmax").draw(temporary.resolve("softmax.png"));

    assertThat(Files.readString(picture)).startsWith("<svg").contains("mish");
    assertThat(temporary.resolve("softmax.png")).isNotEmptyFile();
    assertThatThrownBy(() -> Kassei.activation("mish").draw(temporary.resolve("mish.gif")))
        .isInstanceOf(KasseiException.class)
        .hasMessageContaining("expected a file that ends with .png, .svg or .pdf");
    assertThatThrownBy(() -> Kassei.activation("mish").draw(picture, 3, 3))
        .hasMessage(
            "expected the smaller of two finite numbers first, but the range was 3.0 to 3.0");
  }

  @Test
  void allProblemsAreToldWithTheirPlaces() {
    assertThatThrownBy(
            () -> Kassei.train("dataset: xor\nmodel: mpl\nloss: mse\noptimizer: {type: adm}\n"))
        .isInstanceOfSatisfying(
            KasseiException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::source, Problem::line, Problem::column, Problem::path)
                    .containsExactly(
                        tuple("experiment", 2, 8, "model"),
                        tuple("experiment", 4, 19, "optimizer")));
  }

  @Test
  void anUnknownNameIsTold() {
    assertThatThrownBy(() -> Kassei.activation("geluu"))
        .isInstanceOf(KasseiException.class)
        .hasMessageStartingWith("activation:1:1: unknown activation 'geluu'; did you mean 'gelu'?");
    assertThatThrownBy(() -> Kassei.formula("x*sigmod(x)"))
        .isInstanceOf(KasseiException.class)
        .hasMessageContaining("sigmod");
  }

  @Test
  void aPluginIsKnownToTheSessionThatHasIt() {
    Session session = Kassei.with(new TallTanh(2));

    assertThat(session.activation("tall_tanh").value(100)).isEqualTo(2);
    assertThat(session.activation("{type: tall_tanh, scale: 3}").value(100)).isEqualTo(3);
    assertThatThrownBy(() -> Kassei.activation("tall_tanh")).isInstanceOf(KasseiException.class);
  }

  @Test
  void aRecordThatIsNoPluginIsRefused() {
    assertThatThrownBy(() -> Kassei.with(new NoPlugin()))
        .isInstanceOf(KasseiException.class)
        .hasMessageContaining("NoPlugin can be no plugin: it has no @PluginName");
    assertThatThrownBy(() -> Kassei.with(temporary))
        .isInstanceOf(KasseiException.class)
        .hasMessageContaining("holds neither jars nor META-INF/services");
    assertThatThrownBy(() -> Kassei.session().threads(0))
        .hasMessage("expected at least 1 thread but was 0");
  }

  @Test
  void whatIsNullIsRefusedByItsName() {
    assertRefused(
        () -> Kassei.activation(nothing(String.class)), "activation is null; give a value");
    assertRefused(() -> Kassei.formula(nothing(String.class)), "formula is null; give a value");
    assertRefused(
        () -> Kassei.train(Experiment.yaml(nothing(String.class))), "yaml is null; give a value");
    assertRefused(() -> Experiment.file(nothing(Path.class)), "file is null; give a value");
    assertRefused(() -> TrainedModel.load(nothing(Path.class)), "folder is null; give a value");
    assertRefused(
        () -> Experiment.builder().set("model.hidden", nothing(Object.class)),
        "model.hidden is null; give a value");
    assertRefused(
        () -> Experiment.builder().set(nothing(String.class), 1), "path is null; give a value");
    assertRefused(
        () ->
            Experiment.builder()
                .data(new double[][] {{1}, nothing(double[].class)}, new int[] {0, 1}),
        "x[1] is null; give a value");
    assertRefused(
        () ->
            Experiment.builder()
                .data(new double[][] {{1}, {2}}, new String[] {"a", nothing(String.class)}),
        "y[1] is null; give a value");
  }

  private static <T> T nothing(Class<T> type) {
    return type.cast(null);
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(KasseiException.class).hasMessage(message);
  }

  @Test
  void anActivationOfTheProgramThatFailsIsRefused() {
    ActivationFunction empty = Kassei.activation("mine", x -> nothing(Expr.class));
    ActivationFunction failing =
        Kassei.activation(
            "mine",
            x -> {
              throw new NoClassDefFoundError("Helper");
            });

    assertRefused(() -> empty.value(1), "mine: what it returns is null; give a value");
    assertRefused(empty::formula, "mine: what it returns is null; give a value");
    assertRefused(() -> failing.gradient(1), "mine fails: java.lang.NoClassDefFoundError: Helper");
  }

  @Test
  void publicTypesMentionNothingOfOthers() {
    assertThat(PublicTypes.all()).contains(Kassei.class, Session.class, TrainedModel.class);
    assertThat(PublicTypes.foreign()).isEmpty();
  }
}
