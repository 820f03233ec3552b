package dev.kassei.batch.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kassei.batch.plan.FileLoader;
import dev.kassei.batch.run.Guess;
import dev.kassei.batch.run.TrialRecord;
import dev.kassei.batch.run.TrialResult;
import dev.kassei.batch.run.TrialStatus;
import dev.kassei.experiment.plugin.Plugins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BestSoFarTest {
  @TempDir private Path temporary;

  private BestSoFar best(String grid) throws IOException {
    Path file = temporary.resolve("batch.yaml");
    Files.writeString(
        file,
        """
        dataset: xor
        model: {type: mlp, hidden: [2], activation: relu}
        loss: mse
        optimizer: sgd
        batch: {grid: {%s}}
        """
            .formatted(grid));
    return new BestSoFar(new FileLoader(Plugins.builtIn()).batch(file, List.of()));
  }

  private static TrialResult trial(String dataset, String activation, double loss) {
    var record =
        new TrialRecord(
            "",
            TrialStatus.COMPLETED,
            "",
            1,
            -1,
            Map.of(),
            Guess.NONE,
            Map.of("train.loss", loss),
            Map.of(),
            List.of(),
            "",
            1,
            "");
    var axes = Map.of("dataset", dataset, "model.activation", activation);
    return new TrialResult(1, axes, Map.of(), record);
  }

  @Test
  void anEasyDataSetAloneMakesNoLeader() throws IOException {
    BestSoFar best = best("dataset: [xor, circles], model.activation: [relu, mish]");
    best.add(List.of(trial("xor", "relu", 0.5)));
    assertThat(best.leader()).contains(new BestSoFar.Leader("relu", "train.loss", 0.5));

    best.add(List.of(trial("circles", "mish", 0.1)));
    assertThat(best.leader()).isEmpty();

    best.add(List.of(trial("circles", "relu", 0.05)));
    assertThat(best.leader()).contains(new BestSoFar.Leader("relu", "train.loss", 0.05));

    best.add(List.of(trial("xor", "mish", 0.3)));
    assertThat(best.leader()).contains(new BestSoFar.Leader("mish", "train.loss", 0.2));
  }

  @Test
  void seedsAloneHaveNoLeader() throws IOException {
    BestSoFar best = best("seed: [1, 2]");
    best.add(List.of(trial("xor", "relu", 0.5)));
    assertThat(best.leader()).isEmpty();
  }
}
