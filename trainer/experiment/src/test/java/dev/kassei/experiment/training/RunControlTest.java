package dev.kassei.experiment.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kassei.api.Epoch;
import dev.kassei.api.Listener;
import dev.kassei.api.Precision;
import dev.kassei.api.RunControl;
import dev.kassei.api.RunStart;
import dev.kassei.api.StepEnd;
import dev.kassei.experiment.config.ConfigLoader;
import dev.kassei.experiment.plugin.Plugins;
import dev.kassei.results.Tensor;
import dev.kassei.results.record.RunEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a listener hears of a run, sees of it and does to it. */
class RunControlTest {
  @TempDir private Path temporary;

  /** Lets a test react to what it is told. */
  private static final class Watcher implements Listener {
    private final List<StepEnd> steps = new ArrayList<>();
    private final List<Epoch> epochs = new ArrayList<>();
    private final BiConsumer<RunControl, Watcher> reaction;
    private Optional<RunStart> start = Optional.empty();

    Watcher(BiConsumer<RunControl, Watcher> reaction) {
      this.reaction = reaction;
    }

    RunControl control() {
      return start.orElseThrow().control();
    }

    @Override
    public Listener startedIn(RunStart run) {
      start = Optional.of(run);
      return this;
    }

    @Override
    public void stepEnded(StepEnd step) {
      steps.add(step);
      reaction.accept(control(), this);
    }

    @Override
    public void epochEnded(Epoch epoch) {
      epochs.add(epoch);
      reaction.accept(control(), this);
    }
  }

  /** Trains on 43 rows, which are two mini-batches of 20 and one of 3. */
  private Outcome train(Watcher watcher, String optimizer, String training) throws IOException {
    Path file =
        Files.writeString(
            temporary.resolve("experiment.yaml"),
            """
            dataset: {type: moons, samples: 43, noise: 0.1}
            model: {type: mlp, hidden: [5], activation: tanh}
            loss: binary_cross_entropy
            optimizer: %s
            training: {epochs: 3, batch_size: %s}
            """
                .formatted(optimizer, training));
    PreparedTrial trial =
        new ExperimentCache().prepare(new ConfigLoader(Plugins.builtIn()).load(file, List.of()));
    try (var trainer = new LaneTrainer(new RunOptions())) {
      LaneTrainer.Run run = trainer.prepare(trial, watcher);
      run.startsIn("moons", temporary, Optional.empty());
      return run.train();
    }
  }

  private static void ignore(RunControl control, Watcher watcher) {}

  @Test
  void stepsAreToldWithRowsAndLoss() throws IOException {
    var watcher = new Watcher(RunControlTest::ignore);
    train(watcher, "adam", "20");
    assertThat(watcher.steps)
        .extracting(StepEnd::step)
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    assertThat(watcher.steps).extracting(StepEnd::rows).containsSequence(20, 20, 3, 20);
    assertThat(watcher.steps).extracting(StepEnd::epoch).containsExactly(0, 0, 0, 1, 1, 1, 2, 2, 2);
    double sum = watcher.steps.stream().limit(3).mapToDouble(s -> s.loss() * s.rows()).sum();
    assertThat(sum / 43)
        .isCloseTo(watcher.epochs.get(0).metrics().get(Epoch.RUNNING_LOSS), within(1e-12));
  }

  @Test
  void aStepOfSeveralMiniBatchesHasTheirMeanLoss() throws IOException {
    var watcher = new Watcher(RunControlTest::ignore);
    train(watcher, "adam", "20, accumulate: 3");
    assertThat(watcher.steps).extracting(StepEnd::rows).containsExactly(43, 43, 43);
    assertThat(watcher.steps.get(1).loss())
        .isCloseTo(watcher.epochs.get(1).metrics().get(Epoch.RUNNING_LOSS), within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"adam", "schedule_free_sgd"})
  void weightsAreThoseOfTheResultAndToReadThemChangesNothing(String optimizer) throws IOException {
    var read = new TreeMap<String, double[]>();
    var reader =
        new Watcher(
            (control, watcher) ->
                control.weightNames().forEach(name -> read.put(name, control.weights(name))));
    Outcome watched = train(reader, optimizer, "20");
    Outcome unwatched = train(new Watcher(RunControlTest::ignore), optimizer, "20");
    assertThat(watched.digest(Precision.FLOAT32)).isEqualTo(unwatched.digest(Precision.FLOAT32));
    Map<String, double[]> written = new TreeMap<>();
    for (Tensor tensor : watched.weights(Precision.FLOAT32)) {
      written.put(tensor.name(), tensor.values());
    }
    assertThat(read.keySet()).isEqualTo(written.keySet()).contains("hidden.0.weight");
    written.forEach((name, values) -> assertThat(read.get(name)).as(name).isEqualTo(values));
  }

  @Test
  void unknownWeightsAreRefusedWithThoseThereAre() throws IOException {
    var watcher = new Watcher(RunControlTest::ignore);
    train(watcher, "adam", "20");
    assertThatThrownBy(() -> watcher.control().weights("hidden.weight"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "there are no weights 'hidden.weight' but hidden.0.weight, hidden.0.bias,"
                + " output.weight, output.bias");
  }

  @Test
  void aRequestEndsTrainingAfterTheStep() throws IOException {
    var watcher =
        new Watcher(
            (control, self) -> {
              if (self.steps.size() == 4) {
                control.requestStop("the loss is low enough");
                control.requestStop("another reason");
              }
            });
    Outcome outcome = train(watcher, "adam", "20");
    assertThat(outcome.end()).isEqualTo(RunEnd.LISTENER);
    assertThat(outcome.stopReason()).contains("the loss is low enough");
    assertThat(outcome.steps()).isEqualTo(4);
    assertThat(watcher.steps).hasSize(4);
    assertThat(outcome.failure()).isEmpty();
  }

  @Test
  void aRequestAtTheEndOfAnEpochEndsTraining() throws IOException {
    var watcher =
        new Watcher(
            (control, self) -> {
              if (self.epochs.size() == 2) {
                control.requestStop("two epochs");
              }
            });
    Outcome outcome = train(watcher, "adam", "20");
    assertThat(outcome.end()).isEqualTo(RunEnd.LISTENER);
    assertThat(outcome.epochs()).hasSize(2);
  }

  @Test
  void aMinimizerTellsItsStepsToo() throws IOException {
    var watcher = new Watcher((control, self) -> control.requestStop("once"));
    Outcome outcome = train(watcher, "lbfgs", "all");
    assertThat(watcher.steps).extracting(StepEnd::rows).containsExactly(43);
    assertThat(outcome.steps()).isEqualTo(1);
    assertThat(outcome.stopReason()).contains("once");
  }

  @Test
  void theRunHasANameAndAFolder() throws IOException {
    var watcher = new Watcher(RunControlTest::ignore);
    train(watcher, "adam", "20");
    assertThat(watcher.start).hasValueSatisfying(run -> assertThat(run.name()).isEqualTo("moons"));
    assertThat(watcher.start)
        .hasValueSatisfying(run -> assertThat(run.folder()).isEqualTo(temporary));
  }
}
