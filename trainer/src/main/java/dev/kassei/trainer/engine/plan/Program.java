package dev.kassei.trainer.engine.plan;

import dev.kassei.trainer.engine.graph.Graph;
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
}
