package dev.kassei.experiment.training;

import dev.kassei.engine.plan.Plan;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.results.Safetensors;
import dev.kassei.results.Tensor;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Weights to start from in place of drawn ones.
 *
 * @param file a safetensors file with every parameter, by our names or PyTorch's; empty for drawn
 *     weights
 */
record InitialWeights(Optional<Path> file) {
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

  private static void load(Path path, Map<String, Tensor> tensors, Plan plan, int lane) {
    Map<String, Tensor> own = TorchNames.translated(tensors, plan.tensors().names());
    List<String> problems = Weights.write(own, plan, lane);
    if (!problems.isEmpty()) {
      throw new ExperimentException(PATH, "'" + path + "': " + String.join("; ", problems));
    }
  }
}
