package dev.kassei.api.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaParserTest {
  private static final Expr X = Expr.input("x", Shape.batch(4));
  private static final Expr BETA = X.parameter("beta", Shape.SCALAR, (fans, draws, index) -> 1);
  private static final Map<String, Expr> NAMES = Map.of("x", X, "beta", BETA);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 + 2 * 3            | 7",
        "(1 + 2) * 3          | 9",
        "2 - 3 - 4            | -5",
        "24 / 4 / 2           | 3",
        "2^3^2                | 512",
        "2 ** 3               | 8",
        "-2^2                 | -4",
        "(-2)^2               | 4",
        "2^-1                 | 0.5",
        "--2                  | 2",
        "4^0.5                | 2",
        "4^1.5                | 8",
        "5^0                  | 1",
        "5^1                  | 5",
        "2 > 1                | 1",
        "2 < 1                | 0",
        "1 >= 1               | 1",
        "1 <= 0.5             | 0",
        "1 == 1               | 1",
        "1 + 1 > 1            | 1",
        ".5 + 5. + 1e-1       | 5.6",
        "1.5E+1               | 15",
        "pi                   | 3.141592653589793",
        "max(3, 4) - min(3, 4) | 1",
        "clip(7, 0, 6)        | 6",
        "where(0, 1, 2)       | 2",
        "square(3)            | 9",
        "arctan(0) + atan(0)  | 0",
        "a = 2; b = a * a; b + a | 6",
        "row_mean(concat(1, 2, 6)) | 3",
        "mean(concat(1, 2, 6)) * column_mean(2) | 6",
        "row_sum(concat(1, 2) * column_index(2)) | 2",
        "rows                 | 1"
      })
  void readsAsMathematicsIsRead(String text, double value) {
    double[] computed =
        new Interpreter(1, Mode.INFERENCE).value(FormulaParser.parse(text, Map.of()));
    assertThat(computed).usingComparatorWithPrecision(1e-15).containsExactly(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                      | 1 | expected a number, a name or '(' but found the end",
        "x +                     | 4 | expected a number, a name or '(' but found the end",
        "* x                     | 1 | expected a number, a name or '(' but found '*'",
        "2x                      | 2 | expected an operator or the end but found 'x': write * to multiply",
        "x (x)                   | 1 | 'x' is a value, not a function: write x * (…)",
        "(x)(x)                  | 4 | expected an operator or the end but found '(': write * to multiply",
        "(x                      | 3 | expected an operator or ')' but found the end",
        "x)                      | 2 | expected an operator or the end but found ')'",
        "x = 2                   | 1 | 'x' has a meaning already: choose another name",
        "a = 2                   | 6 | expected an operator or ';' after the definition of 'a' but found the end",
        "a = 2;                  | 7 | expected a number, a name or '(' but found the end",
        "where(x = 0, 1, 2)      | 9 | expected an operator, ',' or ')' in where(condition, yes, no) but found '=': write == to compare",
        "x != 0                  | 3 | expected an operator or the end but found '!=': write 1 - (a == b)",
        "0 < x < 1               | 7 | comparisons cannot follow each other: write (a > b) * (b > c)",
        "x & x                   | 3 | '&' has no meaning in a formula: write * between conditions",
        "x × x                   | 3 | '×' has no meaning in a formula: write *",
        "exp\uff08x)                 | 4 | '\uff08' has no meaning in a formula: write (",
        "x² + 1                  | 2 | '²' has no meaning in a formula: write ^2",
        "x $ 1                   | 3 | '$' has no meaning in a formula",
        "1e999                   | 1 | 1e999 is too large for a number",
        "sigmoyd(x)              | 1 | unknown function 'sigmoyd', did you mean sigmoid(x)?",
        "epx(x)                  | 1 | unknown function 'epx', did you mean exp(x)?",
        "2 * Tanh(x)             | 5 | unknown function 'Tanh', did you mean tanh(x)?",
        "np.exp(x)               | 1 | unknown function 'np.exp', did you mean exp(x)?",
        "ln(x)                   | 1 | unknown function 'ln', did you mean log(x)?",
        "math.fabs(x)            | 1 | unknown function 'math.fabs', did you mean abs(x)?",
        "relu(x)                 | 1 | unknown function 'relu', did you mean max(x, 0)?",
        "exp + 1                 | 1 | exp is a function: write exp(x)",
        "betta * x               | 1 | unknown name 'betta', did you mean 'beta'?",
        "z * x                   | 1 | unknown name 'z': known are beta, pi, rows, x",
        "clip(x, 0)              | 1 | clip takes 3 arguments, clip(x, low, high), but got 2",
        "exp()                   | 1 | exp takes 1 argument, exp(x), but got 0",
        "concat(x)               | 1 | concat takes at least 2 arguments, concat(a, b, …), but got 1",
        "1 + columns(x, 0, 9)    | 5 | formula: columns 0 to 9 are not within the width 4",
        "columns(x, 0.5, 2)      | 1 | expected an integer but found 0.5",
        "columns(x, beta, 2)     | 1 | expected an integer but found beta",
        "column_index(1000000000) | 1 | a value in a formula has at most 1000000 numbers for each row of the batch, but this has 1000000000",
        "x + columns(x, 0, 2)    | 3 | formula: add of batch × 4 and batch × 2: single rows and columns repeat, others must be equal",
        "x * matmul(x, x)        | 5 | formula: cannot multiply batch × 4 by batch × 4",
        "x^100                   | 2 | a power must be within ±64 but was 100"
      })
  void refusesWithPlaceAndReason(String text, int column, String problem) {
    FormulaProblem refusal = refusal(text).problems().get(0);
    assertThat(refusal.message()).isEqualTo(problem);
    assertThat(refusal.line()).isOne();
    assertThat(refusal.column()).isEqualTo(column);
  }

  @Test
  void messageShowsTheLineWithACaret() {
    assertThat(refusal("t = beta * x;\nt * sigmoyd(t)"))
        .hasMessage(
            """
            unknown function 'sigmoyd', did you mean sigmoid(x)? (column 5)
              t * sigmoyd(t)
                  ^""")
        .extracting(each -> each.problems().get(0).line())
        .isEqualTo(2);
  }

  @Test
  void allMistakesAreToldInTheOrderOfTheirPlaces() {
    assertThat(messages("tanhh(x) \u00d7 foo + relu(x) * clip(x, 1) - (bar"))
        .containsExactly(
            "unknown function 'tanhh', did you mean tanh(x)?",
            "'\u00d7' has no meaning in a formula: write *",
            "unknown name 'foo': known are beta, pi, rows, x",
            "unknown function 'relu', did you mean max(x, 0)?",
            "clip takes 3 arguments, clip(x, low, high), but got 2",
            "unknown name 'bar': known are beta, pi, rows, x",
            "expected an operator or ')' but found the end");
  }

  @Test
  void aMistakeThatRepeatsIsToldOnce() {
    assertThat(messages("foo + relu(foo) * relu(x)"))
        .containsExactly(
            "unknown name 'foo': known are beta, pi, rows, x",
            "unknown function 'relu', did you mean max(x, 0)?");
  }

  @Test
  void behindASignThatFitsNowhereNamesAreStillLookedAt() {
    assertThat(messages("x + ) * expp(x); later = 1; later + y"))
        .containsExactly(
            "expected a number, a name or '(' but found ')'",
            "unknown function 'expp', did you mean exp(x)?",
            "unknown name 'y': known are beta, later, pi, rows, x");
  }

  @Test
  void whatComesUnexpectedBesideAGapIsNotTold() {
    assertThat(messages("x > 0 ? foo : 1"))
        .containsExactly(
            "'?' has no meaning in a formula: write where(condition, yes, no)",
            "unknown name 'foo': known are beta, pi, rows, x",
            "':' has no meaning in a formula");
  }

  @Test
  void widthsAreToldWhereAllElseIsRight() {
    assertThat(messages("x * matmul(x, x) + foo"))
        .containsExactly("unknown name 'foo': known are beta, pi, rows, x");
  }

  @Test
  void aFunctionOfAnotherMeaningIsNoSlip() {
    assertThat(messages("asin(x) + sinc(x) + log2(x) + minn(x, 0) + erff(x)"))
        .containsExactly(
            "unknown function 'asin', did you mean atan(x / sqrt(1 - square(x)))?",
            "unknown function 'sinc', did you mean where(x == 0, 1, sin(x) / x)?",
            "unknown function 'log2', did you mean log(x) / log(2)?",
            "unknown function 'minn', did you mean min(a, b)?",
            "unknown function 'erff', did you mean erf(x)?");
    assertThat(messages("floor(x)").get(0)).startsWith("unknown function 'floor': known are exp");
  }

  @Test
  void theCaretStandsBelowThePlaceBehindWideCharacters() {
    assertThat(refusal("\u5168\u89d2 * foo").problems().get(2).excerpt())
        .isEqualTo("  \u5168\u89d2 * foo\n         ^");
  }

  @Test
  void longLinesAreShownAroundThePlace() {
    String text = "x + ".repeat(100) + "y + " + "x + ".repeat(100) + "x";
    List<String> lines = refusal(text).getMessage().lines().toList();
    assertThat(lines.get(1)).startsWith("  …").endsWith("…").hasSizeLessThan(110);
    assertThat(lines.get(1).charAt(lines.get(2).indexOf('^'))).isEqualTo('y');
  }

  @Test
  void depthIsBounded() {
    assertThat(FormulaParser.parse("-".repeat(199) + "x", NAMES)).isNotNull();
    for (String deep :
        new String[] {"-".repeat(5_000) + "x", "(".repeat(5_000), "2^".repeat(4_000) + "2"}) {
      assertThat(refusal(deep).problems().get(0).message())
          .isEqualTo("a formula is nested at most 200 deep");
    }
  }

  @Test
  void lengthIsBounded() {
    assertThat(refusal("x" + " ".repeat(10_000)).problems().get(0).message())
        .isEqualTo("a formula has at most 10000 characters but this has 10001");
  }

  @Test
  void longSumsAreNotDeep() {
    String sum = IntStream.range(0, 2_000).mapToObj(i -> "x").collect(Collectors.joining(" + "));
    assertThat(Traversal.operandsFirst(List.of(FormulaParser.parse(sum, NAMES)))).hasSize(2_000);
  }

  @Test
  void definitionsAreShared() {
    var text = new StringBuilder("t0 = exp(x);");
    for (int i = 1; i < 300; i++) {
      text.append("t%s = t%s * t%s + 1;".formatted(i, i - 1, i - 1));
    }
    Expr formula = FormulaParser.parse(text + "t299", NAMES);
    assertThat(Traversal.operandsFirst(List.of(formula))).hasSizeLessThan(1_000);
  }

  @Test
  void givenNamesComeBeforeBuiltInOnes() {
    Map<String, Expr> names = Map.of("pi", Expr.constant(3));
    assertThat(FormulaPrinter.text(FormulaParser.parse("pi", names))).isEqualTo("3");
  }

  @Test
  void namesMayHaveDots() {
    Map<String, Expr> names = Map.of("hidden.0.slope", BETA);
    assertThat(FormulaParser.parse("hidden.0.slope", names)).isSameAs(BETA);
  }

  @Test
  void refusalIsAnIllegalArgument() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> FormulaParser.parse("?", NAMES));
  }

  private static List<String> messages(String text) {
    return refusal(text).problems().stream().map(FormulaProblem::message).toList();
  }

  private static FormulaException refusal(String text) {
    return catchThrowableOfType(FormulaException.class, () -> FormulaParser.parse(text, NAMES));
  }
}
