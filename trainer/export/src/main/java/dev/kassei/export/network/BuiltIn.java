package dev.kassei.export.network;

import dev.kassei.api.PluginName;
import dev.kassei.api.expr.Expr;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A built-in layer or activation, with its hyperparameters by the names of its components in Java.
 * They are read by reflection: the layers themselves come at run time, and nothing may name their
 * classes.
 *
 * @param name that of the plugin, such as {@code leaky_relu}
 * @param layer the layer itself
 */
public record BuiltIn(String name, Record layer) {
  /** What the names of the classes of built-in layers begin with; their names are reserved. */
  private static final String PACKAGE = "dev.kassei.";

  /** A layer by its name; empty for one of a third party, or without a name. */
  public static Optional<BuiltIn> of(UnaryOperator<Expr> layer) {
    PluginName name = layer.getClass().getAnnotation(PluginName.class);
    boolean isBuiltIn = name != null && layer.getClass().getName().startsWith(PACKAGE);
    return isBuiltIn && layer instanceof Record plugin
        ? Optional.of(new BuiltIn(name.value(), plugin))
        : Optional.empty();
  }

  /** A number. */
  public double number(String component) {
    return ((Number) value(component)).doubleValue();
  }

  /** Whether a number is this one. */
  public boolean is(String component, double number) {
    return number(component) == number;
  }

  /** Yes or no. */
  public boolean flag(String component) {
    return (Boolean) value(component);
  }

  /** A constant of an enumeration, in lower case. */
  public String word(String component) {
    return ((Enum<?>) value(component)).name().toLowerCase(Locale.ROOT);
  }

  /** Whether an optional component was given. */
  public boolean isGiven(String component) {
    return ((Optional<?>) value(component)).isPresent();
  }

  private Object value(String name) {
    RecordComponent component =
        Stream.of(layer.getClass().getRecordComponents())
            .filter(each -> each.getName().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(layer + " has no " + name));
    try {
      return component.getAccessor().invoke(layer);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(layer + " does not show " + name, e);
    }
  }
}
