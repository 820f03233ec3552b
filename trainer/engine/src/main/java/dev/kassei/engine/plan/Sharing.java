package dev.kassei.engine.plan;

import dev.kassei.engine.graph.Graph;
import dev.kassei.engine.graph.Work;
import dev.kassei.engine.kernel.Share;
import dev.kassei.engine.kernel.Step;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Decides which steps the threads of a team share, and makes these. */
final class Sharing {
  /**
   * Floating-point operations that pay for waking the helpers and waiting for them: about 5 µs of a
   * matrix product, more of anything else.
   */
  private static final long WORTHWHILE = 1 << 19;

  private final Graph graph;
  private final int capacity;
  private final int lanes;
  private final Team team;

  Sharing(Graph graph, PlanOptions options, int lanes) {
    this.graph = graph;
    this.capacity = options.capacity();
    this.lanes = lanes;
    this.team = options.team();
  }

  /** Whether a group is large enough to be shared. */
  boolean pays(Group group) {
    return team.size() > 1 && lanes * operations(group) >= WORTHWHILE;
  }

  private long operations(Group group) {
    return group.all().stream().mapToLong(node -> Work.operations(graph, node, capacity)).sum();
  }

  /** A step that the team does together; empty if there is no kernel for a share of it. */
  Optional<Step> split(Function<Share, Optional<Step>> kernel) {
    Step[] shares =
        IntStream.range(0, team.size())
            .mapToObj(index -> kernel.apply(new Share(index, team.size())))
            .flatMap(Optional::stream)
            .toArray(Step[]::new);
    return shares.length == team.size()
        ? Optional.of(batch -> team.run(shares, batch))
        : Optional.empty();
  }
}
