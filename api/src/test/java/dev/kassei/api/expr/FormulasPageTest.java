package dev.kassei.api.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/formulas.md says is true. */
class FormulasPageTest {
  private static final Path PAGE = Path.of("..", "docs", "formulas.md");
  private static final Expr X = Expr.input("x", Shape.batch(4));
  private static final Map<String, Expr> NAMES =
      Map.of("x", X, "alpha", parameter("alpha"), "beta", parameter("beta"));

  @ParameterizedTest
  @MethodSource("formulas")
  void examplesAreFormulas(String formula) {
    Expr read = FormulaParser.parse(formula, NAMES);
    assertThat(Structure.same(read, FormulaParser.parse(FormulaPrinter.text(read), NAMES)))
        .isTrue();
    assertThat(Gradient.derivative(read, X).toString()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("errors")
  void errorsReadAsShown(String block) {
    int line = block.indexOf("\n---\n");
    assertThatExceptionOfType(FormulaException.class)
        .isThrownBy(() -> FormulaParser.parse(block.substring(0, line), NAMES))
        .withMessage(block.substring(line + 5));
  }

  @ParameterizedTest
  @MethodSource("stableForms")
  void stableFormsAreReadAsShown(String row) {
    List<String> code =
        Pattern.compile("`([^`]*)`").matcher(row).results().map(match -> match.group(1)).toList();
    int half = code.size() / 2;
    for (int i = 0; i < half; i++) {
      Map<String, Expr> names = Map.of("x", X, "y", parameter("y"), "a", parameter("a"));
      for (double x : new double[] {-2, 0.3, 1.5}) {
        assertThat(value(code.get(half + i), names, x))
            .usingComparatorWithPrecision(1e-15)
            .containsExactly(value(code.get(i), names, x));
      }
      assertThat(operations(code.get(i), names)).isEqualTo(operations(code.get(half + i), names));
    }
  }

  @ParameterizedTest
  @MethodSource("signatures")
  void everyFunctionIsInATable(String signature) throws IOException {
    assertThat(Files.readString(PAGE)).contains("`" + signature + "`");
  }

  static Stream<String> formulas() throws IOException {
    return blocks("formula").flatMap(String::lines);
  }

  static Stream<String> errors() throws IOException {
    return blocks("error");
  }

  static Stream<String> stableForms() throws IOException {
    String page = Files.readString(PAGE);
    int start = page.indexOf("## Stable forms");
    return page.substring(start, page.indexOf("Other forms", start))
        .lines()
        .filter(line -> line.startsWith("| `"));
  }

  static Stream<String> signatures() {
    return FormulaFunction.ALL.values().stream().map(FormulaFunction::signature);
  }

  private static Stream<String> blocks(String language) throws IOException {
    var blocks = Pattern.compile("```" + language + "\n(.*?)\n```", Pattern.DOTALL);
    List<String> found =
        blocks.matcher(Files.readString(PAGE)).results().map(match -> match.group(1)).toList();
    assertThat(found).isNotEmpty();
    return found.stream();
  }

  private static double[] value(String formula, Map<String, Expr> names, double x) {
    return new Interpreter(1, Mode.INFERENCE)
        .with("x", x, x, x, x)
        .with("y", 0.4)
        .with("a", 3)
        .value(FormulaParser.parse(formula, names));
  }

  /** The functions and operators of a formula, in any order of the factors. */
  private static List<Operation> operations(String formula, Map<String, Expr> names) {
    return Traversal.operandsFirst(List.of(FormulaParser.parse(formula, names))).stream()
        .map(Expr::operation)
        .sorted()
        .toList();
  }

  private static Expr parameter(String name) {
    return X.parameter(name, Shape.SCALAR, (fans, draws, index) -> 1);
  }
}
