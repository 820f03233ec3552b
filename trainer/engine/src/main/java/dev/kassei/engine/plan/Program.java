package dev.kassei.engine.plan;

import dev.kassei.api.expr.Operation;
import dev.kassei.engine.graph.Graph;
import dev.kassei.engine.graph.Node;
import dev.kassei.engine.graph.Work;
import dev.kassei.engine.kernel.Buffer;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One trial's computation: a canonical graph and what is wanted of it.
 *
 * @param graph all values
 * @param outputs the node of each named output
 * @param entries the outputs that each entry point computes
 * @param writes the node that becomes the value of a parameter or state at the end of an entry
 */
public record Program(
    Graph graph,
    Map<String, Integer> outputs,
    Map<Entry, List<String>> entries,
    Map<Entry, Map<String, Integer>> writes) {
  /** How many numbers a matrix of a plan can have. */
  public static final int MAX_NUMBERS = Buffer.MAX_NUMBERS;

  private static final String INFERENCE_WEIGHT = "inference_weight.";

  /** The name of the output of INFERENCE_WEIGHTS that belongs to a parameter. */
  public static String inferenceWeightOf(String parameter) {
    return INFERENCE_WEIGHT + parameter;
  }

  /**
   * The names of the parameters that inference uses otherwise than training, with their outputs.
   */
  public Map<String, String> inferenceWeights() {
    var names = new LinkedHashMap<String, String>();
    entries
        .getOrDefault(Entry.INFERENCE_WEIGHTS, List.of())
        .forEach(output -> names.put(output.substring(INFERENCE_WEIGHT.length()), output));
    return names;
  }

  /** Where the first random numbers are drawn; empty if nothing is random. */
  public Optional<String> noisePath() {
    return graph.nodes().stream()
        .filter(node -> node.operation() == Operation.UNIFORM)
        .map(Node::path)
        .findFirst();
  }

  /** Whether two trials can share a plan. */
  public boolean hasStructureOf(Program other) {
    return outputs.equals(other.outputs)
        && entries.equals(other.entries)
        && writes.equals(other.writes)
        && graph.hasStructureOf(other.graph);
  }

  /** The node that becomes the value of each parameter and state at the end of an entry. */
  public Map<String, Integer> writes(Entry entry) {
    return writes.getOrDefault(entry, Map.of());
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

  /**
   * A matrix with more numbers than a buffer can have, for so many rows in a step; empty if there
   * is none among parameters, states and products, which are never left out of a plan.
   */
  public Optional<Node> beyondArrays(int batch) {
    var made = new BitSet();
    for (Entry entry : Entry.values()) {
      made.or(needed(entry));
    }
    return graph.nodes().stream()
        .filter(node -> isKept(node) || (isProduct(node) && made.get(node.id())))
        .filter(node -> Work.size(node.shape(), batch) > MAX_NUMBERS)
        .findFirst();
  }

  private static boolean isKept(Node node) {
    return node.operation() == Operation.PARAMETER || node.operation() == Operation.STATE;
  }

  private static boolean isProduct(Node node) {
    return node.operation().kind() == Operation.Kind.MATRIX;
  }

  private BitSet roots(Entry entry) {
    var roots = new BitSet();
    entries.getOrDefault(entry, List.of()).forEach(name -> roots.set(outputs.get(name)));
    writes(entry).values().forEach(roots::set);
    return roots;
  }
}
