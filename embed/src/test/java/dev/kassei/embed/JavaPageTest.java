package dev.kassei.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in {@code docs/java.md} compiles and does what the page says. */
class JavaPageTest {
  @TempDir private Path temporary;
  private Path pictures = Path.of("");
  private Path runs = Path.of("");
  private final List<String> seen = new ArrayList<>();
  private final List<String> messages = new ArrayList<>();

  @BeforeEach
  void chooseFolders() {
    pictures = temporary;
    runs = temporary;
  }

  @Test
  void thePageShowsThePrograms() throws IOException {
    Page.of("java.md").isShownFrom(JavaPageTest.class, 7);
  }

  @Test
  void activations() {
    ActivationFunction gelu = Kassei.activation("gelu");
    double[] values = gelu.value(-1, 0, 1);
    double[] slopes = gelu.gradient(-1, 0, 1);
    String formula = gelu.formula();
    ActivationFunction leaky = Kassei.activation("{type: leaky_relu, alpha: 0.2}");
    ActivationFunction swish = Kassei.formula("x*sigmoid(x)");
    ActivationFunction own = Kassei.activation("cubic", x -> x.times(x).times(x));
    swish.draw(pictures.resolve("swish.png"), -4, 4);

    assertThat(values[1]).isZero();
    assertThat(slopes[1]).isEqualTo(0.5);
    assertThat(formula).contains("erfc");
    assertThat(leaky.value(-1)).isEqualTo(-0.2);
    assertThat(own.gradient(2)).isEqualTo(12);
    assertThat(pictures.resolve("swish.png")).isNotEmptyFile();
  }

  @Test
  @Tag("slow")
  void trainingAndAModel() {
    TrainedModel fromFile = Kassei.train(Path.of("../configs/xor-mlp.yaml"));
    TrainedModel fromText =
        Kassei.train(
            """
            dataset: xor
            model: {type: mlp, hidden: [8], activation: tanh}
            loss: binary_cross_entropy
            optimizer: {type: adam, learning_rate: 0.05}
            training: {epochs: 1000, batch_size: all}
            """);

    double[][] x = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    int[] y = {0, 1, 1, 0};
    Experiment experiment =
        Experiment.builder()
            .data(x, y)
            .model("mlp", Map.of("hidden", List.of(8), "activation", "tanh"))
            .loss("binary_cross_entropy")
            .optimizer("adam", Map.of("learning_rate", 0.05))
            .epochs(1000)
            .set("training.batch_size", "all")
            .build();
    TrainedModel model = Kassei.train(experiment);
    TrainedModel other = Kassei.train(experiment.set("seed=7", "model.hidden=[16]"));

    assertThat(List.of(fromText.digest(), model.digest())).containsOnly(fromFile.digest());
    assertThat(other.digest()).isNotEqualTo(model.digest());

    double accuracy = model.metrics().get("train.accuracy");
    double[] losses = model.history().numbers("train.running_loss");
    double[][] probabilities = model.predict(new double[][] {{0, 1}, {1, 1}});
    List<Optional<String>> classes = model.classify(new double[][] {{0, 1}, {1, 1}});
    Map<String, Double> measured = model.evaluate(x, y);
    String digest = model.digest();
    model.save(runs.resolve("xor"));
    TrainedModel again = TrainedModel.load(runs.resolve("xor"));

    assertThat(accuracy).isEqualTo(1);
    assertThat(losses).hasSize(1000);
    assertThat(probabilities[0][0]).isGreaterThan(0.9);
    assertThat(classes).containsExactly(Optional.of("1"), Optional.of("0"));
    assertThat(measured).containsEntry("accuracy", 1.0).containsKey("loss");
    assertThat(again.digest()).isEqualTo(digest);

    var stop = new AtomicBoolean();
    Session session =
        Kassei.with(new TallTanh(2))
            .threads(2)
            .onEpoch(epoch -> stop.set(epoch.metrics().get("train.running_loss") < 0.1))
            .onProgress(progress -> seen.add(progress.done() + " of " + progress.total()))
            .stopWhen(stop::get);
    TrainedModel early = session.train(experiment.set("model.activation=tall_tanh"));

    assertThat(early.isStopped()).isTrue();
    assertThat(seen).contains("1 of 1000").doesNotContain("1000 of 1000");
  }

  @Test
  @Tag("slow")
  void batches() {
    BatchResult result =
        Kassei.batch(
            Experiment.builder()
                .dataset("iris")
                .standardize()
                .test(0.3)
                .model("mlp", Map.of("hidden", List.of(8)))
                .loss("cross_entropy")
                .optimizer("adam")
                .epochs(20)
                .grid("model.activation", "relu", "tanh", "mish")
                .seeds(5)
                .build());
    List<String> ranked = result.ranking().texts("method");
    double[] scores = result.trials().numbers("last.test.accuracy");
    String verdict = result.verdict();

    assertThat(ranked).containsExactlyInAnyOrder("relu", "tanh", "mish");
    assertThat(scores).hasSize(15);
    assertThat(verdict).isNotEmpty();
  }

  @Test
  void mistakes() {
    try {
      Kassei.train("dataset: xor\nmodel: mpl\nloss: mse\noptimizer: adm\n");
    } catch (KasseiException e) {
      for (Problem problem : e.problems()) {
        messages.add(problem.line() + ": " + problem.path() + ": " + problem.message());
      }
    }

    assertThat(messages)
        .satisfiesExactly(
            first -> assertThat(first).startsWith("2: model: unknown model 'mpl'; did you mean"),
            second -> assertThat(second).startsWith("4: optimizer: unknown optimizer 'adm'"));
  }
}
