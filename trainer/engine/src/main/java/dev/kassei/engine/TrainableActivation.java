package dev.kassei.engine;

import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Mode;
import dev.kassei.api.expr.Shape;
import dev.kassei.api.expr.Tap;
import dev.kassei.engine.plan.Program;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * An elementwise activation of a network that has parameters, as a function.
 *
 * @param path of the layer, such as {@code hidden.0.activation}
 * @param program its PREDICT entry computes {@link Programs#RESPONSE} of {@link #INPUT}, as in
 *     inference
 * @param shape of both
 * @param perUnit whether a parameter has a number for each unit
 * @param parameters their names
 */
public record TrainableActivation(
    String path, Program program, Shape shape, boolean perUnit, List<String> parameters) {
  /** The name of the input of the program. */
  public static final String INPUT = "x";

  /** Those of a prediction, in the order of computation. */
  public static List<TrainableActivation> all(Expr prediction) {
    List<Expr> parameters = Programs.parameters(prediction, Mode.INFERENCE);
    var all = new ArrayList<TrainableActivation>();
    var paths = new HashSet<String>();
    for (Tap tap : Tap.all(prediction, Mode.INFERENCE)) {
      List<Expr> own = parameters.stream().filter(it -> it.path().equals(tap.path())).toList();
      if (!own.isEmpty() && Reaction.isElementwise(tap) && paths.add(tap.path())) {
        all.add(of(tap, own));
      }
    }
    return all;
  }

  private static TrainableActivation of(Tap tap, List<Expr> parameters) {
    Shape shape = tap.output().shape();
    Expr alone = tap.of(Expr.input(INPUT, shape)).orElseThrow();
    return new TrainableActivation(
        tap.path(),
        Programs.inference(alone),
        shape,
        parameters.stream().anyMatch(parameter -> parameter.width() > 1),
        parameters.stream().map(Programs::name).toList());
  }
}
