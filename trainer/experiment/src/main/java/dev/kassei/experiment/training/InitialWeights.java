package dev.kassei.experiment.training;

import dev.kassei.api.expr.Detail;
import dev.kassei.engine.Programs;
import dev.kassei.engine.plan.Plan;
import dev.kassei.experiment.config.ExperimentException;
import dev.kassei.results.Safetensors;
import dev.kassei.results.Tensor;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Weights to start from in place of drawn ones.
 *
 * @param file a safetensors file with every parameter; empty for drawn weights
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
    var problems = new ArrayList<String>();
    List<String> names =
        plan.tensors().names().stream()
            .filter(name -> !name.startsWith(Programs.OPTIMIZER))
            .toList();
    for (String name : names) {
      Detail declaration = plan.tensors().declaration(name);
      Tensor tensor = tensors.get(name);
      if (tensor != null) {
        try {
          plan.tensors().write(name, lane, tensor.as(declaration, plan.tensors().shape(name)));
        } catch (IllegalArgumentException e) {
          problems.add(e.getMessage());
        }
      } else if (declaration instanceof Detail.Parameter) {
        problems.add("'" + name + "' is missing");
      }
    }
    tensors.keySet().stream()
        .filter(name -> !names.contains(name))
        .forEach(name -> problems.add("'" + name + "' is not in the network, which has " + names));
    if (!problems.isEmpty()) {
      throw new ExperimentException(PATH, "'" + path + "': " + String.join("; ", problems));
    }
  }
}
