package dev.kassei.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.RowFunction;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TrainingTest {
  private static final Path CONFIGS = Path.of("..", "configs");
  private static final double[][] X = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
  private static final String PERCEPTRON =
      """
      precision: float64
      dataset: xor
      model:
        type: mlp
        hidden: []
        output_activation: sigmoid
        initializer: {weight: {type: normal, standard_deviation: 1}, bias: {type: normal, standard_deviation: 1}}
      loss: mse
      optimizer: {type: sgd, learning_rate: 0.1}
      training: {epochs: 30, batch_size: all, shuffle: false}
      """;

  private static Experiment mlp() {
    return Experiment.builder()
        .data(X, new int[] {0, 1, 1, 0})
        .model("mlp", Map.of("hidden", List.of(8), "activation", "tanh"))
        .loss("binary_cross_entropy")
        .optimizer("adam", Map.of("learning_rate", 0.05))
        .set("training.batch_size", "all")
        .epochs(20)
        .build();
  }

  @Test
  void aFileTrainsToTheBitsOfTheCommand() {
    TrainedModel model = Kassei.train(CONFIGS.resolve("xor-perceptron.yaml"));

    assertThat(model.digest())
        .isEqualTo("3a60e5cfd6b42529e88019a7f263b5596ed3959af413f1704e378117fa703f88");
    assertThat(model.failure()).isEmpty();
    assertThat(model.history().rows()).isEqualTo(10000);
  }

  @Test
  void textArraysAndPluginNamesTrainToTheSameBits() {
    String yaml =
        """
        dataset: xor
        model: {type: mlp, hidden: [8], activation: tanh}
        loss: binary_cross_entropy
        optimizer: {type: adam, learning_rate: 0.05}
        training: {epochs: 20, batch_size: all}
        """;

    TrainedModel ofText = Kassei.train(yaml);
    TrainedModel ofArrays = Kassei.train(mlp());

    assertThat(ofArrays.digest()).isEqualTo(ofText.digest());
    assertThat(ofArrays.metrics()).isEqualTo(ofText.metrics()).containsKey("train.accuracy");
    assertThat(ofArrays.history().columns())
        .containsExactly("epoch", "train.running_loss", "learning_rate");
  }

  @Test
  void settingsAreMergedOntoAnExperiment() {
    assertThat(Kassei.train(mlp().set("training.epochs=3", "seed=2")).history().rows())
        .isEqualTo(3);
  }

  @Test
  void whatABuilderHoldsIsChecked() {
    assertThatThrownBy(
            () ->
                Kassei.train(
                    Experiment.builder()
                        .data(X, new int[] {0, 1, 1, 0})
                        .model("mlp", Map.of("hiden", 8))
                        .loss("mse")
                        .optimizer("adam", Map.of("learning_rate", "fast"))
                        .build()))
        .isInstanceOfSatisfying(
            KasseiException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::path)
                    .containsExactlyInAnyOrder("model.hiden", "optimizer.learning_rate"));
  }

  @Test
  void arraysThatAreNoDataAreRefused() {
    ExperimentBuilder builder = Experiment.builder();
    double[][] ragged = {{1, 2}, {3}};
    double[][] endless = {{1}, {Double.NaN}};

    assertThatThrownBy(() -> builder.data(X, new int[] {0, 1}))
        .hasMessage("x has 4 rows but y has 2; give one y for each row of x");
    assertThatThrownBy(() -> builder.data(ragged, new int[] {0, 1}))
        .hasMessage("x[1] has 1 numbers but x[0] has 2");
    assertThatThrownBy(() -> builder.data(endless, new double[] {0, 1}))
        .hasMessage("x[1][0] is NaN; expected finite numbers");
    assertThatThrownBy(() -> builder.data(X, new String[] {"a", "a", "a", "a"}))
        .hasMessage("expected at least two classes in y but found [a]");
    assertThatThrownBy(() -> builder.set("plots", new Object()).build())
        .isInstanceOf(KasseiException.class)
        .hasMessageStartingWith("a value of java.lang.Object cannot stand in a configuration");
  }

  @Test
  void numbersAreLearnedFromArrays() {
    double[][] x = {{0}, {1}, {2}, {3}};

    TrainedModel model =
        Kassei.train(
            Experiment.builder()
                .data(x, new double[] {1, 3, 5, 7})
                .set("dataset.target.standardize", true)
                .standardize()
                .model("mlp", Map.of("hidden", List.of()))
                .loss("mse")
                .optimizer("sgd", Map.of("learning_rate", 0.3))
                .set("training.batch_size", "all")
                .epochs(100)
                .build());

    assertThat(model.metrics().get("train.loss")).isLessThan(1e-6);
  }

  @Test
  void aRecordIsUsedAsItIs() {
    Session session = Kassei.with(new TallTanh(1));

    TrainedModel named = session.train(mlp().set("model.activation={type: tall_tanh, scale: 2}"));
    TrainedModel held =
        Kassei.train(
            Experiment.builder()
                .data(X, new int[] {0, 1, 1, 0})
                .model("mlp", Map.of("hidden", 8, "activation", new TallTanh(2)))
                .loss("binary_cross_entropy")
                .optimizer("adam", Map.of("learning_rate", 0.05))
                .set("training.batch_size", "all")
                .epochs(20)
                .build());

    assertThat(held.digest()).isEqualTo(named.digest());
    assertThat(session.train(mlp()).digest()).isEqualTo(Kassei.train(mlp()).digest());
  }

  /** Fails as it says. */
  @PluginName("failing")
  record Failing(String by) implements Activation {
    @Override
    public Expr apply(Expr x) {
      if (by.equals("class")) {
        throw new NoClassDefFoundError("Helper");
      }
      throw new IllegalStateException("mine");
    }
  }

  @Test
  void anActivationOfTheProgramThatFailsIsRefused() {
    Experiment experiment = mlp().set("model.activation=failing");

    assertThatThrownBy(() -> Kassei.with(new Failing("state")).train(experiment))
        .isInstanceOf(KasseiException.class)
        .hasMessage(
            "a network with plugins of the program, failing, fails:"
                + " java.lang.IllegalStateException: mine");
    assertThatThrownBy(() -> Kassei.with(new Failing("class")).train(experiment))
        .isInstanceOf(KasseiException.class)
        .hasMessageContaining("NoClassDefFoundError: Helper");
  }

  /** A function of rows that fails once it is trained. */
  @PluginName("failing_rows")
  record FailingRows(String by) implements Activation {
    @Override
    public Expr apply(Expr x) {
      return x.rowFunction(new Rows(by), x.width());
    }

    private record Rows(String by) implements RowFunction {
      @Override
      public void value(double[] x, double[] y) {
        if (by.equals("value")) {
          throw new IllegalStateException("mine");
        }
      }

      @Override
      public void gradient(double[] x, double[] y, double[] dy, double[] dx) {
        throw new NoClassDefFoundError("Helper");
      }
    }
  }

  @Test
  void aFunctionOfRowsThatFailsWhileItIsTrainedIsRefused() {
    Experiment experiment = mlp().set("model.activation=failing_rows");

    assertThatThrownBy(() -> Kassei.with(new FailingRows("value")).train(experiment))
        .isInstanceOf(KasseiException.class)
        .hasMessage(
            "the function of rows dev.kassei.embed.TrainingTest$FailingRows$Rows fails:"
                + " java.lang.IllegalStateException: mine")
        .hasRootCauseInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Kassei.with(new FailingRows("gradient")).train(experiment))
        .isInstanceOf(KasseiException.class)
        .hasMessageEndingWith("fails: java.lang.NoClassDefFoundError: Helper");
    ActivationFunction failing = Kassei.activation("failing", new FailingRows("value"));
    assertThatThrownBy(() -> failing.value(1, 2)).isInstanceOf(KasseiException.class);
  }

  @Test
  void aPluginThatFailsInABatchIsNamed() {
    Experiment batch = mlp().set("batch={grid: {seed: [1, 2]}, compare: {metric: train.loss}}");

    BatchResult result =
        Kassei.with(new FailingRows("value")).batch(batch.set("model.activation=failing_rows"));

    assertThat(result.isComplete()).isFalse();
    assertThat(result.failures())
        .hasSize(2)
        .allSatisfy(
            failure ->
                assertThat(failure)
                    .matches(
                        "trial [12] could not run here: a network with plugins of the program,"
                            + " failing_rows, fails: java.lang.IllegalStateException: mine at .*"
                            + "Fix the plugin, or leave it out."));
    Experiment built = batch.set("model.activation=failing");
    assertThatThrownBy(() -> Kassei.with(new Failing("state")).batch(built))
        .isInstanceOf(KasseiException.class)
        .hasMessageContaining(
            "a network with plugins of the program, failing, fails:"
                + " java.lang.IllegalStateException: mine");
    assertThatThrownBy(() -> Kassei.with(new Failing("class")).batch(built))
        .isInstanceOf(KasseiException.class)
        .hasMessageContaining("failing, fails: java.lang.NoClassDefFoundError: Helper");
  }

  @Test
  void epochsAndProgressAreTold() {
    var epochs = new ArrayList<Integer>();
    var progress = new ArrayList<Progress>();

    Kassei.session()
        .onEpoch(epoch -> epochs.add(epoch.epoch()))
        .onProgress(progress::add)
        .train(mlp().set("training.epochs=2"));

    assertThat(epochs).containsExactly(0, 1);
    assertThat(progress)
        .extracting(Progress::toString)
        .containsExactly("epochs: 1 of 2", "epochs: 2 of 2");
  }

  @Test
  void aTrainingThatIsStoppedIsWhatItCameTo() {
    var epochs = new ArrayList<Integer>();

    TrainedModel model =
        Kassei.session()
            .onEpoch(epoch -> epochs.add(epoch.epoch()))
            .stopWhen(() -> epochs.size() == 3)
            .train(mlp());

    assertThat(model.isStopped()).isTrue();
    assertThat(model.history().rows()).isEqualTo(3);
    assertThat(Kassei.train(mlp()).isStopped()).isFalse();
  }

  @Test
  void anInterruptStopsATraining() {
    Thread.currentThread().interrupt();
    try {
      assertThat(Kassei.train(mlp()).isStopped()).isTrue();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  /** One session is shared on purpose. */
  @Test
  void trainingsInParallelGiveEqualBitsAndLeaveNoThread() throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    Session session = Kassei.session().threads(2);
    Callable<String> training = () -> session.train(PERCEPTRON).digest();
    List<Callable<String>> eight = Collections.nCopies(8, training);
    var digests = new ArrayList<String>();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (Future<String> each : threads.invokeAll(eight)) {
        digests.add(each.get());
      }
    } finally {
      threads.shutdown();
    }
    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();

    assertThat(digests).hasSize(8).containsOnly(Kassei.train(PERCEPTRON).digest());
    assertThat(ownThreads(before)).isEmpty();
  }

  private static List<String> ownThreads(Set<Thread> before) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread))
        .map(Thread::getName)
        .toList();
  }

  @Test
  void nothingIsPrinted() {
    PrintStream out = System.out;
    PrintStream err = System.err;
    var printed = new ByteArrayOutputStream();
    var stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(stream);
    System.setErr(stream);
    try {
      Kassei.train(mlp());
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }
}
