package dev.kassei.export.c;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes the elementary functions of C headers, {@code float64.c} and {@code float32.c}, from the
 * engine's own in Java. From the project's root: {@code java
 * trainer/export/src/test/java/dev/kassei/export/c/FunctionsInC.java}.
 *
 * <p>It knows what these two classes are made of and no more of Java.
 */
public final class FunctionsInC {
  private static final Pattern CONSTANT =
      Pattern.compile("  private static final \\w+ ([A-Z0-9_]+) = (.*);");
  private static final Pattern FUNCTION =
      Pattern.compile(
          "(?:  /\\*\\*((?:(?!\\*/).)*)\\*/\n)?  (?:public|private) static (\\w+ (\\w+)\\(.*?\n)  }\n",
          Pattern.DOTALL);
  private static final Pattern HEX_FLOAT = Pattern.compile("0x[0-9.]+p-?\\d+(f?)");

  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹ⁿˣʳᵏ⁺⁻";
  private static final String PLAIN = "0123456789nxrk+-";

  /** How other signs of Javadoc are written in ASCII, in this order. */
  private static final Map<String, String> SIGNS = signs();

  private final boolean isFloat;
  private final Map<String, String> constants = new TreeMap<>();
  private final Map<String, String> functions = new LinkedHashMap<>();

  private FunctionsInC(String source, boolean isFloat) {
    this.isFloat = isFloat;
    CONSTANT
        .matcher(source)
        .results()
        .forEach(each -> constants.put(each.group(1), constant(each.group(2))));
    List<MatchResult> found = FUNCTION.matcher(source).results().toList();
    // all names first, since functions call later ones
    found.forEach(each -> functions.put(each.group(3), ""));
    found.forEach(each -> functions.put(each.group(3), function(each)));
  }

  /** Writes both files. */
  public static void main(String[] arguments) throws IOException {
    for (int bits : new int[] {64, 32}) {
      Path file = Path.of("trainer/export").resolve(file(bits));
      Files.writeString(file, of(Path.of("trainer/engine"), bits));
    }
  }

  /** The file that is made, relative to the module's folder. */
  static Path file(int bits) {
    return Path.of("src/main/resources/dev/kassei/export/c/float%s.c".formatted(bits));
  }

  /**
   * The content of the file.
   *
   * @param engine the folder of the module of the engine
   */
  static String of(Path engine, int bits) throws IOException {
    String name = "src/main/java/dev/kassei/engine/kernel/Float%sFunctions.java".formatted(bits);
    return new FunctionsInC(Files.readString(engine.resolve(name)), bits == 32).text();
  }

  /** All functions, each behind those that it calls. */
  private String text() {
    var ordered = new LinkedHashSet<String>();
    functions.keySet().forEach(name -> add(ordered, name));
    return ordered.stream().map(functions::get).collect(Collectors.joining("\n"));
  }

  private void add(Set<String> ordered, String name) {
    for (String other : functions.keySet()) {
      if (!other.equals(name) && functions.get(name).contains(inC(other) + "(")) {
        add(ordered, other);
      }
    }
    ordered.add(name);
  }

