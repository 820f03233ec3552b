package dev.kassei.export.network;

import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The hyperparameters of a built-in layer, by the names of its components in Java. They are read by
 * reflection: the layers themselves come at run time, and nothing may name their classes.
 *
 * @param plugin the layer
 */
public record Settings(Record plugin) {
  /** A number. */
  public double number(String component) {
    return ((Number) value(component)).doubleValue();
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
        Stream.of(plugin.getClass().getRecordComponents())
            .filter(each -> each.getName().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(plugin + " has no " + name));
    try {
      return component.getAccessor().invoke(plugin);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(plugin + " does not show " + name, e);
    }
  }
}
