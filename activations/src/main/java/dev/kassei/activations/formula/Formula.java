package dev.kassei.activations.formula;

import static dev.kassei.api.value.Requirements.require;
import static dev.kassei.api.value.Requirements.requireFinite;

import dev.kassei.activations.Trainable;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.Required;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.FormulaException;
import dev.kassei.api.expr.FormulaParser;
import dev.kassei.api.expr.Shape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A function that the configuration writes down itself, such as {@code x * sigmoid(b * x)}.
 *
 * <p>It may use functions of whole rows, such as {@code row_sum}. Its derivative is derived as for
 * every other activation, with the same choices at kinks; whether it stays finite is its author's
 * care.
 *
 * @param formula in the language of {@link FormulaParser}, in which {@code x} is the input
 * @param parameters the values of the other names in the formula
 * @param trainable the parameters that training changes; their values are the first ones
 * @param perUnit those of the trainable parameters that have a value of their own for each unit
 */
@PluginName(value = "formula", title = "Formula")
@Reference("A formula of your own.")
public record Formula(
    @Required String formula,
    Map<String, Double> parameters,
    List<String> trainable,
    List<String> perUnit)
    implements Activation {
  private static final String INPUT = "x";
  private static final String NAME = "[A-Za-z][A-Za-z0-9_]*";

  /** Beyond the small widths one that small numbers divide, for formulas that split their input. */
  private static final int LARGE_WIDTH = 720_720;

  public Formula() {
    this("x * sigmoid(x)", Map.of(), List.of(), List.of());
  }

  /**
   * Checks that the formula can be read and uses exactly the parameters given.
   *
   * @throws FormulaException if the formula cannot be read at any width
   */
  public Formula {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    trainable = List.copyOf(trainable);
    perUnit = List.copyOf(perUnit);
    for (Map.Entry<String, Double> parameter : parameters.entrySet()) {
      requireParameter(parameter.getKey(), parameter.getValue());
    }
    var names = new Names(parameters, trainable, perUnit);
    requireReadable(formula, names);
    for (String name : trainable) {
      require(
          parameters.containsKey(name),
          "trainable names '%s', but the parameters are %s",
          name,
          parameters.keySet());
    }
    for (String name : perUnit) {
      require(
          trainable.contains(name), "per_unit names '%s', but trainable are %s", name, trainable);
    }
    for (String name : parameters.keySet()) {
      requireUsed(formula, name);
    }
  }

  @Override
  public Expr apply(Expr x) {
    Expr result = new Names(parameters, trainable, perUnit).read(formula, x);
    return result.broadcast(new Shape(x.shape().rows(), result.width()));
  }

  /** What the names of a formula stand for. */
  private record Names(
      Map<String, Double> parameters, List<String> trainable, List<String> perUnit) {
    Expr read(String formula, Expr x) {
      var names = new LinkedHashMap<String, Expr>();
      parameters.forEach((name, value) -> names.put(name, parameter(x, name, value)));
      names.put(INPUT, x);
      return FormulaParser.parse(formula, names);
    }

    private Expr parameter(Expr x, String name, double value) {
      if (!trainable.contains(name)) {
        return Expr.constant(value);
      }
      return perUnit.contains(name)
          ? Trainable.perUnit(x, name, value)
          : Trainable.perLayer(x, name, value);
    }
  }

  /** Widths may be wrong for a formula that splits its input, but not all of them. */
  private static void requireReadable(String formula, Names names) {
    IntStream widths = IntStream.concat(IntStream.rangeClosed(1, 64), IntStream.of(LARGE_WIDTH));
    boolean readable = widths.anyMatch(width -> isReadable(formula, names, input(width)));
    if (!readable) {
      names.read(formula, input(1));
    }
  }

  private static boolean isReadable(String formula, Names names, Expr x) {
    try {
      names.read(formula, x);
      return true;
    } catch (FormulaException e) {
      if (!e.isAboutShapes()) {
        throw e;
      }
      return false;
    }
  }

  private static Expr input(int width) {
    return Expr.input(INPUT, Shape.batch(width));
  }

  private static void requireParameter(String name, double value) {
    require(name.matches(NAME), "a parameter is named like b or beta_1 but was named '%s'", name);
    require(!name.equals(INPUT), "x is the input of the formula and cannot be a parameter");
    requireFinite("the parameter " + name, value);
  }

  private static void requireUsed(String formula, String name) {
    require(
        formula.matches("(?s).*\\b" + name + "\\b.*"),
        "the formula does not use the parameter '%s': %s",
        name,
        formula);
  }
}
