package dev.kassei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a plugin returns against its contract is told in one line, with its class and jar. */
class FailingPluginTest {
  private static final String RECORD =
      " @PluginName(\"%s\") public record %s() implements %s { %s }";
  private static final String RATE = "public double learningRate() { return 0.1; } ";

  @TempDir private static Path shared;
  private static Path jar = Path.of("");

  @TempDir private Path temporary;

  @BeforeAll
  static void makeJar() throws IOException {
    String plugins =
        record(
                "rooted",
                "Rooted",
                "Activation",
                apply(
                    "Expr x",
                    "x.times(x.at(\"\").parameter(\"shared\", Shape.fixed(1, x.width()), (f, d, i) -> 1))"))
            + record("no_activation", "NoActivation", "Activation", apply("Expr x", "null"))
            + record("no_layer", "NoLayer", "Layer", apply("Expr x", "null"))
            + record("no_model", "NoModel", "Model", apply("Expr x, int outputs", "null"))
            + record("no_loss", "NoLoss", "Loss", apply("Expr x, Expr target", "null"))
            + record(
                "no_data",
                "NoData",
                "DatasetSource",
                "public Dataset load(Context c) { return null; }")
            + record(
                "no_listener",
                "NoListener",
                "Listener",
                "public Listener startedIn(RunStart run) { return null; }")
            + record("no_step", "NoStep", "Optimizer", RATE + update("null"))
            + record("flat_step", "FlatStep", "Optimizer", RATE + update("w.rowSum()"))
            + record(
                "two_slots",
                "TwoSlots",
                "Optimizer",
                RATE + update("w.plus(w.state(\"m\", 0)).plus(w.state(\"m\", Shape.SCALAR, 0))"))
            + record(
                "halting",
                "Halting",
                "Activation",
                apply("Expr x", "x; } void end() { Runtime.getRuntime().halt(3); System.exit(4)"))
            + record("two_shapes", "TwoShapes", "Activation", apply("Expr x", twice("x")))
            + record(
                "two_shapes_model",
                "TwoShapesModel",
                "Model",
                apply("Expr x, int outputs", twice("x") + ".rowSum()"));
    jar =
        PluginJar.of(
            shared,
            "All",
            plugins,
            Map.of(
                "Activation", List.of("NoActivation", "TwoShapes", "Rooted", "Halting"),
                "Layer", List.of("NoLayer"),
                "Model", List.of("NoModel", "TwoShapesModel"),
                "Loss", List.of("NoLoss"),
                "DatasetSource", List.of("NoData"),
                "Listener", List.of("NoListener"),
                "Optimizer", List.of("NoStep", "FlatStep", "TwoSlots")));
  }

  private static String record(String name, String type, String family, String body) {
    return RECORD.formatted(name, type, family, body);
  }

  private static String apply(String parameters, String result) {
    return "public Expr apply(%s) { return %s; }".formatted(parameters, result);
  }

  private static String update(String result) {
    return "public Expr update(Expr w, Expr gradient, OptimizerStep step) { return "
        + result
        + "; }";
  }

  private static String twice(String x) {
    return "%1$s.times(%1$s.parameter(\"a\", Shape.SCALAR, (f, d, i) -> 1)).times(%1$s.parameter(\"a\", Shape.fixed(1, %1$s.width()), (f, d, i) -> 1))"
        .formatted(x);
  }

  private Invocation run(String setting) {
    return Invocation.of(
        "run",
        Configs.MLP,
        "--no-plots",
        "--out",
        temporary,
        "--plugins",
        jar,
        "--set",
        "training.epochs=1",
        "--set",
        setting);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "model.activation=no_activation | NoActivation: apply returns null",
        "model={type: sequential, layers: [no_layer, {type: dense, units: 1}]} | NoLayer: apply returns null",
        "model=no_model | NoModel: apply returns null",
        "loss=no_loss | NoLoss: apply returns null",
        "dataset=no_data | NoData: load returns null",
        "training.listeners=[no_listener] | NoListener: startedIn returns null",
        "optimizer=no_step | NoStep: update returns null",
        "optimizer=flat_step | FlatStep: update returns 2 × 1 for the parameter 'hidden.0.weight', which is 2 × 8",
        "optimizer=two_slots | TwoSlots: it declares 'optimizer.hidden.0.weight.m' as 2 × 8 and as 1 × 1; give one of them another name",
        "model.activation=two_shapes | TwoShapes: it declares 'hidden.0.activation.a' as 1 × 1 and as 1 × 8; give one of them another name",
        "model=two_shapes_model | TwoShapesModel: it declares 'a' as 1 × 1 and as 1 × 2; give one of them another name"
      })
  void aPluginThatBreaksItsContractIsNamed(String setting, String report) {
    run(setting).refused("a plugin fails: " + jar + ": thirdparty.All$" + report);
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void checkWarnsOfWhatEndsTheProcess() {
    assertThat(Invocation.of("check", "halting", "--plugins", jar).out())
        .contains(
            "warning plugin: thirdparty.All$Halting names java.lang.Runtime.halt, which ends the"
                + " process with all that trains in it: throw an exception instead, and 1 more of"
                + " this kind");
  }

  @ParameterizedTest
  @CsvSource({"two_shapes, a", "two_shapes_model, a", "two_slots, m"})
  void checkIsNotContentWithANameOfTwoShapes(String plugin, String name) {
    Invocation check = Invocation.of("check", plugin, "--plugins", jar);
    assertThat(check.out())
        .containsPattern(
            "it declares '([a-z_.]+\\.)?" + name + "' as .*; give one of them another name");
    assertThat(check.code()).isEqualTo(1);
  }

  @Test
  void aNameThatTwoLayersShareIsNoFaultOfOne() {
    Invocation run = run("model={type: mlp, hidden: [8, 4], activation: rooted}");
    assertThat(run.err())
        .isEqualTo(
            Configs.MLP
                + ": model: 'shared' is one tensor, by its name, but is used as 1 × 8 and as 1 × 4;"
                + " give one of the layers another name\n");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void showNamesItAsWell() {
    Invocation.of("show", "no_activation", "--plugins", jar)
        .refused("a plugin fails: " + jar + ": thirdparty.All$NoActivation: apply returns null");
  }

  @Test
  void aTrialOfABatchNamesItAsWell() throws IOException {
    Path file = temporary.resolve("e.yaml");
    Files.writeString(
        file,
        "extends: %s\nbatch: {grid: {model.activation: [relu, no_activation], seed: [1, 2]}}\n"
            .formatted(Configs.MLP.toAbsolutePath()));

    Invocation batch =
        Invocation.of("run", file, "--no-plots", "--out", temporary, "--plugins", jar);

    assertThat(batch.err())
        .contains("a plugin fails: " + jar + ": thirdparty.All$NoActivation: apply returns null")
        .doesNotContain("\tat ");
  }
}
