package dev.kassei.trainer.engine.plan;

import dev.kassei.trainer.engine.graph.Graph;
import dev.kassei.trainer.engine.graph.Node;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * One trial's computation: a canonical graph and what is wanted of it.
 *
 * @param graph all values
 * @param outputs the node of each named output
 * @param entries the outputs that each entry point computes
 * @param writes the node that becomes the value of each parameter and state at the end of UPDATE
 */
public record Program(
    Graph graph,
    Map<String, Integer> outputs,
    Map<Entry, List<String>> entries,
    Map<String, Integer> writes) {

  /** Whether two trials can share a plan. */
  public boolean hasStructureOf(Program other) {
    return outputs.equals(other.outputs)
        && entries.equals(other.entries)
        && writes.equals(other.writes)
        && graph.hasStructureOf(other.graph);
  }

  /** The numbers of all nodes that an entry computes, without sources. */
  public BitSet needed(Entry entry) {
    BitSet open = roots(entry);
    var needed = new BitSet();
    for (int id = open.length() - 1; id >= 0; id = open.previousSetBit(id - 1)) {
      Node node = graph.nodes().get(id);
      if (!node.isSource()) {
        needed.set(id);
        node.operands().forEach(open::set);
      }
    }
    return needed;
  }

  private BitSet roots(Entry entry) {
    var roots = new BitSet();
    entries.getOrDefault(entry, List.of()).forEach(name -> roots.set(outputs.get(name)));
    if (entry == Entry.UPDATE) {
      writes.values().forEach(roots::set);
    }
    return roots;
  }
}
