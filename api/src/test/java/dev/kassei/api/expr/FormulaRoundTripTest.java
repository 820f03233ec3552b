package dev.kassei.api.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.constraints.IntRange;

/** What is printed reads back as the same formula, and nothing that is read does harm. */
class FormulaRoundTripTest {
  private static final Map<String, Expr> NAMES = new LinkedHashMap<>();

  static {
    Expr x = Expr.input("x", Shape.batch(4));
    NAMES.put("x", x);
    NAMES.put("y", Expr.input("y", Shape.batch(4)));
    NAMES.put("hidden.0.slope", x.at("hidden.0").parameter("slope", Shape.SCALAR, (f, d, i) -> 0));
    NAMES.put("row", x.parameter("row", Shape.fixed(1, 4), (fans, draws, index) -> 0));
    NAMES.put("step", Expr.stepNumber());
    NAMES.put("learning_rate", Expr.rate());
  }

  @Property(tries = 500)
  void printedFormulaReadsBackAsTheSame(@ForAll("formulas") Expr formula) {
    readsBack(formula);
  }

  @Property(tries = 200)
  void printedGradientReadsBackAsTheSame(@ForAll("formulas") Expr formula) {
    if (formula.shape().equals(Shape.batch(4))) {
      readsBack(Gradient.derivative(formula, NAMES.get("x")));
    }
  }

  @Property(tries = 1000)
  void randomTextIsReadOrRefused(@ForAll("texts") String text) {
    readOrRefuse(text);
  }

  @Property(tries = 1000)
  void mutatedFormulaIsReadOrRefused(
      @ForAll("formulas") Expr formula,
      @ForAll @IntRange(max = 300) int place,
      @ForAll("fragments") String fragment,
      @ForAll @IntRange(max = 3) int removed) {
    String text = FormulaPrinter.text(formula);
    int from = Math.min(place, text.length());
    int to = Math.min(from + removed, text.length());
    readOrRefuse(text.substring(0, from) + fragment + text.substring(to));
  }

  private static void readsBack(Expr formula) {
    String text = FormulaPrinter.text(formula);
    if (text.length() > 10_000) {
      return;
    }
    Expr read = FormulaParser.parse(text, NAMES);
    assertThat(FormulaPrinter.text(read)).isEqualTo(text);
    assertThat(Structure.same(read, formula)).as(text).isTrue();
    assertThat(LatexPrinter.latex(formula)).isNotEmpty();
  }

  private static void readOrRefuse(String text) {
    try {
      assertThat(FormulaParser.parse(text, NAMES).toString()).isNotEmpty();
    } catch (FormulaException e) {
      assertThat(e.problems().get(0).message()).isNotEmpty();
      assertThat(e.getMessage().lines()).hasSize(3 * e.problems().size());
    }
  }

  @Provide
  Arbitrary<String> fragments() {
    return Arbitraries.of(
        "(",
        ")",
        ",",
        ";",
        "=",
        "^",
        "**",
        "-",
        "*",
        "/",
        "+",
        ">",
        "x",
        "exp",
        "exp(",
        "1e",
        ".5",
        "columns(x, 0, 2)",
        "\n",
        " ",
        "×",
        "(",
        "\uD800",
        "where(",
        "t1 = x;",
        "^-",
        "1e400",
        "");
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> words = Arbitraries.oneOf(fragments(), Arbitraries.strings().ofMaxLength(3));
    return words.list().ofMaxSize(40).map(parts -> String.join("", parts));
  }

  /** Formulas that grow from the leaves; each step uses some of what was built before. */
  @Provide
  Arbitrary<Expr> formulas() {
    return Arbitraries.integers()
        .between(0, 1 << 20)
        .withDistribution(RandomDistribution.uniform())
        .list()
        .ofMinSize(1)
        .ofMaxSize(30)
        .map(FormulaRoundTripTest::grow);
  }

  private static Expr grow(List<Integer> choices) {
    var parts = new ArrayList<Expr>(NAMES.values());
    for (int choice : choices) {
      Expr a = parts.get(choice / 64 % parts.size());
      Expr b = parts.get(choice / 4096 % parts.size());
      try {
        parts.add(combine(choice % 64, a, b, choice / 4096));
      } catch (IllegalArgumentException e) {
        // shapes that do not fit are no formula
        parts.add(a.negate());
      }
    }
    return parts.get(parts.size() - 1);
  }

  private static Expr combine(int choice, Expr a, Expr b, int number) {
    List<FormulaFunction> functions = List.copyOf(FormulaFunction.ALL.values());
    Expr constant = Expr.constant((number - 100) / 8.0);
    return switch (choice) {
      case 0, 1, 2 -> a.plus(b);
      case 3, 4, 5 -> a.minus(b);
      case 6, 7, 8 -> a.times(b);
      case 9, 10, 11 -> a.over(b);
      case 12 -> a.plus(constant);
      case 13 -> constant.minus(a);
      case 14 -> a.times(constant);
      case 15 -> a.power(number % 9 - 4);
      case 16 -> a.power(constant);
      case 17 -> a.power(b);
      case 18 -> a.negate();
      case 19 -> constant.negate().times(a);
      case 20 -> a.greaterThan(b);
      case 21 -> a.atMost(b);
      case 22 -> a.equalTo(constant);
      case 23 -> a.columns(0, 2).concat(b.columns(1, 3));
      case 24 -> a.reshape(new Shape(Rows.BATCH.times(2), 2)).columnSum().rowSum();
      // a scope is not printed, and around a host scalar it decides how a power is built
      case 25 -> a.isHostScalar() ? a : a.through("layer", x -> x.times(2));
      case 26 -> Expr.constant(1).plus(a);
      case 27 -> a.minus(1);
      default -> {
        FormulaFunction function = functions.get(choice % functions.size());
        var arguments = new ArrayList<Expr>(List.of(a, b, constant).subList(0, 1));
        while (arguments.size() < function.parameters().size()) {
          arguments.add(arguments.size() == 1 ? b : constant);
        }
        yield function.apply(arguments);
      }
    };
  }
}
