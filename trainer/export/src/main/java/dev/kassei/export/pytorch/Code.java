package dev.kassei.export.pytorch;

import java.util.Set;
import java.util.TreeSet;

/**
 * An expression of Python.
 *
 * @param binding how strongly its outermost operator binds
 * @param variables the local variables that it reads
 */
record Code(String text, Binding binding, Set<String> variables) {
  /** How strongly operators bind, the weakest first. */
  enum Binding {
    COMPARISON,
    SUM,
    PRODUCT,
    SIGN,
    CALL;

    /** The next that binds more strongly. */
    private Binding stronger() {
      return switch (this) {
        case COMPARISON -> SUM;
        case SUM -> PRODUCT;
        case PRODUCT -> SIGN;
        case SIGN, CALL -> CALL;
      };
    }
  }

  Code {
    variables = Set.copyOf(variables);
  }

  /** A local variable. */
  static Code variable(String name) {
    return new Code(name, Binding.CALL, Set.of(name));
  }

  /** A name, a number, or an attribute. */
  static Code atom(String text) {
    return new Code(text, text.startsWith("-") ? Binding.SIGN : Binding.CALL, Set.of());
  }

  /** Text with parts in the places of {@code %s}; parts that bind more weakly get parentheses. */
  static Code of(Binding binding, Binding least, String format, Code... parts) {
    var variables = new TreeSet<String>();
    Object[] texts = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      variables.addAll(parts[i].variables());
      texts[i] = parts[i].within(least);
    }
    return new Code(format.formatted(texts), binding, variables);
  }

  /** A call of a function; its arguments need no parentheses. */
  static Code call(String format, Code... parts) {
    return of(Binding.CALL, Binding.COMPARISON, format, parts);
  }

  /** A call of a method of the first part. */
  static Code method(String format, Code... parts) {
    return of(Binding.CALL, Binding.CALL, format, parts);
  }

  /** Operands around an operator, of which the right one binds more strongly. */
  static Code infix(Binding binding, Code left, String operator, Code right) {
    var variables = new TreeSet<>(left.variables());
    variables.addAll(right.variables());
    String text = left.within(binding) + " " + operator + " " + right.within(binding.stronger());
    return new Code(text, binding, variables);
  }

  private String within(Binding least) {
    return binding.compareTo(least) < 0 ? "(" + text + ")" : text;
  }

  /** Whether it is a name and nothing else. */
  boolean isName() {
    return text.matches("[A-Za-z_][A-Za-z0-9_.]*");
  }
}
