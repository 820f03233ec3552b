package dev.kassei.engine;

import dev.kassei.api.Gradients;
import dev.kassei.api.Optimizer;
import dev.kassei.api.OptimizerStep;
import dev.kassei.api.ParameterRole;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Shape;
import dev.kassei.api.expr.Traversal;
import dev.kassei.api.value.ContractException;
import dev.kassei.engine.UpdateRule.Perturbation;
import dev.kassei.engine.graph.ShapeConflict;
import dev.kassei.engine.plan.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The formulas of what an update rule writes, by entry and tensor. In a step of several batches
 * ACCUMULATE adds each batch's gradients times its rows, so that their mean is that of one large
 * batch. PERTURB moves the weights aside to where the gradients of the step are taken, and UPDATE
 * starts from where they were.
 */
final class UpdateFormulas {
  private static final double SMALLEST_NORM = 1e-12;

  private final UpdateRule rule;
  private final List<Expr> parameters;
  private final Map<Entry, List<Write>> writes = new LinkedHashMap<>();

  private UpdateFormulas(UpdateRule rule, List<Expr> parameters) {
    this.rule = rule;
    this.parameters = parameters;
  }

  /** The next value of a parameter or state. */
  record Write(Expr tensor, Expr next) {}

  /**
   * All formulas.
   *
   * @param parameters at least one
   * @param gradients of the mean loss of a batch, one per parameter
   * @param rows the number of rows of the batch
   */
  static Map<Entry, List<Write>> of(
      UpdateRule rule, List<Expr> parameters, List<Expr> gradients, Expr rows) {
    var formulas = new UpdateFormulas(rule, parameters);
    List<Expr> ofStep = rule.accumulates() ? formulas.accumulate(gradients, rows) : gradients;
    rule.perturbation().ifPresent(each -> formulas.perturb(each, ofStep));
    formulas.update(formulas.clipped(ofStep));
    return formulas.writes;
  }

  private void write(Entry entry, Expr tensor, Expr next) {
    writes.computeIfAbsent(entry, key -> new ArrayList<>()).add(new Write(tensor, next));
  }

  /** A state that belongs to a parameter. */
  private static Expr state(Expr parameter, String name) {
    return slotted(parameter).state(name, 0);
  }

  /** A parameter where it declares the optimizer's slots. */
  static Expr slotted(Expr parameter) {
    return parameter.at(Programs.OPTIMIZER + Programs.name(parameter));
  }

  /**
   * Requires of what an optimizer returns for a parameter that it is a tensor like it.
   *
   * @param given formulas that the optimizer has not made
   */
  static Expr required(
      Expr value, Optimizer optimizer, String method, Expr parameter, Set<Expr> given) {
    Expr returned = ContractException.returned(value, optimizer, method);
    if (!returned.shape().equals(parameter.shape())) {
      throw new ContractException(
          optimizer,
          "%s returns %s for the parameter '%s', which is %s"
              .formatted(method, returned.shape(), Programs.name(parameter), parameter.shape()));
    }
    FormulaSize.required(
        "the optimizer's formula for '%s'".formatted(Programs.name(parameter)), returned, given);
    ShapeConflict.in(List.of(returned), given)
        .filter(each -> each.name().startsWith(Programs.OPTIMIZER))
        .ifPresent(
            each -> {
              throw new ContractException(optimizer, each.message());
            });
    return returned;
  }

  /** Adds up, and returns the mean gradients of the batches so far. */
  private List<Expr> accumulate(List<Expr> gradients, Expr rows) {
    Expr rowsSoFar = rowsSoFar();
    Expr isFirst = rowsSoFar.equalTo(Expr.constant(0));
    write(Entry.ACCUMULATE, rowsSoFar, rowsSoFar.plus(rows));
    var means = new ArrayList<Expr>();
    for (int i = 0; i < gradients.size(); i++) {
      Expr sum = state(parameters.get(i), "accumulate.gradient");
      Expr added = gradients.get(i).times(rows);
      write(Entry.ACCUMULATE, sum, Expr.where(isFirst, added, sum.plus(added)));
      means.add(sum.over(rowsSoFar));
    }
    return means;
  }

