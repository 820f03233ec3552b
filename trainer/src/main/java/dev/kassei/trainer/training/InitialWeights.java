package dev.kassei.trainer.training;

import dev.kassei.api.expr.Detail;
import dev.kassei.trainer.config.ExperimentException;
import dev.kassei.trainer.engine.plan.Plan;
import dev.kassei.trainer.result.Safetensors;
import dev.kassei.trainer.result.Tensor;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Weights that a run starts from in place of drawn ones.
 *
 * @param file a safetensors file with all parameters; states of layers may be missing
 */
record InitialWeights(Optional<Path> file) {
  private static final String PATH = "training.initial_weights";

  /**
   * Sets the parameters of a lane, if there is a file.
   *
   * @throws ExperimentException with all problems, if the file does not fit the network
   */
  void load(Plan plan, int lane) {
    file.ifPresent(path -> write(path, read(path), plan, lane));
  }

  private static Map<String, Tensor> read(Path path) {
    try {
      return Safetensors.read(path);
    } catch (NoSuchFileException e) {
      throw new ExperimentException(PATH, "there is no file '" + path + "'");
    } catch (IllegalArgumentException e) {
      throw new ExperimentException(PATH, e);
    } catch (IOException e) {
      throw new ExperimentException(PATH, "the file cannot be read: " + e);
    }
  }

  private static void write(Path path, Map<String, Tensor> tensors, Plan plan, int lane) {
    var problems = new ArrayList<String>();
    List<String> names = plan.tensorNames();
    for (String name : tensors.keySet()) {
      if (!names.contains(name)) {
        problems.add("'" + name + "' is no tensor of this network");
      }
    }
    for (String name : names) {
      Tensor tensor = tensors.get(name);
      Detail declaration = plan.declaration(name);
      if (tensor == null) {
        if (declaration instanceof Detail.Parameter) {
          problems.add("'" + name + "' is missing");
        }
        continue;
      }
      try {
        plan.write(name, lane, tensor.as(declaration, plan.shape(name)));
      } catch (IllegalArgumentException e) {
        problems.add(e.getMessage());
      }
    }
    if (!problems.isEmpty()) {
      throw new ExperimentException(
          PATH,
          "'%s' does not fit the network:\n  %s".formatted(path, String.join("\n  ", problems)));
    }
  }
}
