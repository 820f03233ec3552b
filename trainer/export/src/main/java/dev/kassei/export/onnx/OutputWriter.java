package dev.kassei.export.onnx;

import dev.kassei.results.record.Preparation;
import java.util.List;
import java.util.Optional;

/**
 * Writes what a reader of predictions wants. Of classes {@code label}, the name of the likeliest,
 * and {@code probabilities}, batch × classes, also where the network has a single output; of
 * numbers {@code prediction}, batch × targets, in the unit of the targets, computed in float64.
 */
final class OutputWriter {
  private static final String LABEL = "label";
  private static final String PROBABILITIES = "probabilities";
  private static final String PREDICTION = "prediction";

  private final GraphWriter graph;
  private final Values values;
  private final Signature signature;
  private final Preparation preparation;

  OutputWriter(GraphWriter graph, Signature signature, Preparation preparation) {
    this.graph = graph;
    this.values = new Values(graph);
    this.signature = signature;
    this.preparation = preparation;
    outputs().forEach(graph::reserve);
  }

  private List<String> outputs() {
    return preparation.classes().isEmpty() ? List.of(PREDICTION) : List.of(LABEL, PROBABILITIES);
  }

  /**
   * Writes the outputs.
   *
   * @param response what the network returns
   * @param columns how many of it
   */
  void write(String response, int columns) {
    graph.enter("");
    if (preparation.classes().isEmpty()) {
      numbers(response, columns);
    } else {
      classes(response, columns);
    }
  }

  private void numbers(String response, int columns) {
    Optional<double[]> means = preparation.targetMeans();
    Optional<double[]> deviations = preparation.targetDeviations();
    signature.output(PREDICTION, Types.FLOAT, List.of(columns));
    if (means.isEmpty() || deviations.isEmpty()) {
      graph.result(PREDICTION, "Identity", List.of(response));
      return;
    }
    String exact = graph.node("Cast", List.of(response), Types.to(Types.DOUBLE));
    String deviation =
        graph.constant("target_deviations", Tensors.float64(List.of(columns), deviations.get()));
    String mean = graph.constant("target_means", Tensors.float64(List.of(columns), means.get()));
    String scaled = graph.node("Mul", List.of(exact, deviation));
    String shifted = graph.node("Add", List.of(scaled, mean));
    graph.result(PREDICTION, "Cast", List.of(shifted), Types.to(Types.FLOAT));
  }

  private void classes(String response, int columns) {
    int classes = columns == 1 ? 2 : columns;
    signature.output(LABEL, Types.STRING, List.of());
    signature.output(PROBABILITIES, Types.FLOAT, List.of(classes));
    if (columns == 1) {
      String other = graph.node("Sub", List.of(values.number(1), response));
      graph.result(
          PROBABILITIES, "Concat", List.of(other, response), Attributes.integer("axis", 1));
    } else {
      graph.result(PROBABILITIES, "Identity", List.of(response));
    }
    String likeliest =
        graph.node(
            "ArgMax",
            List.of(PROBABILITIES),
            Attributes.integer("axis", 1),
            Attributes.integer("keepdims", 0));
    String names = graph.constant("classes", Tensors.texts(preparation.classes()));
    graph.result(LABEL, "Gather", List.of(names, likeliest), Attributes.integer("axis", 0));
  }
}
