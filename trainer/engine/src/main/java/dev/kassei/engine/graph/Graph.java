package dev.kassei.engine.graph;

import java.util.List;
import java.util.Map;

/**
 * A canonical graph: every value once, operands first.
 *
 * @param nodes by number
 * @param taps the outputs of layers by path, in the order in which they are computed
 * @param updates the next value of each state that its formula updates, by state
 */
public record Graph(List<Node> nodes, Map<String, Integer> taps, Map<String, Integer> updates) {
  /** Whether two trials' graphs differ in the values of constants at most. */
  public boolean hasStructureOf(Graph other) {
    if (nodes.size() != other.nodes.size() || !updates.equals(other.updates)) {
      return false;
    }
    for (int i = 0; i < nodes.size(); i++) {
      if (!nodes.get(i).structure().equals(other.nodes.get(i).structure())) {
        return false;
      }
    }
    return true;
  }
}
