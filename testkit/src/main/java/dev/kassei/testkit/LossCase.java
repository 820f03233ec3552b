package dev.kassei.testkit;

import dev.kassei.api.Loss;
import dev.kassei.api.Target;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Shape;
import dev.kassei.api.value.ContractException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A loss for one kind of target. With the target fixed, a loss is a layer from predictions to one
 * value per row.
 *
 * @param outputs the columns of a prediction
 * @param targets one target a row, each of the target's columns
 */
record LossCase(Loss loss, Target target, int outputs, List<List<Double>> targets) {
  private static final Target NUMBER = new Target(List.of("y"), List.of());
  private static final Target NUMBERS = new Target(List.of("y1", "y2"), List.of());
  private static final Target TWO_CLASSES = new Target(List.of("y"), List.of("a", "b"));
  private static final Target THREE_CLASSES = new Target(List.of("y"), List.of("a", "b", "c"));

  /** The kinds of targets that the loss takes. */
  static List<LossCase> of(Loss loss) {
    var cases = new ArrayList<LossCase>();
    for (double low : new double[] {0, -1}) {
      numbers(loss, low).forEach(cases::add);
      if (!cases.isEmpty()) {
        break;
      }
    }
    of(loss, TWO_CLASSES, List.of(List.of(0.0), List.of(1.0))).ifPresent(cases::add);
    of(loss, THREE_CLASSES, List.of(List.of(0.0), List.of(1.0), List.of(2.0)))
        .ifPresent(cases::add);
    return cases;
  }

  /** Numbers between {@code low} and 1, which losses of probabilities and of signs take, too. */
  private static List<LossCase> numbers(Loss loss, double low) {
    var cases = new ArrayList<LossCase>();
    of(loss, NUMBER, List.of(List.of(low), List.of(1.0))).ifPresent(cases::add);
    of(loss, NUMBERS, List.of(List.of(low, 1.0), List.of(1.0, low))).ifPresent(cases::add);
    return cases;
  }

  private static Optional<LossCase> of(Loss loss, Target target, List<List<Double>> targets) {
    try {
      int outputs = loss.outputs(target);
      double[] all =
          targets.stream().flatMap(List::stream).mapToDouble(Double::doubleValue).toArray();
      loss.check(target, all);
      var found = new LossCase(loss, target, outputs, targets);
      found.losses(Subject.input(outputs + target.columns()));
      return Optional.of(found);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Why no kind of target is taken. */
  static List<String> refusals(Loss loss) {
    return List.of(NUMBER, TWO_CLASSES, THREE_CLASSES).stream()
        .map(target -> refusal(loss, target))
        .toList();
  }

  private static String refusal(Loss loss, Target target) {
    try {
      int outputs = loss.outputs(target);
      new LossCase(loss, target, outputs, List.of())
          .losses(Subject.input(outputs + target.columns()));
      return "its targets are refused by check";
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** The losses of rows that hold the prediction and then the target. */
  Expr losses(Expr x) {
    return returned(loss.apply(x.columns(0, outputs), x.columns(outputs, x.width())), "apply");
  }

  private Expr returned(Expr value, String method) {
    return ContractException.returned(value, loss, method);
  }

  /** The loss as a function of rows that hold the prediction and then the target. */
  Subject withTargets() {
    return Subject.of(this::losses, outputs + target.columns());
  }

  /** The loss as a function of the prediction, for each of the targets. */
  List<Subject> fixed() {
    return targets.stream()
        .map(row -> Subject.of(x -> returned(loss.apply(x, constant(row)), "apply"), outputs))
        .toList();
  }

  private static Expr constant(List<Double> row) {
    Expr[] columns =
        row.stream()
            .map(value -> Expr.constant(value).broadcast(Shape.batch(1)))
            .toArray(Expr[]::new);
    return columns[0].concat(Arrays.copyOfRange(columns, 1, columns.length));
  }

  /** The response as a function of the prediction. */
  Subject response() {
    return Subject.of(x -> returned(loss.response(x), "response"), outputs);
  }

  /** The kind of target, as text. */
  String kind() {
    if (target.isClasses()) {
      return target.classes().size() + " classes";
    }
    return target.columns() == 1 ? "a number" : target.columns() + " numbers";
  }
}
