package dev.kassei.api.expr;

import dev.kassei.api.expr.Notation.Operand;
import dev.kassei.api.expr.Notation.Piece;
import dev.kassei.api.expr.Notation.Text;
import dev.kassei.api.expr.Notation.Written;
import dev.kassei.api.value.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apiguardian.api.API;

/** Formulas as LaTeX for mathematical mode, with nothing but the commands of amsmath. */
@API(status = API.Status.STABLE, since = "0.1")
public final class LatexPrinter {
  private static final int LONGEST_INLINE = 300;

  private static final Set<String> GREEK =
      Set.of(
          "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "kappa", "lambda",
          "mu", "nu", "xi", "pi", "rho", "sigma", "tau", "phi", "chi", "psi", "omega");

  private LatexPrinter() {}

  /** The whole formula; parameters, states and noise have their full names. */
  public static String latex(Expr formula) {
    return latex(formula, UnaryOperator.identity());
  }

  /** The whole formula; {@code naming} shortens the full names of its leaves. */
  public static String latex(Expr formula, UnaryOperator<String> naming) {
    return new FormulaWriter(new Latex(naming)).whole(formula, LONGEST_INLINE, " = ", ",\\quad ");
  }

  /** A name: one letter as it is, Greek letters by their commands, words upright. */
  private static String name(String name) {
    if (GREEK.contains(name)) {
      return "\\" + name;
    }
    return name.length() == 1 ? name : "\\mathrm{" + name.replace("_", "\\_") + "}";
  }

  private record Latex(UnaryOperator<String> naming) implements Notation {
    @Override
    public String open() {
      return "\\left(";
    }

    @Override
    public String close() {
      return "\\right)";
    }

    @Override
    public String definition(int number) {
      return "t_{" + number + "}";
    }

    @Override
    public Written write(Expr node) {
      return switch (node.operation()) {
        case CONSTANT -> number(((Detail.Value) node.detail()).value());
        case INPUT, PARAMETER, STATE, UNIFORM ->
            Written.atom(LatexPrinter.name(node.name().map(naming).orElse("")));
        case RATE -> Written.atom("\\eta");
        case STEP -> Written.atom("t");
        case ROWS -> Written.atom("\\mathrm{rows}");
        case COLUMN_INDEX -> Written.atom("\\mathrm{column}");
        case ADD -> infix(node, Notation.SUM, " + ", Notation.PRODUCT);
        case SUBTRACT -> infix(node, Notation.SUM, " - ", Notation.PRODUCT);
        case MULTIPLY -> product(node);
        case NEGATE -> written(Notation.UNARY, "-", operand(node, 0, Notation.POWER));
        case POWER -> power(node.operand(0), operand(node, 1, Notation.COMPARISON));
        case GREATER, GREATER_OR_EQUAL, EQUAL -> bracket(node);
        default -> written(node);
      };
    }

    private static Written written(Expr node) {
      Operand x = operand(node, 0, Notation.COMPARISON);
      return switch (node.operation()) {
        case DIVIDE ->
            written(Notation.POWER, "\\frac{", x, "}{", operand(node, 1, Notation.COMPARISON), "}");
        case EXP -> written(Notation.POWER, "e^{", x, "}");
        case EXPM1 -> written(Notation.SUM, "e^{", x, "} - 1");
        case LOG1P -> written(Notation.ATOM, "\\log\\left(1 + ", operand(node, 0, 2), "\\right)");
        case SQRT -> written(Notation.ATOM, "\\sqrt{", x, "}");
        case ABS -> written(Notation.ATOM, "\\left|", x, "\\right|");
        case WHERE ->
            AnyPower.in(node)
                .map(each -> power(each.base(), new Operand(each.exponent(), Notation.COMPARISON)))
                .orElseGet(() -> where(node));
        case DETACHED, BROADCAST -> written(Notation.ATOM, operand(node, 0, Notation.ATOM));
        default -> call(node);
      };
    }

