package dev.kassei.experiment.config.tree;

import dev.kassei.experiment.config.tree.Node.Scalar;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** What plain scalars mean: the core schema of YAML 1.2. Anything in quotes is text. */
public final class CoreSchema {
  private static final Pattern NULL = Pattern.compile("|~|null|Null|NULL");
  private static final Pattern TRUE = Pattern.compile("true|True|TRUE");
  private static final Pattern FALSE = Pattern.compile("false|False|FALSE");
  private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]+");
  private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
  private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern INFINITY = Pattern.compile("[-+]?(\\.inf|\\.Inf|\\.INF)");
  private static final Pattern NOT_A_NUMBER = Pattern.compile("\\.nan|\\.NaN|\\.NAN");

  /** The integers that float64 holds exactly. */
  private static final double EXACT = 0x1p53;

  private CoreSchema() {}

  /** Whether nothing stands there: {@code ~}, {@code null} or no text at all. */
  public static boolean isNull(Scalar scalar) {
    return is(scalar, NULL);
  }

  /** A boolean; empty if it is something else. */
  public static Optional<Boolean> bool(Scalar scalar) {
    if (is(scalar, TRUE)) {
      return Optional.of(true);
    }
    return is(scalar, FALSE) ? Optional.of(false) : Optional.empty();
  }

  /** Whether it is a number, infinite and undefined ones included. */
  public static boolean isNumber(Scalar scalar) {
    return is(scalar, FLOAT)
        || is(scalar, OCTAL)
        || is(scalar, HEXADECIMAL)
        || is(scalar, INFINITY)
        || is(scalar, NOT_A_NUMBER);
  }

  /** Whether it is a text; numbers, booleans and nothing are not. */
  public static boolean isText(Scalar scalar) {
    return !isNull(scalar) && bool(scalar).isEmpty() && !isNumber(scalar);
  }

  /** An integer, also one written as {@code 7.0} or {@code 1e3}; empty if out of range. */
  public static OptionalLong integer(Scalar scalar) {
    if (is(scalar, DECIMAL)) {
      return parse(scalar.text(), 10);
    }
    if (is(scalar, OCTAL)) {
      return parse(scalar.text().substring(2), 8);
    }
    if (is(scalar, HEXADECIMAL)) {
      return parse(scalar.text().substring(2), 16);
    }
    return rounded(scalar);
  }

  /** A number; infinite for a number too large for float64. */
  public static OptionalDouble number(Scalar scalar) {
    if (is(scalar, FLOAT)) {
      return OptionalDouble.of(Double.parseDouble(scalar.text()));
    }
    if (is(scalar, INFINITY)) {
      boolean negative = scalar.text().startsWith("-");
      return OptionalDouble.of(negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }
    if (is(scalar, NOT_A_NUMBER)) {
      return OptionalDouble.of(Double.NaN);
    }
    OptionalLong whole = integer(scalar);
    return whole.isPresent()
        ? OptionalDouble.of((double) whole.getAsLong())
        : OptionalDouble.empty();
  }

  /** Whether digits stand there whose value is beyond the range of float64. */
  public static boolean overflows(Scalar scalar) {
    return is(scalar, FLOAT) && Double.isInfinite(Double.parseDouble(scalar.text()));
  }

  private static OptionalLong rounded(Scalar scalar) {
    if (!is(scalar, FLOAT)) {
      return OptionalLong.empty();
    }
    double value = Double.parseDouble(scalar.text());
    boolean whole = value == Math.rint(value) && Math.abs(value) <= EXACT;
    return whole ? OptionalLong.of((long) value) : OptionalLong.empty();
  }

  private static OptionalLong parse(String digits, int radix) {
    try {
      return OptionalLong.of(Long.parseLong(digits, radix));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  private static boolean is(Scalar scalar, Pattern pattern) {
    return scalar.plain() && pattern.matcher(scalar.text()).matches();
  }
}
