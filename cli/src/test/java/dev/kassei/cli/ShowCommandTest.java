package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShowCommandTest {
  private static Object json(Object... arguments) {
    Object[] all = new Object[arguments.length + 2];
    all[0] = "show";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[arguments.length + 1] = "--json";
    return JsonText.read(Invocation.of(all).done().out());
  }

  private static double number(Object json, int point, String key) {
    return (double) JsonText.at(json, "points", point, key);
  }

  @Test
  void anActivationInJson() {
    Object gelu = json("gelu", "--at=-3,-1,0,1,3");

    assertThat(JsonText.map(gelu))
        .containsOnlyKeys(
            "name", "title", "formula", "derivative", "parameters", "reference", "points");
    assertThat(JsonText.at(gelu, "parameters")).isEqualTo(Map.of("approximate", "none"));
    assertThat((String) JsonText.at(gelu, "reference")).contains("arXiv:1606.08415");
    assertThat(JsonText.map(JsonText.at(gelu, "points", 0)))
        .containsOnlyKeys("x", "value", "derivative");
    assertThat((List<?>) JsonText.at(gelu, "points")).hasSize(5);
    assertThat(number(gelu, 0, "x")).isEqualTo(-3);
    // −3·Φ(−3), Φ(−3) − 3·φ(3)
    assertThat(number(gelu, 0, "value")).isCloseTo(-0.00404969409489, offset(1e-14));
    assertThat(number(gelu, 0, "derivative")).isCloseTo(-0.01194564720418, offset(1e-14));
  }

  @Test
  void whatIsPrintedIsAFormulaThatCanBeShown() {
    Object mish = json("mish");
    Object again = json("{formula: \"" + JsonText.at(mish, "formula") + "\"}");
    assertThat(JsonText.at(again, "points")).isEqualTo(JsonText.at(mish, "points"));
  }

  @Test
  void inlineYamlSetsHyperparameters() {
    Object leaky = json("{type: leaky_relu, alpha: 0.2}", "--at=-1");
    assertThat(JsonText.at(leaky, "parameters")).isEqualTo(Map.of("alpha", 0.2));
    assertThat(number(leaky, 0, "value")).isEqualTo(-0.2);
  }

  @Test
  void inlineYamlMayBeAFormula() {
    Object formula = json("{formula: \"x*sigmoid(b*x)\", parameters: {b: 2}}", "--at=1");

    assertThat(JsonText.at(formula, "formula")).isEqualTo("x * sigmoid(2 * x)");
    assertThat(JsonText.at(formula, "parameters"))
        .isEqualTo(
            Map.of(
                "formula",
                "x*sigmoid(b*x)",
                "parameters",
                Map.of("b", 2.0),
                "trainable",
                List.of()));
    assertThat(number(formula, 0, "value")).isCloseTo(1 / (1 + StrictMath.exp(-2)), offset(1e-15));
  }

  @Test
  void aPeersDefinition() {
    Object gelu = json("{type: gelu, like: article}", "--at=1");
    assertThat(number(gelu, 0, "value")).isCloseTo(0.8411919906082768, offset(1e-15));
  }

  @Test
  void float32IsComputedAndPrintedInFloat32() {
    String text = Invocation.of("show", "tanh", "--at=0.1", "--precision", "float32").done().out();
    assertThat(text).endsWith("  0.1  0.099667996  0.9900663\n");
  }

  @Test
  void pointsMayBeInfiniteAndNegative() {
    Object relu = json("relu", "--at=-inf,.5,inf,nan");

    assertThat(JsonText.at(relu, "points", 0))
        .isEqualTo(Map.of("x", "-Infinity", "value", 0.0, "derivative", 0.0));
    assertThat(number(relu, 1, "x")).isEqualTo(0.5);
    assertThat(JsonText.at(relu, "points", 2, "value")).isEqualTo("Infinity");
    assertThat(JsonText.at(relu, "points", 3, "value")).isEqualTo("NaN");
  }

  @Test
  void rowWiseFunctionsTakeThePointsAsOneRow() {
    Object softmax = json("softmax", "--at=0,0,0,0");

    assertThat(JsonText.at(softmax, "derivative")).isSameAs(JsonText.NULL);
    for (int i = 0; i < 4; i++) {
      assertThat(number(softmax, i, "value")).isEqualTo(0.25);
      assertThat(number(softmax, i, "derivative")).isEqualTo(0.25 * 0.75);
    }
  }

  @Test
  void textNamesFormulaDerivativeParametersAndPoints() {
    assertThat(Invocation.of("show", "elu", "--at=-1,0,2").done().out())
        .startsWith("elu: ELU\n  formula         ")
        .contains("\n  derivative      ", "\n  alpha           1\n", "\n  reference       ")
        .endsWith(
            """

              x   value                derivative
              -1  -0.6321205588285577  0.36787944117144233
              0   0                    1
              2   2                    1
            """);
  }

  @Test
  void anExperimentIsShownAsItsLayers() {
    assertThat(Invocation.of("show", Configs.MLP).done().out())
        .isEqualTo(
            """
            xor-mlp
              train           4 rows × 2 features

            layer                output     parameters  operations a row
            hidden.0             batch × 8  24          40
            hidden.0.activation  batch × 8  0           8
            output               batch × 1  9           17

              parameters      33
              a step          1,113 operations, forward, backward and update, 4 rows
            """);
    Object json = json(Configs.MLP);
    assertThat(JsonText.at(json, "parameters")).isEqualTo(33.0);
    assertThat(JsonText.at(json, "layers", 0, "path")).isEqualTo("hidden.0");
  }

  @Test
  void anotherPluginIsShownWithItsDefaults() {
    assertThat(Invocation.of("show", "sgd").done().out())
        .startsWith("sgd (optimizer): SGD\n  from            built in\n  learning_rate   0.01\n");
    assertThat(JsonText.at(json("csv"), "parameters", "delimiter")).isEqualTo(",");
  }

  @Test
  void mistakesAreReportedWithTheirPlace() {
    Invocation.of("show", "{formula: \"x*sigmoyd(x)\"}")
        .refused(
            """
            activation:1:11: formula: in the formula, column 3: unknown function 'sigmoyd', did you mean sigmoid(x)?
              x*sigmoyd(x)
                ^""");
    Invocation.of("show", "{type: leaky_relu, alhpa: 1}")
        .refused(
            "activation:1:20: alhpa: unknown key; did you mean 'alpha'? Known keys: alpha, name, like");
    Invocation.of("show", "none.yaml").refused("none.yaml: there is no file 'none.yaml'");
    Invocation point = Invocation.of("show", "gelu", "--at=1,x");
    assertThat(point.err())
        .startsWith("Invalid value for option '--at' (X): expected a number but was 'x'\n");
    assertThat(point.code()).isEqualTo(2);
  }

  @Test
  void aDataSetShowsRowsClassesAndWhereItComesFrom() {
    assertThat(Invocation.of("show", "iris").done().outLines())
        .contains("iris (dataset): Iris")
        .anyMatch(line -> line.matches(" *rows +150"))
        .anyMatch(line -> line.contains("3: setosa (50), versicolor (50), virginica (50)"))
        .anyMatch(line -> line.contains("R. A. Fisher 1936"))
        .anyMatch(line -> line.contains("scikit-learn 1.4.2"))
        .anyMatch(line -> line.contains("CC BY 4.0"));
    Object json = JsonText.read(Invocation.of("show", "moons", "--json").done().out());
    assertThat(JsonText.at(json, "rows")).isEqualTo("1000");
    assertThat(Invocation.of("show", "csv").done().out()).doesNotContain("licence");
  }

  @Test
  void aRowThatTheFunctionCannotTakeIsRefused() {
    Invocation.of("show", "{formula: 'scatter_add(x, x, 10)'}", "--at=1,2")
        .refused(
            """
            formula cannot be computed for the row [1.0, 2.0]: formula: rows of batch × 2 cannot be added at\
             batch × 2 (column 1)
              scatter_add(x, x, 10)
              ^""");
  }

  @Test
  void aFunctionThatWidensShowsAsManyValuesAsPoints() {
    assertThat(Invocation.of("show", "{formula: 'concat(x, 2 * x)'}", "--at=1,3").done().out())
        .endsWith("  x  value  derivative\n  1  1      1\n  3  3      1\n");
  }
}