    private static Written where(Expr node) {
      Expr condition = Notation.visible(node.operand(0));
      var pieces = new ArrayList<Piece>(List.of(new Text("\\begin{cases} ")));
      pieces.add(operand(node, 1, Notation.COMPARISON));
      pieces.add(new Text(" & \\text{if } "));
      String relation = relation(condition);
      if (relation.isEmpty()) {
        pieces.add(new Operand(condition, Notation.SUM));
        pieces.add(new Text(" \\ne 0"));
      } else {
        pieces.addAll(comparison(condition, relation));
      }
      pieces.add(new Text(" \\\\ "));
      pieces.add(operand(node, 2, Notation.COMPARISON));
      pieces.add(new Text(" & \\text{otherwise} \\end{cases}"));
      return new Written(Notation.SUM, pieces);
    }

    /** A comparison as a number, in Iverson's brackets. */
    private static Written bracket(Expr node) {
      var pieces = new ArrayList<Piece>(List.of(new Text("\\left[")));
      pieces.addAll(comparison(node, relation(node)));
      pieces.add(new Text("\\right]"));
      return new Written(Notation.ATOM, pieces);
    }

    private static List<Piece> comparison(Expr node, String relation) {
      return List.of(
          operand(node, 0, Notation.SUM), new Text(relation), operand(node, 1, Notation.SUM));
    }

    private static String relation(Expr node) {
      return switch (node.operation()) {
        case GREATER -> " > ";
        case GREATER_OR_EQUAL -> " \\ge ";
        case EQUAL -> " = ";
        default -> "";
      };
    }

    private static Written number(double value) {
      String text = Numbers.text(value);
      if (!Double.isFinite(value)) {
        String sign = value < 0 ? "-" : "";
        return Written.atom(Double.isNaN(value) ? "\\mathrm{NaN}" : sign + "\\infty");
      }
      int exponent = text.indexOf('e');
      if (exponent < 0) {
        return written(text.startsWith("-") ? Notation.UNARY : Notation.ATOM, text);
      }
      String power = "10^{" + text.substring(exponent + 1) + "}";
      String digits = text.substring(0, exponent);
      return switch (digits) {
        case "1" -> written(Notation.POWER, power);
        case "-1" -> written(Notation.UNARY, "-" + power);
        default -> written(Notation.PRODUCT, digits + " \\cdot " + power);
      };
    }

    private static Written product(Expr node) {
      Power power = Power.of(node);
      if (power.exponent() > 1) {
        return power(power.base(), new Text(Integer.toString(power.exponent())));
      }
      return infix(node, Notation.PRODUCT, " \\cdot ", Notation.UNARY + 1);
    }

    private static Written power(Expr base, Piece exponent) {
      return written(Notation.POWER, new Operand(base, Notation.ATOM), "^{", exponent, "}");
    }

    private static Written infix(Expr node, int binding, String operator, int rightLeast) {
      var right = new Operand(node.operand(1), rightLeast);
      return Written.infix(binding, node.operand(0), binding, operator, right);
    }

    private static Written call(Expr node) {
      String function = function(node.operation());
      if (node.operation() == Operation.COLUMNS) {
        var range = (Detail.Range) node.detail();
        Operand x = operand(node, 0, Notation.ATOM);
        return written(Notation.ATOM, x, "_{" + range.from() + " \\dots " + range.to() + "}");
      }
      return Written.call(function + "\\left(", node.operands(), "\\right)");
    }

    private static String function(Operation operation) {
      return switch (operation) {
        case LOG -> "\\log";
        case TANH, SIN, COS, MAX, MIN -> "\\" + operation.functionName();
        case ATAN -> "\\arctan";
        case SIGMOID -> "\\sigma";
        case SIGMOID_DERIVATIVE -> "\\sigma'";
        default ->
            "\\operatorname{" + operation.name().toLowerCase(Locale.ROOT).replace("_", "\\_") + "}";
      };
    }

    private static Operand operand(Expr node, int index, int least) {
      return new Operand(node.operand(index), least);
    }

    /** Text and operands in turn. */
    private static Written written(int binding, Object... parts) {
      var pieces = new ArrayList<Piece>();
      for (Object part : parts) {
        pieces.add(part instanceof Piece piece ? piece : new Text((String) part));
      }
      return new Written(binding, pieces);
    }
  }
}