  private static String inC(String name) {
    return "kassei_" + name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  private String constant(String value) {
    String[] terms = value.split(" \\+ ", -1);
    if (terms.length == 2) {
      double sum = Double.parseDouble(terms[0]) + Double.parseDouble(terms[1]);
      return String.format(Locale.ROOT, "%.1f%s", sum, isFloat ? "f" : "");
    }
    String text = shifts(decimals(value)).replaceAll("(?<=[0-9a-f])_(?=[0-9a-f])", "");
    String integer = text.replaceAll("^(0x[0-9a-f]+)L?$", unsigned() + "($1)");
    return integer.contains("<<") ? "(" + integer + ")" : integer;
  }

  private String unsigned() {
    return isFloat ? "UINT32_C" : "UINT64_C";
  }

  /** Hexadecimal numbers with 17 digits, since C++ has no such literals before 2017. */
  private static String decimals(String text) {
    return HEX_FLOAT
        .matcher(text)
        .replaceAll(
            each -> {
              var number = new BigDecimal(Double.parseDouble(each.group()));
              String digits = number.round(new MathContext(17)).toString().replace('E', 'e');
              return digits + (digits.matches("\\d+") ? ".0" : "") + each.group(1);
            });
  }

  /** Bits are unsigned in C. */
  private String shifts(String text) {
    return text.replaceAll("-(\\d+)L? << MANTISSA_BITS", "0 - ($1 << MANTISSA_BITS)")
        .replaceAll("\\b(\\d+)L? << MANTISSA_BITS", unsigned() + "($1) << MANTISSA_BITS")
        .replace("MANTISSA_BITS", constants.getOrDefault("MANTISSA_BITS", "MANTISSA_BITS"));
  }

  private String function(MatchResult function) {
    String comment = function.group(1) == null ? "" : comment(function.group(1));
    String body = code(function.group(2)).replaceAll("(?m)^  ", "");
    String text = comment + "static " + body + "}\n";
    if (!text.chars().allMatch(each -> each < 128)) {
      throw new IllegalStateException("has a sign that is not in ASCII: " + text);
    }
    return text;
  }

  /** The first paragraph of a Javadoc. */
  private String comment(String javadoc) {
    String first = javadoc.replaceAll("(?s)<p>.*", "").replaceAll("\\s+\\* ?", " ").strip();
    String named =
        Pattern.compile("\\{@link #(\\w+)}")
            .matcher(first)
            .replaceAll(each -> constants.getOrDefault(each.group(1), each.group(1)));
    return "/* " + ascii(named) + " */\n";
  }

  private static Map<String, String> signs() {
    var signs = new LinkedHashMap<String, String>();
    signs.put("·∫₀ˣ", " times the integral from 0 to x of");
    signs.put("√½", "sqrt(1/2)");
    signs.put("√(\\w|π)", "sqrt($1)");
    signs.put("⅔", "2/3");
    signs.put("π", "pi");
    signs.put("σ", "sigmoid");
    signs.put("≤", "<=");
    signs.put("≥", ">=");
    signs.put("·", "*");
    return signs;
  }

  private static String ascii(String text) {
    String ascii = text;
    for (Map.Entry<String, String> sign : SIGNS.entrySet()) {
      ascii = ascii.replaceAll(sign.getKey(), sign.getValue());
    }
    return Pattern.compile("[" + RAISED + "]+")
        .matcher(ascii)
        .replaceAll(each -> power(each.group()));
  }

  private static String power(String raised) {
    String plain =
        raised
            .chars()
            .mapToObj(each -> PLAIN.substring(RAISED.indexOf(each), RAISED.indexOf(each) + 1))
            .collect(Collectors.joining());
    return plain.length() == 1 ? "^" + plain : "^(" + plain + ")";
  }

  private String code(String java) {
    String text =
        Pattern.compile("// (.*)")
            .matcher(java)
            .replaceAll(each -> "/* " + ascii(each.group(1)) + " */");
    for (String name : functions.keySet()) {
      text = text.replaceAll("(?<![.\\w])" + name + "\\(", inC(name) + "(");
    }
    text = shifts(decimals(text));
    for (Map.Entry<String, String> constant : constants.entrySet()) {
      text = inlined(text, constant.getKey(), constant.getValue());
    }
    return types(calls(text));
  }

  /** A negative constant behind a sign would be a decrement in C. */
  private static String inlined(String text, String name, String value) {
    String signed =
        value.startsWith("-") ? text.replaceAll("-" + name + "\\b", value.substring(1)) : text;
    return signed.replaceAll("\\b" + name + "\\b", value);
  }

  private String calls(String text) {
    String f = isFloat ? "f" : "";
    return text.replaceAll("(Double.long|Float.int)BitsTo(Double|Float)\\(", "kassei_from_bits(")
        .replaceAll("(Double.doubleToRawLong|Float.floatToRawInt)Bits\\(", "kassei_bits(")
        .replaceAll("\\bMath\\.(min|max)\\(", "kassei_$1(")
        .replaceAll("\\bMath\\.fma\\(", "fma" + f + "(")
        .replaceAll("\\bMath\\.abs\\(", "fabs" + f + "(")
        .replaceAll("\\bMath\\.copySign\\(", "copysign" + f + "(")
        .replace("StrictMath.", "");
  }

  private String types(String text) {
    String type = isFloat ? "float" : "double";
    return text.replace(">>>", ">>")
        .replaceAll("\\b(long|int) ", isFloat ? "uint32_t " : "uint64_t ")
        .replace("boolean ", "int ")
        .replace("Double.MIN_NORMAL", "2.2250738585072014e-308")
        .replace("Float.MIN_NORMAL", "1.17549435e-38f")
        .replaceAll("(Double|Float)\\.POSITIVE_INFINITY", "(" + type + ") INFINITY")
        .replaceAll("(Double|Float)\\.NEGATIVE_INFINITY", "-(" + type + ") INFINITY")
        .replaceAll("(Double|Float)\\.NaN", "(" + type + ") NAN");
  }
}
