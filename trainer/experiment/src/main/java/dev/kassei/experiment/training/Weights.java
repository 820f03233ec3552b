package dev.kassei.experiment.training;

import dev.kassei.api.expr.Detail;
import dev.kassei.engine.Programs;
import dev.kassei.engine.plan.Plan;
import dev.kassei.results.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts the tensors of a file into a plan. */
public final class Weights {
  private Weights() {}

  /**
   * Sets a lane's parameters, and its states where they are given.
   *
   * @param tensors by name
   * @return what does not fit: parameters that are missing, tensors of another shape, and those
   *     that the network does not have
   */
  public static List<String> write(Map<String, Tensor> tensors, Plan plan, int lane) {
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
    return problems;
  }
}
