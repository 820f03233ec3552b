package dev.kassei.engine.plan;

import dev.kassei.engine.graph.Graph;
import dev.kassei.engine.graph.Node;
import dev.kassei.engine.kernel.Matrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which matrix each node of one entry point is stored in. A node that only its entry reads has a
 * passing matrix from its group to the last group that reads it.
 */
final class Assignment {
  private final Buffers buffers;
  private final Map<Integer, Matrix> passing = new HashMap<>();

  private Assignment(Buffers buffers) {
    this.buffers = buffers;
  }

  /**
   * Assigns matrices.
   *
   * @param kept the nodes whose values somebody outside the entry reads
   */
  static Assignment of(Graph graph, Schedule schedule, BitSet kept, Buffers buffers) {
    var assignment = new Assignment(buffers);
    List<Group> groups = schedule.groups();
    Map<Integer, Integer> lastUse = lastUse(groups);
    Map<Integer, List<Matrix>> ending = new HashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      for (Node node : groups.get(i).nodes()) {
        int id = node.id();
        if (schedule.stored().get(id) && !kept.get(id)) {
          Matrix matrix = buffers.borrow(id);
          assignment.passing.put(id, matrix);
          ending.computeIfAbsent(lastUse.get(id), last -> new ArrayList<>()).add(matrix);
        }
      }
      ending.getOrDefault(i, List.of()).forEach(buffers::giveBack);
    }
    return assignment;
  }

  private static Map<Integer, Integer> lastUse(List<Group> groups) {
    var lastUse = new HashMap<Integer, Integer>();
    for (int i = 0; i < groups.size(); i++) {
      for (Node node : groups.get(i).all()) {
        for (int operand : node.operands()) {
          lastUse.put(operand, i);
        }
      }
    }
    return lastUse;
  }

  /** The matrix of a node that is stored, or of a source. */
  Matrix of(int node) {
    Matrix matrix = passing.get(node);
    return matrix == null ? buffers.of(node) : matrix;
  }
}
