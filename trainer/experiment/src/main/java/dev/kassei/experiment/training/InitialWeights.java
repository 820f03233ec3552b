package dev.kassei.experiment.training;

import dev.kassei.api.Precision;
import dev.kassei.api.value.Numbers;
import dev.kassei.engine.plan.Plan;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.experiment.data.FiniteNumbers;
import dev.kassei.results.Safetensors;
import dev.kassei.results.Tensor;
import dev.kassei.results.record.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Weights to start from in place of drawn ones.
 *
 * @param file a safetensors file with every parameter, by our names or PyTorch's; empty for drawn
 *     weights
 * @param precision the format of the network's numbers
 */
record InitialWeights(Optional<Path> file, Precision precision) {
  private static final String PATH = "training.initial_weights";

  /**
   * Sets a lane's parameters, and its states where the file has them.
   *
   * @throws ExperimentException if the file does not fit; it says all that does not
   */
  void load(Plan plan, int lane) {
    file.ifPresent(path -> load(path, read(path), plan, lane));
  }

  private static Map<String, Tensor> read(Path path) {
    if (Files.isDirectory(path)) {
      throw new ExperimentException(
          PATH,
          "expected a file of weights but '%s' is a folder; of a run it is its %s"
              .formatted(path, RunFiles.WEIGHTS));
    }
    try {
      return Safetensors.read(path);
    } catch (NoSuchFileException e) {
      throw new ExperimentException(PATH, "there is no file '" + path + "'");
    } catch (IOException e) {
      throw new ExperimentException(PATH, "'" + path + "' cannot be read: " + e);
    } catch (IllegalArgumentException e) {
      throw new ExperimentException(PATH, e);
    }
  }

  private void load(Path path, Map<String, Tensor> tensors, Plan plan, int lane) {
    List<String> names = plan.tensors().names();
    require(path, TorchNames.doubled(tensors.keySet(), names));
    require(path, tensors.values().stream().flatMap(each -> flaw(each).stream()).toList());
    require(path, Weights.write(TorchNames.translated(tensors, names), plan, lane));
  }

  /** A number that training could not go on from; what diverges later is the optimizer's. */
  private Optional<String> flaw(Tensor tensor) {
    return Arrays.stream(tensor.values())
        .filter(value -> !FiniteNumbers.fits(value, precision))
        .mapToObj(value -> "'%s' %s".formatted(tensor.name(), flaw(value)))
        .findFirst();
  }

  private static String flaw(double value) {
    return Double.isFinite(value)
        ? "holds %s, beyond the range of float32, ±3.4e38; set precision: float64"
            .formatted(Numbers.text(value))
        : "holds %s; expected finite numbers".formatted(value);
  }

  private static void require(Path path, List<String> problems) {
    if (!problems.isEmpty()) {
      throw new ExperimentException(PATH, "'" + path + "': " + String.join("; ", problems));
    }
  }
}
