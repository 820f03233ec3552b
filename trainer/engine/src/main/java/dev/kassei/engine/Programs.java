package dev.kassei.engine;

import dev.kassei.api.Optimizer;
import dev.kassei.api.expr.Detail;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Gradient;
import dev.kassei.api.expr.Mode;
import dev.kassei.api.expr.Operation;
import dev.kassei.api.expr.Traversal;
import dev.kassei.engine.graph.Graph;
import dev.kassei.engine.graph.GraphBuilder;
import dev.kassei.engine.plan.Entry;
import dev.kassei.engine.plan.Program;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/** Turns the formulas of a trial into programs. */
public final class Programs {
  /** The output of PREDICT and EVALUATE: rows × outputs. */
  public static final String RESPONSE = "response";

  /** The output of EVALUATE: the loss of each row. */
  public static final String LOSSES = "losses";

  /** The output of LOSS and GRADIENT: the mean loss of the batch, with all penalties. */
  public static final String LOSS = "loss";

  /** What the names of the optimizer's slots begin with. */
  public static final String OPTIMIZER = "optimizer.";

  private Programs() {}

  /**
   * A program that trains.
   *
   * @param response what a reader of predictions wants, batch × outputs
   * @param losses the loss of each row, batch × 1
   * @param optimizer the formula of each parameter's next value; without one there are gradients
   *     but no updates of parameters
   * @param clipNorm the largest norm of all gradients together; longer ones are scaled down to it
   */
  public static Program training(
      Expr response, Expr losses, Optional<Optimizer> optimizer, OptionalDouble clipNorm) {
    return training(
        response, losses, optimizer.map(each -> UpdateRule.of(each).clippedTo(clipNorm)));
  }

  /**
   * A program that trains.
   *
   * @param response what a reader of predictions wants, batch × outputs
   * @param losses the loss of each row, batch × 1
   * @param rule how the gradients become the next parameters; without one there are gradients but
   *     no updates of parameters, and {@link Entry#LOSS}
   */
  public static Program training(Expr response, Expr losses, Optional<UpdateRule> rule) {
    Expr loss = penalties(losses).reduce(losses.sum().over(losses.rowCount()), Expr::plus);
    List<Expr> parameters = parameters(losses, Mode.TRAINING);
    List<Expr> gradients = Gradient.of(loss, Expr.constant(1), parameters, Mode.TRAINING);
    var program = new Assembly();
    rule.ifPresent(each -> program.inferenceWeights(each, parameters));
    program.output(Entry.PREDICT, RESPONSE, response, Mode.INFERENCE);
    program.output(Entry.EVALUATE, RESPONSE, response, Mode.INFERENCE);
    program.output(Entry.EVALUATE, LOSSES, losses, Mode.INFERENCE);
    if (rule.isEmpty()) {
      program.output(Entry.LOSS, LOSS, loss, Mode.TRAINING);
    }
    program.output(Entry.GRADIENT, LOSS, loss, Mode.TRAINING);
    for (int i = 0; i < parameters.size(); i++) {
      program.output(
          Entry.GRADIENT, gradientOf(name(parameters.get(i))), gradients.get(i), Mode.TRAINING);
    }
    if (rule.isPresent() && !parameters.isEmpty()) {
      program.update(UpdateFormulas.of(rule.get(), parameters, gradients, losses.rowCount()));
    }
    return program.build();
  }

  /** What a formula adds to the loss in training; equal penalties of tied tensors count once. */
  static Stream<Expr> penalties(Expr formula) {
    var graph = new GraphBuilder();
    Set<Integer> seen = new HashSet<>();
    return Traversal.operandsFirst(
            List.of(formula), each -> Traversal.operandsIn(Mode.TRAINING, each))
        .stream()
        .filter(node -> node.operation() == Operation.PENALIZED)
        .map(node -> node.operand(1))
        .filter(penalty -> seen.add(graph.add(penalty, Mode.TRAINING)));
  }

  /** The name of the output of GRADIENT that belongs to a parameter. */
  public static String gradientOf(String parameter) {
    return "gradient." + parameter;
  }

  /**
   * A program that computes a formula of one input and its gradient, in PREDICT and GRADIENT.
   *
   * @param x the input, a leaf
   * @param cotangent what the gradient is multiplied with, a leaf of the output's shape
   */
  public static Program function(Expr y, Expr x, Expr cotangent, Mode mode) {
    var program = new Assembly();
    program.output(Entry.PREDICT, RESPONSE, y, mode);
    Expr gradient = Gradient.of(y, cotangent, List.of(x), mode).get(0);
    program.output(Entry.GRADIENT, gradientOf("x"), gradient, mode);
    return program.build();
  }

  /** A program whose PREDICT entry computes a formula, as in inference. */
  public static Program inference(Expr response) {
    var program = new Assembly();
    program.output(Entry.PREDICT, RESPONSE, response, Mode.INFERENCE);
    return program.build();
  }

