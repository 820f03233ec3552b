package dev.kassei.experiment.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kassei.experiment.training.TrialState;
import dev.kassei.results.Epochs;
import dev.kassei.results.Safetensors;
import dev.kassei.results.file.Sync;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {
  private static final String KEY = "0123456789abcdef".repeat(4);

  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("state");
    StateFile.write(KEY, state(), file, Sync.DISK);
  }

  private static TrialState state() {
    var epochs = new Epochs(List.of("train.loss", "validation.loss"));
    epochs.append(0.5, Double.NaN);
    epochs.append(0.25, 1e-300);
    epochs.append(1, 0.125, 0);
    Map<String, double[]> tensors = Map.of("output.weight", new double[] {1, -2.5});
    Map<String, double[]> memory = Map.of("direction", new double[] {0.125});
    return new TrialState(
        new TrialState.Position(7, 64, 12.5),
        epochs,
        new double[] {0.5, 0.25, 0.125, 2},
        tensors,
        memory,
        Optional.of(new TrialState.Best(1, 5, 0, 0.25, tensors)),
        Map.of("surface.1", new double[] {3}));
  }

  @Test
  void aStateIsReadAsItWasWritten() throws IOException {
    TrialState read = StateFile.read(KEY, file);
    assertThat(read.position()).isEqualTo(state().position());
    assertThat(read.seconds()).containsExactly(0.5, 0.25, 0.125, 2);
    assertThat(read.recorded().get("surface.1")).containsExactly(3);
    assertThat(read.epochs()).isEqualTo(state().epochs());
    assertThat(read.tensors().get("output.weight")).containsExactly(1, -2.5);
    assertThat(read.memory()).containsOnlyKeys("direction");
    assertThat(read.memory().get("direction")).containsExactly(0.125);
    TrialState.Best best = read.best().orElseThrow();
    assertThat(best.epoch()).isEqualTo(1);
    assertThat(best.step()).isEqualTo(5);
    assertThat(best.waited()).isZero();
    assertThat(best.value()).isEqualTo(0.25);
    assertThat(best.tensors().get("output.weight")).containsExactly(1, -2.5);
    assertThat(Safetensors.read(file)).containsKey("crc32c");
  }

  @Test
  @Tag("slow")
  void noFlippedBitMakesAnotherState() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int bit = 0; bit < Byte.SIZE * whole.length; bit++) {
      whole[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      Files.write(file, whole);
      assertRefused("bit " + bit);
      whole[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
    }
  }

  @Test
  void aTornStateIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertRefused(length + " bytes");
    }
    Files.write(file, Arrays.copyOf(whole, whole.length + 1));
    assertRefused("a byte more");
  }

  private void assertRefused(String what) {
    assertThatIllegalArgumentException().as(what).isThrownBy(() -> StateFile.read(KEY, file));
  }

  @Test
  void theStateOfAnotherTrialIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StateFile.read(KEY.replace('0', '1'), file))
        .withMessage("it is not the state of this trial");
  }
}
