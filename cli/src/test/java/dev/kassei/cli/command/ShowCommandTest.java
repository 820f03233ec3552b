package dev.kassei.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.kassei.api.Activation;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.LatexPrinter;
import dev.kassei.api.expr.Shape;
import dev.kassei.cli.Configs;
import dev.kassei.cli.Invocation;
import dev.kassei.cli.JsonText;
import dev.kassei.experiment.plugin.Families;
import dev.kassei.experiment.plugin.PluginEntry;
import dev.kassei.experiment.plugin.Plugins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void aFormulaStandsOnceAndIsNobodysConfiguration() {
    String same = Invocation.of("show", "x * tanh(softplus(x))").done().out();
    assertThat(same).containsOnlyOnce("  formula  ").doesNotContain("as written");
    assertThat(same).contains("A formula of your own.").doesNotContain("configuration");
    assertThat(Invocation.of("show", "x*sigmoid(x)").done().out())
        .containsOnlyOnce("  formula  ")
        .containsPattern("as written +x\\*sigmoid\\(x\\)\n");
  }

  @Test
  void aLayerStandsAboveThoseThatItContains(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("e.yaml"),
            """
            dataset: xor
            model:
              type: sequential
              layers:
                - {type: dense, units: 3, activation: tanh}
                - {type: residual, layers: [{type: dense, units: 3, activation: relu}]}
                - {type: dense, units: 1}
            loss: binary_cross_entropy
            optimizer: adam
            """);
    List<String> layers =
        Invocation.of("show", file).done().outLines().stream()
            .filter(line -> line.startsWith("layers."))
            .map(line -> line.split(" ", -1)[0])
            .toList();
    assertThat(layers)
        .containsExactly(
            "layers.0",
            "layers.0.activation",
            "layers.1",
            "layers.1.0",
            "layers.1.0.activation",
            "layers.2");
  }

  @Test
  void anActivationInJson() {
    Object gelu = json("gelu", "--at=-3,-1,0,1,3");

    assertThat(JsonText.map(gelu))
        .containsOnlyKeys(
            "name",
            "title",
            "formula",
            "derivative",
            "parameters",
            "family",
            "reference",
            "peers",
            "properties",
            "computed",
            "published_gain",
            "points");
    assertThat(JsonText.at(gelu, "family")).isEqualTo("gated");
    assertThat(JsonText.at(gelu, "peers", "jax")).isEqualTo(Map.of("approximate", "tanh"));
    assertThat(JsonText.at(gelu, "properties"))
        .isEqualTo(List.of("elementwise", "smooth", "zero_at_zero", "lipschitz"));
    assertThat(JsonText.at(gelu, "computed", "high")).isEqualTo("Infinity");
    assertThat((double) JsonText.at(gelu, "computed", "mean_square"))
        .isCloseTo(0.4252214825702987, offset(1e-12));
    assertThat(JsonText.at(gelu, "published_gain")).isSameAs(JsonText.NULL);
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
    Object formula =
        json("{formula: \"x*sigmoid(b*x)\", parameters: {b: 2}, trainable: b}", "--at=1");

    assertThat(JsonText.at(formula, "formula")).isEqualTo("x * sigmoid(b * x)");
    assertThat(JsonText.at(formula, "parameters"))
        .isEqualTo(
            Map.of(
                "formula",
                "x*sigmoid(b*x)",
                "parameters",
                Map.of("b", 2.0),
                "trainable",
                List.of("b"),
                "per_unit",
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
  void textNamesFamilyPeersAndWhatTheFormulaSays() {
    assertThat(Invocation.of("show", "hard_sigmoid").done().outLines())
        .contains(
            "  family          sigmoidal",
            "  peers           article: slope 0.5, offset 0.5",
            "  peers           dl4j, onnx: slope 0.2, offset 0.5",
            "  properties      elementwise, bounded, monotone, lipschitz",
            "  range           0 to 1",
            "  kinks           -3, 3",
            "  Lipschitz       0.166667");
    assertThat(Invocation.of("show", "silu").done().outLines())
        .contains(
            "swish: Swish",
            "  range           -0.278465 to ∞",
            "  kinks           none",
            "  z ~ N(0, 1)     E f = 0.206621, E f² = 0.355776, E f'² = 0.379482",
            "  gain            1.67653, 1 / √(E f²)");
    assertThat(Invocation.of("show", "hard_shrink").done().outLines())
        .contains("  jumps           -0.5, 0.5", "  Lipschitz       ∞");
    assertThat(Invocation.of("show", "tanh").done().outLines())
        .contains("  gain            1.66667, published");
  }

  @Test
  void functionsOfRowsHaveNoRange() {
    Invocation softmax = Invocation.of("show", "softmax").done();
    assertThat(softmax.out()).contains("  family          rowwise\n").doesNotContain("  range  ");
    assertThat(JsonText.at(json("softmax"), "computed")).isSameAs(JsonText.NULL);
    assertThat(Invocation.of("show", "tlu").done().out()).contains("elementwise, trainable");
  }

  @Test
  void formulasOfOnesOwnHaveProperties() {
    assertThat(Invocation.of("show", "{formula: \"x + sin(x)\"}").done().outLines())
        .contains("  properties      elementwise, monotone, odd, smooth, zero at zero, lipschitz");
  }

  @Test
  void whatHasToBeGivenHasNoDefault() {
    assertThat(Invocation.of("show", "conv2d").done().outLines())
        .contains(
            "  out_channels    required",
            "  kernel_size     required",
            "  stride          1",
            "  padding         0",
            "  initializer     {weight: auto, bias: zeros}");
    assertThat(Invocation.of("show", "dense").done().outLines())
        .contains("  units           required");
    assertThat(Invocation.of("show", "lenet").done().outLines())
        .contains("  activation      required", "  pool            max");
    assertThat(Invocation.of("show", "max_pool").done().outLines())
        .contains("  stride          not given");
    assertThat(JsonText.at(json("dense"), "parameters", "units")).isEqualTo("required");
  }

  @Test
  void anExperimentIsShownAsItsLayers() {
    assertThat(Invocation.of("show", Configs.MLP).done().out())
        .isEqualTo(
            """
            xor-mlp
              train           4 rows × 2 features
              task            classification with 2 classes

            layer                output     parameters  operations per row
            hidden.0             batch × 8  24          40
            hidden.0.activation  batch × 8  0           8
            output               batch × 1  9           17

              parameters      33
              per step        1,113 operations, forward, backward and update, 4 rows
              gain            hidden.0.weight: 1.667, published for tanh
              gain            output.weight: 1.000, since no activation follows
            """);
    Object json = json(Configs.MLP);
    assertThat(JsonText.at(json, "parameters")).isEqualTo(33.0);
    assertThat(JsonText.at(json, "layers", 0, "path")).isEqualTo("hidden.0");
    assertThat(JsonText.at(json, "initial_gains", "hidden.0.weight"))
        .isEqualTo("1.667, published for tanh");
  }

  @Test
  void anOptionThatWouldBeIgnoredIsRefused() {
    String ofActivations =
        "; --at and --precision are for activations, --latex for what has a formula";
    Invocation.of("show", Configs.MLP, "--at=-3,3", "--latex")
        .refused(
            "'%s' is a file, so --at, --latex would be ignored".formatted(Configs.MLP)
                + ofActivations);
    Invocation.of("show", Configs.MLP, "--precision", "float64")
        .refused(
            "'%s' is a file, so --precision would be ignored".formatted(Configs.MLP)
                + ofActivations);
    Invocation.of("show", "adam", "--latex", "--at=1")
        .refused("'adam' is not an activation, so --at would be ignored" + ofActivations);
    Invocation.of("show", "sine", "--kind", "dataset", "--latex")
        .refused("'sine' is not an activation, so --latex would be ignored" + ofActivations);
    String ofNames = ", so --kind would be ignored; --kind is for names of plugins";
    Invocation.of("show", Configs.MLP, "--kind", "dataset")
        .refused("'%s' is a file".formatted(Configs.MLP) + ofNames);
    Invocation.of("show", "x*x", "--kind", "activation").refused("'x*x' is not a name" + ofNames);
  }

  @Test
  void anotherPluginIsShownWithItsDefaults() {
    assertThat(Invocation.of("show", "sgd").done().out())
        .startsWith("sgd (optimizer): SGD\n  next weight     weight - gradient * learning_rate\n")
        .contains("\n  from            built in\n  learning_rate   0.01\n");
    assertThat(JsonText.at(json("csv"), "parameters", "delimiter")).isEqualTo(",");
  }

  @Test
  void theKeysOfAPluginAreShownWithWhatTheyMean() {
    assertThat(Invocation.of("show", "tensorboard").done().out())
        .endsWith("\n\n  path            The folder to write into, within that of the run.\n");
    assertThat(Invocation.of("show", "csv").done().out())
        .containsPattern("\n\n  path +The file\\.\n")
        .containsPattern(
            "  sample_weight +The column that says how much each row counts in the loss");
    assertThat(JsonText.at(json("openml"), "meanings", "path")).isEqualTo("The folder.");
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
    Invocation.of("show", "none.yaml").refused("none.yaml: there is no such file");
    Invocation point = Invocation.of("show", "gelu", "--at=1,x");
    assertThat(point.err())
        .startsWith(
            "kassei show: Invalid value for option '--at' (X): expected a number but was 'x'\n");
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
            formula cannot be computed for the row [1, 2] of --at: formula: rows of batch × 2 cannot be added at\
             batch × 2 (column 1)
              scatter_add(x, x, 10)
              ^""");
  }

  @Test
  void aFunctionThatWidensShowsAsManyValuesAsPoints() {
    assertThat(Invocation.of("show", "{formula: 'concat(x, 2 * x)'}", "--at=1,3").done().out())
        .endsWith("  x  value  derivative\n  1  1      1\n  3  3      1\n");
  }

  @Test
  void anActivationAndADataSetOfTheSameNameAreBothShown() {
    assertThat(Invocation.of("show", "sine").done().outLines())
        .contains("sine: Sine", "sine (dataset): Sine");
    assertThat(Invocation.of("show", "sine", "--kind", "dataset").done().out())
        .startsWith("sine (dataset): Sine\n")
        .doesNotContain("formula");
    assertThat(JsonText.at(json("sine", "--kind", "activation"), "formula")).isEqualTo("sin(x)");
    Invocation.of("show", "sine", "--json")
        .refused("several plugins are called 'sine'; choose with --kind: activation, dataset");
    Invocation.of("show", "sine", "--kind", "loss")
        .refused("--kind: there is no loss 'sine'; of this name there are: activation, dataset");
  }

  @Test
  void aNameIsLookedForAmongPluginsOfAllKinds() {
    Invocation.of("show", "adan")
        .refused(
            "unknown plugin 'adan'; there is none like it here, the nearest is 'adamw'."
                + " 'kassei list' shows them all.");
    Invocation.of("show", "L1Loss")
        .refused("unknown plugin 'L1Loss'; here it is 'mae'. 'kassei list' shows them all.");
    Invocation.of("show", "sgimoid")
        .refused("unknown plugin 'sgimoid'; did you mean 'sigmoid'? 'kassei list' shows them all.");
    Invocation.of("check", "nothing")
        .refused("unknown plugin 'nothing'. 'kassei list' shows them all.");
  }

  @Test
  void aFormulaNeedsNoYaml() {
    assertThat(Invocation.of("show", "x*sigmoid(x)", "--at=0").done().out())
        .startsWith("x*sigmoid(x): Formula\n  formula         x * sigmoid(x)\n");
  }

  @Test
  void gatedUnitsAreShownForARowThatFits() {
    assertThat(Invocation.of("show", "glu").done().out())
        .contains("\n  -3  ", "\n  -1  ")
        .doesNotContain("\n  0  ");
    Invocation.of("show", "glu", "--at=1,2,3")
        .refused(
            "glu cannot be computed for the row [1, 2, 3] of --at: glu cuts rows into two halves,"
                + " so it needs an even number of columns but got 3");
  }

  @Test
  void latexIsWhatTheDocumentationShows() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "configuration.md"));
    int start = page.indexOf("$ kassei show mish --latex\n");
    String shown = page.substring(page.indexOf('\n', start) + 1, page.indexOf("```", start));

    assertThat(Invocation.of("show", "mish", "--latex").done().out()).startsWith(shown);
  }

  @Test
  void derivativeAndJsonAreLatexToo() {
    Object elliott = json("{formula: x / (1 + x^2)}", "--latex");

    assertThat(JsonText.at(elliott, "formula")).isEqualTo("\\frac{x}{1 + x^{2}}");
    assertThat((String) JsonText.at(elliott, "derivative")).contains("\\frac{");
  }

  @Test
  void latexOfEveryActivationClosesWhatItOpens() {
    for (PluginEntry<Activation> entry : Plugins.builtIn().of(Families.ACTIVATION).entries()) {
      Expr x = Expr.input("x", Shape.batch(4));
      String latex = LatexPrinter.latex(entry.defaults().apply(x));

      assertThat(count(latex, "\\{")).as(latex).isEqualTo(count(latex, "\\}"));
      assertThat(count(latex, "\\\\left[(\\[|]"))
          .as(latex)
          .isEqualTo(count(latex, "\\\\right[)\\]|]"));
      assertThat(count(latex, "\\\\begin")).as(latex).isEqualTo(count(latex, "\\\\end"));
    }
  }

  private static long count(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().count();
  }
}