  /** Whether a formula is random in inference, too. */
  public static boolean isRandomInInference(Expr response) {
    return inference(response).noisePath().isPresent();
  }

  /**
   * A program whose PREDICT entry computes a formula, and whose EVALUATE entry also the loss of
   * each row, as in inference.
   */
  public static Program inference(Expr response, Expr losses) {
    var program = new Assembly();
    program.output(Entry.PREDICT, RESPONSE, response, Mode.INFERENCE);
    program.output(Entry.EVALUATE, RESPONSE, response, Mode.INFERENCE);
    program.output(Entry.EVALUATE, LOSSES, losses, Mode.INFERENCE);
    return program.build();
  }

  /**
   * A program whose PREDICT entry computes what every layer returns, as in inference, each under
   * its path.
   */
  public static Program inferenceLayers(Expr response) {
    var program = new Assembly();
    program.output(Entry.PREDICT, RESPONSE, response, Mode.INFERENCE);
    program.outputTaps(Entry.PREDICT);
    return program.build();
  }

  /** A program whose GRADIENT entry computes what every layer returns, each under its path. */
  public static Program layers(Expr losses) {
    var program = new Assembly();
    program.output(Entry.GRADIENT, LOSSES, losses, Mode.TRAINING);
    program.outputTaps(Entry.GRADIENT);
    return program.build();
  }

  /** The parameters of a formula in the order in which it uses them, each name once. */
  public static List<Expr> parameters(Expr formula, Mode mode) {
    var parameters = new LinkedHashMap<String, Expr>();
    for (Expr node :
        Traversal.operandsFirst(List.of(formula), each -> Traversal.operandsIn(mode, each))) {
      if (node.operation() == Operation.PARAMETER) {
        parameters.putIfAbsent(name(node), node);
      }
    }
    return List.copyOf(parameters.values());
  }

  /** The full name of a parameter. */
  public static String name(Expr parameter) {
    return ((Detail.Parameter) parameter.detail()).name();
  }

  private static final class Assembly {
    private final GraphBuilder graph = new GraphBuilder();
    private final Map<String, Integer> outputs = new LinkedHashMap<>();
    private final Map<Entry, List<String>> entries = new LinkedHashMap<>();
    private final Map<Entry, Map<String, Integer>> writes = new EnumMap<>(Entry.class);

    void output(Entry entry, String name, Expr formula, Mode mode) {
      outputs.put(name, graph.add(formula, mode));
      entries.computeIfAbsent(entry, key -> new ArrayList<>()).add(name);
    }

    void outputTaps(Entry entry) {
      graph
          .build()
          .taps()
          .forEach(
              (path, node) -> {
                outputs.put(path, node);
                entries.computeIfAbsent(entry, key -> new ArrayList<>()).add(path);
              });
    }

    /** Where a step has several passes, the states of layers have their next values after each. */
    private void advanceLayers() {
      writes(Entry.ADVANCE).putAll(graph.build().updates());
    }

    void update(Map<Entry, List<UpdateFormulas.Write>> all) {
      if (all.size() > 1) {
        advanceLayers();
      }
      all.forEach(
          (entry, each) -> each.forEach(write -> write(entry, write.tensor(), write.next())));
    }

    private void write(Entry entry, Expr tensor, Expr next) {
      graph.add(tensor, Mode.TRAINING);
      writes(entry).put(nameOf(tensor), graph.add(next, Mode.TRAINING));
    }

    private static String nameOf(Expr tensor) {
      return tensor.detail() instanceof Detail.State state ? state.name() : name(tensor);
    }

    private Map<String, Integer> writes(Entry entry) {
      return writes.computeIfAbsent(entry, key -> new LinkedHashMap<>());
    }

    /** Lets formulas in inference use the parameters that their optimizers mean for it. */
    void inferenceWeights(UpdateRule rule, List<Expr> parameters) {
      for (Expr parameter : parameters) {
        String name = name(parameter);
        Expr weight = UpdateFormulas.slotted(parameter);
        Optimizer optimizer = rule.optimizers().apply(name);
        Expr used =
            UpdateFormulas.required(
                optimizer.inferenceWeight(weight),
                optimizer,
                "inferenceWeight",
                parameter,
                Set.of());
        if (!used.equals(weight)) {
          output(Entry.INFERENCE_WEIGHTS, Program.inferenceWeightOf(name), used, Mode.TRAINING);
          graph.useInInference(name, outputs.get(Program.inferenceWeightOf(name)));
        }
      }
    }

    Program build() {
      Graph built = graph.build();
      Set<String> advanced = writes.getOrDefault(Entry.ADVANCE, Map.of()).keySet();
      built
          .updates()
          .forEach(
              (state, next) -> {
                if (!advanced.contains(state)) {
                  writes(Entry.UPDATE).put(state, next);
                }
              });
      return new Program(built, outputs, entries, writes);
    }
  }
}
