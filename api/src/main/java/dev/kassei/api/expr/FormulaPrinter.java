package dev.kassei.api.expr;

import dev.kassei.api.expr.Notation.Operand;
import dev.kassei.api.expr.Notation.Text;
import dev.kassei.api.expr.Notation.Written;
import dev.kassei.api.value.Numbers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * Formulas as text that {@link FormulaParser} reads back, such as {@code x * tanh(softplus(x))}. A
 * long formula has its shared parts defined first: {@code t1 = exp(x) + 1; t2 = …; t1 / t2}.
 *
 * <p>Paths, taps and the next values of states are not written, and row functions in plain Java
 * cannot be read back.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class FormulaPrinter {
  private static final int LONGEST_INLINE = 120;
  private static final int LONGEST_BRIEF = 200;

  private FormulaPrinter() {}

  /** The whole formula; parameters, states and noise have their full names. */
  public static String text(Expr formula) {
    return text(formula, UnaryOperator.identity());
  }

  /** The whole formula; {@code naming} shortens the full names of its leaves. */
  public static String text(Expr formula, UnaryOperator<String> naming) {
    var notation = new Infix(naming, namesIn(formula, naming));
    return new FormulaWriter(notation).whole(formula, LONGEST_INLINE, " = ", "; ");
  }

  /** At most 200 characters of the formula, for messages. */
  public static String brief(Expr formula) {
    var notation = new Infix(UnaryOperator.identity(), Set.of());
    return new FormulaWriter(notation).beginning(formula, LONGEST_BRIEF);
  }

  private static Set<String> namesIn(Expr formula, UnaryOperator<String> naming) {
    var names = new HashSet<String>();
    for (Expr node : Traversal.operandsFirst(List.of(formula))) {
      node.name().map(naming).ifPresent(names::add);
    }
    return names;
  }

  /** The rows of a shape as {@link FormulaParser} reads them. */
  private static String rows(Shape shape) {
    Rows rows = shape.rows();
    var factors = new ArrayList<String>(rows.batched() ? List.of("rows") : List.of());
    rows.sizes().forEach(size -> factors.add(Integer.toString(size)));
    return factors.isEmpty() ? "1" : String.join(" * ", factors);
  }

  private record Infix(UnaryOperator<String> naming, Set<String> taken) implements Notation {
    @Override
    public String open() {
      return "(";
    }

    @Override
    public String close() {
      return ")";
    }

    @Override
    public String definition(int number) {
      String prefix = "t";
      while (taken.contains(prefix + number)) {
        prefix += "t";
      }
      return prefix + number;
    }

    @Override
    public Written write(Expr node) {
      return switch (node.operation()) {
        case CONSTANT -> number(((Detail.Value) node.detail()).value());
        case INPUT, PARAMETER, STATE, UNIFORM -> Written.atom(node.name().map(naming).orElse(""));
        case RATE -> Written.atom("learning_rate");
        case STEP, ROWS -> Written.atom(node.operation().functionName());
        case ADD -> infix(node, Notation.SUM, " + ", Notation.PRODUCT);
        case SUBTRACT -> infix(node, Notation.SUM, " - ", Notation.PRODUCT);
        case MULTIPLY -> product(node);
        case DIVIDE -> infix(node, Notation.PRODUCT, " / ", Notation.UNARY);
        case GREATER -> infix(node, Notation.COMPARISON, " > ", Notation.SUM);
        case GREATER_OR_EQUAL -> infix(node, Notation.COMPARISON, " >= ", Notation.SUM);
        case EQUAL -> infix(node, Notation.COMPARISON, " == ", Notation.SUM);
        case NEGATE -> negation(Notation.visible(node.operand(0)));
        case POWER -> power(node);
        case WHERE -> AnyPower.in(node).map(Infix::power).orElseGet(() -> call(node));
        default -> call(node);
      };
    }

    private static Written number(double value) {
      String text = Numbers.text(value);
      return new Written(
          text.startsWith("-") ? Notation.UNARY : Notation.ATOM, List.of(new Text(text)));
    }

    private static Written infix(Expr node, int binding, String operator, int rightLeast) {
      int leftLeast = Math.max(binding, Notation.SUM);
      return Written.infix(
          binding, node.operand(0), leftLeast, operator, new Operand(node.operand(1), rightLeast));
    }

    private static Written product(Expr node) {
      Power power = Power.of(node);
      if (power.exponent() == 1) {
        return infix(node, Notation.PRODUCT, " * ", Notation.UNARY);
      }
      var base = new Operand(power.base(), Notation.ATOM);
      return new Written(Notation.POWER, List.of(base, new Text("^" + power.exponent())));
    }

    /** The minus of a number belongs to the number, so a negated number is written −(2). */
    private static Written negation(Expr operand) {
      boolean isNumber = operand.operation() == Operation.CONSTANT;
      int least = isNumber ? Notation.ATOM + 1 : Notation.UNARY;
      return new Written(Notation.UNARY, List.of(new Text("-"), new Operand(operand, least)));
    }

    /** A constant exponent after ^ would be read as repeated multiplication. */
    private static Written power(Expr node) {
      if (node.operand(1).operation() == Operation.CONSTANT) {
        return Written.call("power(", node.operands(), ")");
      }
      var exponent = new Operand(node.operand(1), Notation.UNARY);
      return Written.infix(Notation.POWER, node.operand(0), Notation.ATOM, "^", exponent);
    }

    /** What stands after ^ as 0.5 would be read as a square root. */
    private static Written power(AnyPower power) {
      if (power.exponent().isConstant(0.5)) {
        return Written.call("power(", List.of(power.base(), power.exponent()), ")");
      }
      var exponent = new Operand(power.exponent(), Notation.UNARY);
      return Written.infix(Notation.POWER, power.base(), Notation.ATOM, "^", exponent);
    }

    private static Written call(Expr node) {
      var end = new StringBuilder();
      for (String argument : plainArguments(node)) {
        end.append(node.operands().isEmpty() ? "" : ", ").append(argument);
      }
      return Written.call(
          node.operation().functionName() + "(", node.operands(), end.append(")").toString());
    }

    private static List<String> plainArguments(Expr node) {
      var arguments = new ArrayList<String>();
      switch (node.operation()) {
        case COLUMNS -> {
          var range = (Detail.Range) node.detail();
          arguments.add(Integer.toString(range.from()));
          arguments.add(Integer.toString(range.to()));
        }
        case PAD -> {
          arguments.add(Integer.toString(((Detail.Range) node.detail()).from()));
          arguments.add(Integer.toString(node.width()));
        }
        case SCATTER_ADD -> arguments.add(rows(node.shape()));
        case REPEAT_INNER -> arguments.add(Integer.toString(node.shape().rows().inner()));
        case WINDOWS -> {
          Window window = ((Detail.Windows) node.detail()).window();
          arguments.add(Numbers.text(window.fill()));
          arguments.addAll(axes(window));
        }
        case FOLD_WINDOWS -> {
          arguments.add(rows(node.shape()));
          arguments.addAll(axes(((Detail.Windows) node.detail()).window()));
        }
        case COLUMN_INDEX -> arguments.add(Integer.toString(node.width()));
        case BROADCAST, RESHAPE -> {
          arguments.add(rows(node.shape()));
          arguments.add(Integer.toString(node.width()));
        }
        default -> {}
      }
      return arguments;
    }

    private static List<String> axes(Window window) {
      return IntStream.range(0, window.axes())
          .boxed()
          .flatMap(
              axis ->
                  Stream.of(
                          window.kernel(),
                          window.stride(),
                          window.before(),
                          window.after(),
                          window.dilation())
                      .map(numbers -> numbers.get(axis).toString()))
          .toList();
    }
  }
}
