package dev.kassei.engine.plan;

import dev.kassei.engine.graph.Node;
import dev.kassei.engine.kernel.Kernels;
import dev.kassei.engine.kernel.Matrix;
import dev.kassei.engine.kernel.Step;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How next values reach the parameters and states: computed in their place where everything that
 * the entry reads of the old value is read before, else copied at its end. Inactive lanes keep what
 * they have.
 */
final class Commits {
  private final Buffers buffers;
  private final Kernels kernels;
  private final boolean[] active;
  private final boolean[] frozen;
  private final List<Integer> inPlace = new ArrayList<>();
  private final List<Step> copies = new ArrayList<>();
  private final List<Step> keeping = new ArrayList<>();
  private final List<Step> restoring = new ArrayList<>();
  private boolean isFrozen;

  /**
   * Plans the writes; from now on the buffer of a node that is computed in place is the tensor's.
   *
   * @param entry what writes
   * @param plan of the entry, whose steps are not made yet
   * @param active which lanes continue; changes between steps
   */
  Commits(
      Program program,
      Entry entry,
      EntryPlan plan,
      Tensors tensors,
      Buffers buffers,
      Kernels kernels,
      boolean[] active) {
    this.buffers = buffers;
    this.kernels = kernels;
    this.active = active;
    this.frozen = new boolean[active.length];
    var places = new Places(program, entry, plan.groups());
    var writes = new ArrayList<Step>();
    program
        .writes(entry)
        .forEach(
            (name, next) -> {
              int tensor = tensors.node(name).id();
              if (places.allow(tensor, next)) {
                buffers.share(next, tensor);
                inPlace.add(tensor);
              } else {
                writes.add(copy(next, tensor, places.isTensor(next)));
              }
            });
    copies.addAll(writes);
  }

  /**
   * The copy of a next value. One that is itself a tensor is set aside first, since its own next
   * value may be copied before it is read.
   */
  private Step copy(int next, int tensor, boolean isTensor) {
    Matrix from = buffers.of(next);
    if (isTensor) {
      Matrix aside = buffers.another(next);
      copies.add(kernels.copy(from, aside, active));
      from = aside;
    }
    return kernels.copy(from, buffers.of(tensor), active);
  }

  /** To be called before the entry computes. */
  void before(int rows) {
    isFrozen = false;
    if (inPlace.isEmpty()) {
      return;
    }
    for (int lane = 0; lane < active.length; lane++) {
      frozen[lane] = !active[lane];
      isFrozen |= frozen[lane];
    }
    if (isFrozen) {
      prepareKeeping();
      keeping.forEach(step -> step.run(rows));
    }
  }

  private void prepareKeeping() {
    if (!keeping.isEmpty()) {
      return;
    }
    for (int id : inPlace) {
      Matrix tensor = buffers.of(id);
      Matrix aside = buffers.another(id);
      keeping.add(kernels.copy(tensor, aside, frozen));
      restoring.add(kernels.copy(aside, tensor, frozen));
    }
  }

  /** To be called once the entry has computed. */
  void after(int rows) {
    for (int i = 0; i < copies.size(); i++) { // without an iterator per step
      copies.get(i).run(rows);
    }
    if (isFrozen) {
      restoring.forEach(step -> step.run(rows));
    }
  }

  /** Which next values may take the place of their tensor. */
  private static final class Places {
    private final Program program;
    private final BitSet usedElsewhere = new BitSet();
    private final Map<Integer, Integer> writers = new HashMap<>();
    private final Map<Integer, Integer> computed = new HashMap<>();
    private final Map<Integer, Integer> lastRead = new HashMap<>();

    Places(Program program, Entry entry, List<Group> groups) {
      this.program = program;
      program.outputs().values().forEach(usedElsewhere::set);
      program.writes(entry).values().forEach(next -> writers.merge(next, 1, Integer::sum));
      for (Entry other : Entry.values()) {
        if (other != entry) {
          usedElsewhere.or(program.needed(other));
        }
      }
      int place = 0;
      for (Group group : groups) {
        for (Node node : group.nodes()) {
          note(node, group.isRegion(), place++);
        }
        noteInlined(group, place - 1);
      }
    }

    private void note(Node node, boolean isPointwise, int place) {
      for (int operand : node.operands()) {
        lastRead.put(operand, place);
      }
      if (isPointwise) {
        computed.putIfAbsent(node.id(), place);
      }
    }

    /** What is read through reshapes may be read until the group ends. */
    private void noteInlined(Group group, int place) {
      for (Node node : group.inlined()) {
        node.operands().forEach(operand -> lastRead.put(operand, place));
      }
    }

    boolean isTensor(int next) {
      return program.graph().nodes().get(next).isSource();
    }

    /**
     * Whether {@code next} is computed in the entry, for this tensor alone, by a pointwise region,
     * and neither that region afterwards nor a later group nor another write reads the old value.
     */
    boolean allow(int tensor, int next) {
      boolean isAlone = writers.get(next) == 1;
      boolean isUsed = usedElsewhere.get(next) || writers.containsKey(tensor);
      return isAlone && !isUsed && isWrittenAfterReading(tensor, next);
    }

    private boolean isWrittenAfterReading(int tensor, int next) {
      Integer written = computed.get(next);
      return written != null && lastRead.getOrDefault(tensor, written) <= written;
    }
  }
}
