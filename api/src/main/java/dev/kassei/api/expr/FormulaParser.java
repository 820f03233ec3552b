package dev.kassei.api.expr;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.api.expr.FormulaTokens.Kind;
import dev.kassei.api.expr.FormulaTokens.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apiguardian.api.API;

/**
 * Reads formulas such as {@code x * tanh(softplus(x))}. The language can compute and nothing else,
 * and its texts are bounded in length and depth, so that a third party's formula is safe to read.
 *
 * <pre>
 * formula    = { name "=" expression ";" } expression
 * expression = sum [ ( ">" | ">=" | "&lt;" | "&lt;=" | "==" ) sum ]
 * sum        = product { ( "+" | "-" ) product }
 * product    = unary { ( "*" | "/" ) unary }
 * unary      = "-" unary | power
 * power      = atom [ ( "^" | "**" ) unary ]
 * atom       = number | "Infinity" | "NaN" | name | name "(" expression { "," expression } ")" | "(" expression ")"
 * </pre>
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class FormulaParser {
  /** The largest number of characters of a text that is read. */
  public static final int MAX_LENGTH = 10_000;

  private static final int DEEPEST = 200;
  private static final double LARGEST_EXPONENT = 1e9;

  /** As many numbers has a value for each row of the batch, at most. */
  private static final int LARGEST_VALUE = 1_000_000;

  /** Stands for what cannot be read, while the rest is looked at. */
  private static final Expr UNREADABLE = Expr.constant(1);

  private final FormulaMistakes mistakes;
  private final List<Token> tokens;
  private final Map<String, Expr> names;
  private final UnknownNames unknown;
  private int next;
  private int depth;

  private FormulaParser(String text, Map<String, Expr> names) {
    this.mistakes = new FormulaMistakes(text);
    this.tokens = FormulaTokens.of(text, mistakes);
    this.names = new LinkedHashMap<>();
    this.names.put("pi", Expr.constant(Math.PI));
    this.names.put("rows", Expr.batchRows());
    this.names.putAll(names);
    this.unknown = new UnknownNames(this.names);
  }

  /**
   * Reads a formula.
   *
   * @param text at most 10,000 characters, nested at most 200 deep; its values have at most
   *     1,000,000 numbers for each row of the batch
   * @param names what its names stand for, beside {@code pi} and {@code rows}
   * @throws FormulaException if the text cannot be read, with all its mistakes, or if its widths do
   *     not fit
   */
  public static Expr parse(String text, Map<String, Expr> names) {
    if (text.length() > MAX_LENGTH) {
      String message = "a formula has at most %s characters but this has %s";
      throw FormulaException.of(
          List.of(
              FormulaProblem.at(text, MAX_LENGTH, message.formatted(MAX_LENGTH, text.length()))));
    }
    return new FormulaParser(text, names).formula();
  }

  private Expr formula() {
    while (peek().kind() == Kind.NAME && tokens.get(next + 1).is("=")) {
      definition();
    }
    Expr result = expression();
    if (peek().kind() != Kind.END) {
      throw unexpected("an operator or the end");
    }
    mistakes.throwIfAny();
    return result;
  }

  private void definition() {
    Token name = take();
    if (names.containsKey(name.text())) {
      report(name, "'" + name.text() + "' has a meaning already: choose another name");
    }
    take();
    Expr value = expression();
    expect(";", "an operator or ';' after the definition of '" + name.text() + "'");
    names.putIfAbsent(name.text(), value);
  }

  private Expr expression() {
    Expr left = sum();
    Token operator = peek();
    if (!isComparison(operator)) {
      return left;
    }
    take();
    Expr right = sum();
    if (isComparison(peek())) {
      throw fail(peek(), "comparisons cannot follow each other: write (a > b) * (b > c)");
    }
    return build(operator, () -> compare(operator.text(), left, right));
  }

  private static boolean isComparison(Token token) {
    return token.is(">") || token.is(">=") || token.is("<") || token.is("<=") || token.is("==");
  }

  private static Expr compare(String operator, Expr left, Expr right) {
    return switch (operator) {
      case ">" -> left.greaterThan(right);
      case ">=" -> left.atLeast(right);
      case "<" -> left.lessThan(right);
      case "<=" -> left.atMost(right);
      default -> left.equalTo(right);
    };
  }

  private Expr sum() {
    Expr result = product();
    while (peek().is("+") || peek().is("-")) {
      Token operator = take();
      Expr left = result;
      Expr right = product();
      result = build(operator, () -> operator.is("+") ? left.plus(right) : left.minus(right));
    }
    return result;
  }

  private Expr product() {
    Expr result = unary();
    while (peek().is("*") || peek().is("/")) {
      Token operator = take();
      Expr left = result;
      Expr right = unary();
      result = build(operator, () -> operator.is("*") ? left.times(right) : left.over(right));
    }
    return result;
  }

  private Expr unary() {
    if (depth == DEEPEST) {
      throw fail(peek(), "a formula is nested at most " + DEEPEST + " deep");
    }
    depth++;
    Expr result = peek().is("-") ? negative() : power();
    depth--;
    return result;
  }

  /** The minus before a number belongs to it, but not in −2^x. */
  private Expr negative() {
    take();
    boolean isNumber = peek().kind() == Kind.NUMBER && !tokens.get(next + 1).is("^");
    return isNumber ? Expr.constant(-number(take())) : unary().negate();
  }

  private Expr power() {
    Expr base = atom();
    if (!peek().is("^")) {
      return base;
    }
    Token operator = take();
    Expr exponent = unary();
    return build(operator, () -> power(base, exponent));
  }

  private static Expr power(Expr base, Expr exponent) {
    if (exponent.detail() instanceof Detail.Value constant) {
      double value = constant.value();
      if (value == 0.5) {
        return base.sqrt();
      }
      if (Math.rint(value) == value && Math.abs(value) <= LARGEST_EXPONENT) {
        return base.power((int) value);
      }
    }
    return base.power(exponent);
  }

  private Expr atom() {
    Token token = peek();
    if (token.kind() == Kind.NUMBER) {
      return Expr.constant(number(take()));
    }
    if (token.kind() == Kind.NAME) {
      take();
      return peek().is("(") ? call(token) : value(token);
    }
    if (token.is("(")) {
      take();
      Expr result = expression();
      expect(")", "an operator or ')'");
      return result;
    }
    throw unexpected("a number, a name or '('");
  }

  private double number(Token token) {
    double value = Double.parseDouble(token.text());
    if (Double.isInfinite(value) && token.text().charAt(0) != 'I') {
      report(token, token.text() + " is too large for a number");
    }
    return value;
  }

  private Expr value(Token name) {
    Expr value = names.get(name.text());
    return value == null ? report(name, unknown.value(name.text())) : value;
  }

  private Expr call(Token name) {
    FormulaFunction function = FormulaFunction.ALL.get(name.text());
    List<Expr> arguments = arguments(function == null ? name.text() : function.signature());
    if (function == null) {
      return report(name, unknown.function(name.text()));
    }
    return function.takes(arguments.size())
        ? build(name, () -> function.apply(arguments))
        : report(name, function.miscounted(arguments.size()));
  }

  private List<Expr> arguments(String function) {
    take();
    var arguments = new ArrayList<Expr>();
    if (!peek().is(")")) {
      arguments.add(expression());
      while (peek().is(",")) {
        take();
        arguments.add(expression());
      }
    }
    expect(")", "an operator, ',' or ')' in " + function);
    return arguments;
  }

  private Expr build(Token place, Supplier<Expr> node) {
    try {
      return bounded(node.get());
    } catch (IllegalArgumentException e) {
      mistakes.addOfShapes(place.offset(), String.valueOf(e.getMessage()));
      return UNREADABLE;
    }
  }

  /** Lest a few characters fill the memory. */
  private static Expr bounded(Expr node) {
    long numbers = (long) node.shape().rows().count() * node.width();
    require(
        numbers <= LARGEST_VALUE,
        "a value in a formula has at most %s numbers for each row of the batch, but this has %s",
        LARGEST_VALUE,
        numbers);
    return node;
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    return tokens.get(next++);
  }

  private void expect(String sign, String expected) {
    if (!peek().is(sign)) {
      throw unexpected(expected);
    }
    take();
  }

  private FormulaException unexpected(String expected) {
    Token token = peek();
    String hint =
        switch (token.text()) {
          case "=" -> ": write == to compare";
          case "!=" -> ": write 1 - (a == b)";
          default ->
              token.kind() == Kind.NAME || token.kind() == Kind.NUMBER || token.is("(")
                  ? ": write * to multiply"
                  : "";
        };
    return fail(token, "expected " + expected + " but found " + token + hint);
  }

  /** Reports what is no reason to stop. */
  private Expr report(Token place, String problem) {
    mistakes.add(place.offset(), problem);
    return UNREADABLE;
  }

  /**
   * Ends here, since how the text continues cannot be known; but what its other words are can.
   * Where characters were left out, what comes unexpected has to do with these.
   */
  private FormulaException fail(Token place, String problem) {
    if (tokens.stream().noneMatch(token -> token.kind() == Kind.GAP)) {
      mistakes.add(place.offset(), problem);
    }
    unknown.report(tokens.subList(next, tokens.size()), mistakes);
    mistakes.throwIfAny();
    throw new IllegalStateException("a formula that fails has a mistake: " + problem);
  }
}
