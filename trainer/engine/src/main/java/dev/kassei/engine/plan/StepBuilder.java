package dev.kassei.engine.plan;

import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Window;
import dev.kassei.engine.graph.Graph;
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
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes the kernel of a group. */
final class StepBuilder {
  private final Graph graph;
  private final Schedule schedule;
  private final Inlined inlined;
  private final Assignment matrices;
  private final Sharing sharing;

  StepBuilder(
      Graph graph, Schedule schedule, Inlined inlined, Assignment matrices, Sharing sharing) {
    this.graph = graph;
    this.schedule = schedule;
    this.inlined = inlined;
    this.matrices = matrices;
    this.sharing = sharing;
  }

  Step build(Group group, Kernels kernels) {
    return group.isRegion() ? region(group, kernels) : alone(group, kernels);
  }

  private Step alone(Group group, Kernels kernels) {
    Node node = group.nodes().get(0);
    Node windows = inlined.windows(node);
    if (windows.id() != node.id()) {
      return windowed(group, windows, kernels);
    }
    Node first = graph.nodes().get(node.operands().get(0));
    if (node.operation() == Operation.FOLD_WINDOWS
        && inlined.has(first.id())
        && first.operation() == Operation.MATMUL_NT) {
      return folded(group, first, kernels);
    }
    List<Matrix> operands = operands(node);
    Matrix y = matrices.of(node.id());
    return shared(
        group,
        share -> kernels.step(node.operation(), operands, y, share),
        () -> kernels.step(node.operation(), node.detail(), operands, y));
  }

  /** A step over what windows see of its first operand. */
  private Step windowed(Group group, Node windows, Kernels kernels) {
    Node node = group.nodes().get(0);
    var operands = new ArrayList<>(operands(windows));
    node.operands().stream().skip(1).map(this::matrix).forEach(operands::add);
    Matrix y = matrices.of(node.id());
    Window window = ((Detail.Windows) windows.detail()).window();
    return shared(
        group,
        share -> kernels.windowed(node.operation(), window, operands, y, share),
        () -> kernels.windowed(node.operation(), window, operands, y));
  }

  /** A product that is added where windows saw it. */
  private Step folded(Group group, Node product, Kernels kernels) {
    Node node = group.nodes().get(0);
    Matrix a = matrix(product.operands().get(0));
    Matrix b = matrix(product.operands().get(1));
    Matrix y = matrices.of(node.id());
    Window window = ((Detail.Windows) node.detail()).window();
    return shared(
        group,
        share -> kernels.folded(window, a, b, y, share),
        () -> kernels.folded(window, a, b, y));
  }

  private Step shared(Group group, Function<Share, Optional<Step>> share, Supplier<Step> whole) {
    Optional<Step> shared = sharing.pays(group) ? sharing.split(share) : Optional.empty();
    return shared.orElseGet(whole);
  }

  private List<Matrix> operands(Node node) {
    return node.operands().stream().map(this::matrix).toList();
  }

  /** The matrix of a node; of a reshape that has none, that of what is reshaped. */
  private Matrix matrix(int id) {
    if (!inlined.has(id)) {
      return matrices.of(id);
    }
    Node node = graph.nodes().get(id);
    Matrix whole = matrix(node.operands().get(0));
    return new Matrix(whole.buffer(), node.shape(), whole.lanes());
  }

  private Step region(Group region, Kernels kernels) {
    TileProgram program = program(region);
    return shared(
        region,
        share -> Optional.of(kernels.tiles(program, share)),
        () -> kernels.tiles(program, Share.ALL));
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
          loads.add(matrix(operand));
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
