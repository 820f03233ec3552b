package dev.kassei.engine;

import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Gradient;
import dev.kassei.api.expr.Mode;
import dev.kassei.api.expr.Tap;
import dev.kassei.engine.graph.GraphBuilder;
import dev.kassei.engine.plan.Entry;
import dev.kassei.engine.plan.Program;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program that shows what each layer of a network takes in, returns and learns from: its GRADIENT
 * entry computes that as training does, and updates nothing. Penalties count once per row, so that
 * the mean over rows is what training descends.
 *
 * @param program what is computed
 * @param layers in the order of computation
 */
public record LayerProgram(Program program, List<Layer> layers) {
  /**
   * One layer and the names of its outputs of GRADIENT.
   *
   * @param path such as {@code hidden.0.activation}
   * @param columns the number of units: the columns of what it returns
   * @param output what it returns
   * @param gradient the gradient of the sum of all losses with respect to that
   * @param input what it takes in; empty if it does not use that
   * @param response how it reacts to its input; empty if it is no activation
   * @param parameters the gradients of the sum of all losses with respect to its parameters
   */
  public record Layer(
      String path,
      int columns,
      String output,
      String gradient,
      Optional<String> input,
      Optional<Response> response,
      List<String> parameters) {}

  /**
   * How an activation reacts to its input.
   *
   * @param name of an output of the input's shape: for an elementwise function its derivative; else
   *     the gradient of a sum of what it returns with weights that are all different, which is 0
   *     where nothing that it returns depends on an input
   * @param columns the number of columns of the input
   * @param elementwise whether each value that it returns depends on the one at its own place alone
   */
  public record Response(String name, int columns, boolean elementwise) {}

  /**
   * The program of a network.
   *
   * @param losses the loss of each row, batch × 1
   */
  public static LayerProgram of(Expr losses) {
    var assembly = new Assembly();
    List<Tap> taps = distinct(Tap.all(losses, Mode.TRAINING));
    List<Expr> parameters = Programs.parameters(losses, Mode.TRAINING);
    var nodes = new ArrayList<Expr>(taps.stream().map(Tap::output).toList());
    nodes.addAll(parameters);
    Expr sum =
        Programs.penalties(losses)
            .map(penalty -> penalty.times(losses.rowCount()))
            .reduce(losses.sum(), Expr::plus);
    List<Expr> gradients = Gradient.of(sum, Expr.constant(1), nodes, Mode.TRAINING);
    var layers = new ArrayList<Layer>();
    for (int i = 0; i < taps.size(); i++) {
      layers.add(assembly.layer(taps.get(i), gradients.get(i)));
    }
    for (int i = 0; i < parameters.size(); i++) {
      String name = Programs.gradientOf(Programs.name(parameters.get(i)));
      assembly.output(name, gradients.get(taps.size() + i));
    }
    return new LayerProgram(
        assembly.build(), layers.stream().map(layer -> withParameters(layer, parameters)).toList());
  }

  /** Of a layer that is applied several times the first. */
  private static List<Tap> distinct(List<Tap> taps) {
    var byPath = new LinkedHashMap<String, Tap>();
    taps.forEach(tap -> byPath.putIfAbsent(tap.path(), tap));
    return List.copyOf(byPath.values());
  }

  private static Layer withParameters(Layer layer, List<Expr> parameters) {
    List<String> own =
        parameters.stream()
            .filter(parameter -> parameter.path().equals(layer.path()))
            .map(Programs::name)
            .map(Programs::gradientOf)
            .toList();
    return new Layer(
        layer.path(),
        layer.columns(),
        layer.output(),
        layer.gradient(),
        layer.input(),
        layer.response(),
        own);
  }

  private static final class Assembly {
    private final GraphBuilder graph = new GraphBuilder();
    private final Map<String, Integer> outputs = new LinkedHashMap<>();

    String output(String name, Expr formula) {
      outputs.put(name, graph.add(formula, Mode.TRAINING));
      return name;
    }

    Layer layer(Tap tap, Expr gradient) {
      String path = tap.path();
      return new Layer(
          path,
          tap.output().width(),
          output("output " + path, tap.output()),
          output("gradient " + path, gradient),
          tap.input().map(input -> output("input " + path, input)),
          Reaction.of(tap).map(reaction -> response(tap, reaction)),
          List.of());
    }

    private Response response(Tap tap, Reaction reaction) {
      return new Response(
          output("response " + tap.path(), reaction.slope()),
          reaction.slope().width(),
          reaction.elementwise());
    }

    Program build() {
      return new Program(
          graph.build(), outputs, Map.of(Entry.GRADIENT, List.copyOf(outputs.keySet())), Map.of());
    }
  }
}
