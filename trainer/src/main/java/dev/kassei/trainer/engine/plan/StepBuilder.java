package dev.kassei.trainer.engine.plan;

import dev.kassei.trainer.engine.graph.Node;
import dev.kassei.trainer.engine.kernel.Kernels;
import dev.kassei.trainer.engine.kernel.Matrix;
import dev.kassei.trainer.engine.kernel.Step;
import dev.kassei.trainer.engine.kernel.TileProgram;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;

/** Makes the kernel of a group. */
final class StepBuilder {
  private final Schedule schedule;
  private final Assignment matrices;

  StepBuilder(Schedule schedule, Assignment matrices) {
    this.schedule = schedule;
    this.matrices = matrices;
  }

  Step build(Group group, Kernels kernels) {
    return group.isRegion() ? region(group, kernels) : alone(group.nodes().get(0), kernels);
  }

  private Step alone(Node node, Kernels kernels) {
    List<Matrix> operands = node.operands().stream().map(matrices::of).toList();
    return kernels.step(node.operation(), node.detail(), operands, matrices.of(node.id()));
  }

  private Step region(Group region, Kernels kernels) {
    var registers = new LinkedHashMap<Integer, Integer>();
    var loads = new ArrayList<Matrix>();
    var inside = new BitSet();
    region.nodes().forEach(node -> inside.set(node.id()));
    for (Node node : region.nodes()) {
      for (int operand : node.operands()) {
        if (!registers.containsKey(operand) && !inside.get(operand)) {
          registers.put(operand, loads.size());
          loads.add(matrices.of(operand));
        }
      }
    }
    var instructions = new ArrayList<TileProgram.Instruction>();
    var stores = new LinkedHashMap<Integer, Matrix>();
    for (Node node : region.nodes()) {
      int register = registers.size();
      registers.put(node.id(), register);
      List<Integer> sources = node.operands().stream().map(registers::get).toList();
      instructions.add(new TileProgram.Instruction(node.operation(), sources, register));
      if (schedule.stored().get(node.id())) {
        stores.put(register, matrices.of(node.id()));
      }
    }
    int lanes = loads.get(0).lanes();
    return kernels.tiles(new TileProgram(region.shape(), lanes, loads, instructions, stores));
  }
}
