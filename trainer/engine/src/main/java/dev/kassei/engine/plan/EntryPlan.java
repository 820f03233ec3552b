package dev.kassei.engine.plan;

import dev.kassei.engine.graph.Graph;
import dev.kassei.engine.kernel.Kernels;
import dev.kassei.engine.kernel.Step;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;

/**
 * The steps of one entry point: the same groups and matrices, by one kind of kernels or another.
 */
final class EntryPlan {
  private final Schedule schedule;
  private final StepBuilder builder;

  /**
   * Plans an entry.
   *
   * @param nodes the nodes to compute, without sources
   * @param kept the nodes whose values somebody outside the entry reads
   */
  EntryPlan(Graph graph, BitSet nodes, BitSet kept, Buffers buffers, Sharing sharing) {
    Inlined inlined = Inlined.of(graph, nodes, kept, buffers.lanes());
    schedule = Schedule.of(graph, nodes, kept, inlined);
    Assignment matrices = Assignment.of(graph, schedule, kept, buffers);
    builder = new StepBuilder(graph, schedule, inlined, matrices, sharing);
  }

  List<Group> groups() {
    return schedule.groups();
  }

  /** The nodes that are stored in memory. */
  BitSet stored() {
    return schedule.stored();
  }

  /** Makes the steps, one per group. */
  Step[] steps(Function<Group, Kernels> kernels) {
    return groups().stream()
        .map(group -> builder.build(group, kernels.apply(group)))
        .toArray(Step[]::new);
  }
}
