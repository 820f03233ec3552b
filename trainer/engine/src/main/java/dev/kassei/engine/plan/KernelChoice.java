package dev.kassei.engine.plan;

import dev.kassei.api.Precision;
import dev.kassei.engine.graph.Graph;
import dev.kassei.engine.graph.Node;
import dev.kassei.engine.graph.Work;
import dev.kassei.engine.kernel.Kernels;
import java.util.Optional;

/**
 * Chooses kernels by size and age. Operations of up to one vector are always scalar. A plan of
 * small operations starts scalar, since vector code is slow until the JVM has compiled it, and
 * changes over once it has run as long as that takes. Larger plans start with vectors.
 */
final class KernelChoice {
  /** Plans whose widest operation has more values start with vectors. */
  private static final long MAX_SMALL_VALUES = 64;

  /** About what it costs to warm the vector kernels of one plan. */
  private static final long WARMING_NANOS = 250_000_000;

  private static final int VECTOR_BYTES = 64;

  private final Kernels scalar;
  private final Precision precision;
  private final Execution execution;
  private final int tiny;
  private final long widest;
  private Optional<Kernels> preferred = Optional.empty();

  KernelChoice(PlanOptions options, Graph graph, int lanes) {
    precision = options.precision();
    execution = options.execution();
    scalar = Kernels.scalar(precision);
    tiny = VECTOR_BYTES / (precision == Precision.FLOAT64 ? Double.BYTES : Float.BYTES);
    widest =
        lanes
            * graph.nodes().stream()
                .mapToLong(node -> Work.size(node.shape(), options.capacity()))
                .max()
                .orElse(0);
  }

  /** The scalar kernels. */
  Kernels scalar() {
    return scalar;
  }

  /** Whether vectors are to be used after {@code nanoseconds} of running without them. */
  boolean wantsVectors(long nanoseconds) {
    if (execution == Execution.SCALAR) {
      return false;
    }
    boolean atOnce =
        execution == Execution.VECTOR || (execution == Execution.AUTO && widest > MAX_SMALL_VALUES);
    return atOnce || nanoseconds > WARMING_NANOS;
  }

  /** Whether that can change. */
  boolean isUndecided() {
    return execution != Execution.SCALAR && !wantsVectors(0);
  }

  /** The kernels for a group once vectors are wanted. */
  Kernels choose(Graph graph, Group group, int capacity, int lanes) {
    long size = lanes * size(graph, group, capacity);
    boolean isTiny = execution != Execution.VECTOR && size <= tiny;
    return isTiny ? scalar : preferred();
  }

  /** The vector kernels where there are some, looked for late: many a run ends without them. */
  private Kernels preferred() {
    Kernels found = preferred.orElseGet(() -> Kernels.vector(precision).orElse(scalar));
    preferred = Optional.of(found);
    return found;
  }

  /** The largest number of values that an operation of the group reads or makes. */
  private static long size(Graph graph, Group group, int capacity) {
    long size = Work.size(group.shape(), capacity);
    if (!group.isRegion()) {
      for (int operand : group.nodes().get(0).operands()) {
        Node node = graph.nodes().get(operand);
        size = Math.max(size, Work.size(node.shape(), capacity));
      }
    }
    return size;
  }
}