  private static Expr rowsSoFar() {
    return Expr.constant(0).state(Programs.OPTIMIZER + "accumulate.rows", Shape.SCALAR, 0);
  }

  /** Lets the batches that follow begin anew. */
  private void restart(Entry entry) {
    if (rule.accumulates()) {
      write(entry, rowsSoFar(), Expr.constant(0));
    }
  }

  private void perturb(Perturbation perturbation, List<Expr> gradients) {
    List<Expr> scaled = perturbation.adaptive() ? timesWeights(gradients) : gradients;
    List<Expr> directions = perturbation.adaptive() ? timesWeights(scaled) : gradients;
    Expr step =
        Expr.constant(perturbation.rho()).over(new Gradients(scaled).norm().plus(SMALLEST_NORM));
    for (int i = 0; i < gradients.size(); i++) {
      Expr weight = parameters.get(i);
      write(Entry.PERTURB, original(weight), weight);
      write(Entry.PERTURB, weight, weight.plus(directions.get(i).times(step)));
    }
    restart(Entry.PERTURB);
  }

  private List<Expr> timesWeights(List<Expr> gradients) {
    return IntStream.range(0, gradients.size())
        .mapToObj(i -> gradients.get(i).times(parameters.get(i)))
        .toList();
  }

  /** The weight as it was before it was moved aside. */
  private static Expr original(Expr weight) {
    return state(weight, "sharpness_aware.weight");
  }

  private void update(List<Expr> gradients) {
    var all = new Gradients(gradients);
    // looked into for each parameter, a gradient of the whole network would take time by the square
    // the norm is made of all gradients
    Set<Expr> given = Set.copyOf(Traversal.operandsFirst(List.of(all.norm())));
    for (int i = 0; i < gradients.size(); i++) {
      Expr weight = parameters.get(i);
      Expr start = rule.perturbation().isPresent() ? original(weight) : weight;
      write(Entry.UPDATE, weight, next(weight, start, gradients.get(i), all, given));
    }
    restart(Entry.UPDATE);
  }

  private Expr next(Expr parameter, Expr weight, Expr gradient, Gradients all, Set<Expr> given) {
    String name = Programs.name(parameter);
    Optimizer optimizer = rule.optimizers().apply(name);
    Expr rate = Expr.rate().times(rule.rateFactors().applyAsDouble(name));
    var step = new OptimizerStep(rate, Expr.stepNumber(), ParameterRole.of(parameter), all);
    Expr slotted = weight.at(Programs.OPTIMIZER + name);
    Expr next = optimizer.update(slotted, gradient, step);
    return required(next, optimizer, "update", parameter, given);
  }

  /**
   * Elements within ± the largest value, as by PyTorch's clip_grad_value_, then scaled by min(1,
   * norm / (‖gradients‖ + 10⁻⁶)), as by clip_grad_norm_.
   */
  private List<Expr> clipped(List<Expr> gradients) {
    List<Expr> bounded = bounded(gradients);
    if (rule.clipNorm().isEmpty()) {
      return bounded;
    }
    Expr largest = Expr.constant(rule.clipNorm().getAsDouble());
    Expr scale = largest.over(new Gradients(bounded).norm().plus(1e-6)).min(1);
    return bounded.stream().map(gradient -> gradient.times(scale)).toList();
  }

  private List<Expr> bounded(List<Expr> gradients) {
    if (rule.clipValue().isEmpty()) {
      return gradients;
    }
    double largest = rule.clipValue().getAsDouble();
    return gradients.stream().map(gradient -> gradient.clip(-largest, largest)).toList();
  }
}
