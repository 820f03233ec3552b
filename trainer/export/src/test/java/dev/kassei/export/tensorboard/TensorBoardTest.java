package dev.kassei.export.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kassei.api.Epoch;
import dev.kassei.api.Listener;
import dev.kassei.api.RunControl;
import dev.kassei.api.RunStart;
import dev.kassei.export.tensorboard.EventReader.Fields;
import dev.kassei.fixtures.RunSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TensorBoardTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("tensorboard/events.out.tfevents.kassei");
  }

  private static Epoch epoch(int number, double loss) {
    var metrics = new LinkedHashMap<String, Double>();
    metrics.put(Epoch.RUNNING_LOSS, loss);
    metrics.put("validation.loss", Double.NaN);
    metrics.put(Epoch.LEARNING_RATE, 0.5);
    return new Epoch(number, metrics);
  }

  private static RunStart start(Path folder, int epochsDone) {
    return new RunStart("moons", folder, epochsDone, new Unwatched());
  }

  private record Unwatched() implements RunControl {
    @Override
    public List<String> weightNames() {
      return List.of();
    }

    @Override
    public double[] weights(String name) {
      throw new AssertionError(name + " is read");
    }

    @Override
    public void requestStop(String reason) {
      throw new AssertionError(reason);
    }
  }

  private Listener started(int epochsDone) {
    return new TensorBoard().startedIn(start(folder, epochsDone));
  }

  @Test
  void epochsAreThereAsSoonAsTheyEnd() throws IOException {
    Listener listener = started(0);
    listener.epochEnded(epoch(0, 1.5));
    assertThat(EventReader.scalars(file()))
        .containsExactly(
            "0 train/running_loss 1.5", "0 validation/loss NaN", "0 learning_rate 0.5");
    listener.epochEnded(epoch(1, 0.25));
    assertThat(EventReader.scalars(file())).hasSize(6).contains("1 train/running_loss 0.25");
    Fields version = EventReader.read(file()).get(0);
    assertThat(version.text(3)).isEqualTo("brain.Event:2");
    assertThat((double) version.one(1)).isGreaterThan(1.6e9);
  }

  @Test
  void aRunThatContinuesHasNoEpochTwice() throws IOException {
    Listener killed = started(0);
    for (int epoch = 0; epoch < 300; epoch++) {
      killed.epochEnded(epoch(epoch, 1));
    }
    byte[] bytes = Files.readAllBytes(file());
    Files.write(file(), Arrays.copyOf(bytes, bytes.length - 5));
    Listener continued = started(200);
    for (int epoch = 200; epoch < 202; epoch++) {
      continued.epochEnded(epoch(epoch, 2));
    }
    List<String> losses =
        EventReader.scalars(file()).stream().filter(each -> each.contains("running")).toList();
    assertThat(losses).hasSize(202).doesNotHaveDuplicates();
    assertThat(losses.get(199)).isEqualTo("199 train/running_loss 1.0");
    assertThat(losses.get(200)).isEqualTo("200 train/running_loss 2.0");
  }

  @Test
  void aRunThatIsTrainedAnewBeginsAnew() throws IOException {
    started(0).epochEnded(epoch(0, 1));
    started(0).epochEnded(epoch(0, 2));
    assertThat(EventReader.scalars(file())).hasSize(3).contains("0 train/running_loss 2.0");
  }

  @Test
  void theResultHasFinalMetricsHistogramsAndHyperparameters() throws IOException {
    RunSample.ofClasses(folder)
        .with(
            "config.yaml",
            """
            name: a
            seed: 7
            optimizer: {type: adam, learning_rate: 0.05}
            training: {listeners: [{type: tensorboard}]}
            """);
    Listener listener = started(0);
    listener.epochEnded(epoch(0, 1));
    listener.runSaved(folder);
    assertThat(EventReader.scalars(file()))
        .contains("3 final/train.loss 0.5", "3 final/train.accuracy NaN");

    Map<String, Fields> values = new LinkedHashMap<>();
    for (Fields event : EventReader.read(file())) {
      event.messages(5).forEach(s -> s.messages(1).forEach(v -> values.put(v.text(1), v)));
    }
    Fields histogram = values.get("weight/output.weight").message(5);
    assertThat(histogram.one(1)).isEqualTo(-1.0);
    assertThat(histogram.one(2)).isEqualTo(1.0);
    assertThat(histogram.one(3)).isEqualTo(4.0);
    assertThat(histogram.one(4)).isEqualTo(-0.5 + 3 * 0.5);
    assertThat(histogram.numbers(6)).containsExactly(0, 1);
    assertThat(histogram.numbers(7)).containsExactly(1, 3);

    Fields start = hparams(values, "_hparams_/session_start_info").message(3);
    Map<String, Object> settings = new LinkedHashMap<>();
    for (Fields entry : start.messages(1)) {
      Fields value = entry.message(2);
      settings.put(entry.text(1), value.all().containsKey(2) ? value.one(2) : value.text(3));
    }
    assertThat(settings)
        .containsExactly(
            Map.entry("seed", 7.0),
            Map.entry("optimizer.type", "adam"),
            Map.entry("optimizer.learning_rate", 0.05));
    assertThat(hparams(values, "_hparams_/session_end_info").message(4).one(1)).isEqualTo(1L);
  }

  private static Fields hparams(Map<String, Fields> values, String tag) {
    Fields data = values.get(tag).message(9).message(1);
    assertThat(data.text(1)).isEqualTo("hparams");
    return data.message(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "/tmp/x", "..", "../x", "a/../../x"})
  void aFolderElsewhereIsRefused(String path) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TensorBoard(path))
        .withMessageContaining("must name a folder within that of the run");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"weights.safetensors", "Run.JSON", "plots", "./metrics.csv", "a/../SHA256SUMS/x"})
  void whatARunWritesItselfIsRefused(String path) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TensorBoard(path))
        .withMessageContaining("a run writes '" + path + "' itself");
  }

  @Test
  void aFolderWithinCanBeNamed() {
    new TensorBoard("logs/board").startedIn(start(folder, 0));
    assertThat(folder.resolve("logs/board")).isNotEmptyDirectory();
  }
}
