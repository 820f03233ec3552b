package dev.kassei.engine.plan;

import dev.kassei.engine.graph.Node;
import dev.kassei.engine.kernel.Kernels;
import dev.kassei.engine.kernel.Matrix;
import dev.kassei.engine.kernel.Share;
import dev.kassei.engine.kernel.Step;
import dev.kassei.engine.kernel.TileProgram;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Makes the kernel of a group. */
final class StepBuilder {
  private final Schedule schedule;
  private final Assignment matrices;
  private final Sharing sharing;

  StepBuilder(Schedule schedule, Assignment matrices, Sharing sharing) {
    this.sharing = sharing;
    this.schedule = schedule;
    this.matrices = matrices;
  }

  Step build(Group group, Kernels kernels) {
    return group.isRegion() ? region(group, kernels) : alone(group, kernels);
  }

  private Step alone(Group group, Kernels kernels) {
    Node node = group.nodes().get(0);
    List<Matrix> operands = node.operands().stream().map(matrices::of).toList();
    Matrix y = matrices.of(node.id());
    Optional<Step> shared =
        sharing.pays(group)
            ? sharing.split(share -> kernels.step(node.operation(), operands, y, share))
            : Optional.empty();
    return shared.orElseGet(() -> kernels.step(node.operation(), node.detail(), operands, y));
  }

  private Step region(Group region, Kernels kernels) {
    TileProgram program = program(region);
    Optional<Step> shared =
        sharing.pays(region)
            ? sharing.split(share -> Optional.of(kernels.tiles(program, share)))
            : Optional.empty();
    return shared.orElseGet(() -> kernels.tiles(program, Share.ALL));
  }

  private TileProgram program(Group region) {
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
    return new TileProgram(region.shape(), lanes, loads, instructions, stores);
  }
}
