package dev.kassei.experiment.config;

import dev.kassei.experiment.plugin.ComponentTypes;
import dev.kassei.experiment.plugin.Families;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a place in a configuration takes.
 *
 * @param type the Java type of the value
 * @param path whether its texts name files
 */
public record Slot(Type type, boolean path) {
  private static final Set<Class<?>> INTEGERS =
      Set.of(int.class, Integer.class, long.class, Long.class);
  private static final Map<Class<?>, Class<?>> PRIMITIVE_OPTIONALS =
      Map.of(
          OptionalInt.class, int.class,
          OptionalLong.class, long.class,
          OptionalDouble.class, double.class);

  /** The slot of a type whose texts are not paths of files. */
  public static Slot of(Type type) {
    return new Slot(type, false);
  }

  /** The class, without type arguments. */
  public Class<?> raw() {
    Type raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
    return raw instanceof Class<?> known ? known : Object.class;
  }

  /** The slot of the elements: the last type argument. */
  public Slot element() {
    Type[] arguments = ((ParameterizedType) type).getActualTypeArguments();
    return new Slot(arguments[arguments.length - 1], path);
  }

  /** Whether it takes integers alone. */
  public boolean isInteger() {
    return INTEGERS.contains(raw());
  }

  /** Whether it takes one number, boolean, text or word. */
  public boolean isScalar() {
    return ComponentTypes.isScalar(raw());
  }

  /** Whether it takes a list. */
  public boolean isList() {
    return raw() == List.class && type instanceof ParameterizedType;
  }

  /** Whether it is a map with free keys. */
  public boolean isMap() {
    return type instanceof ParameterizedType generic
        && raw() == Map.class
        && generic.getActualTypeArguments()[0] == String.class;
  }

  /** The slot inside an optional one; empty if this one is not optional. */
  public Optional<Slot> inside() {
    if (raw() == Optional.class && type instanceof ParameterizedType) {
      return Optional.of(element());
    }
    return Optional.ofNullable(PRIMITIVE_OPTIONALS.get(raw())).map(Slot::of);
  }

  /** What is expected, in plain words. */
  String description() {
    if (inside().isPresent()) {
      return inside().get().description();
    }
    if (isList()) {
      return "a list of " + element().plural();
    }
    if (isMap()) {
      return "a map of names to " + element().plural();
    }
    return single(raw());
  }

  private String single(Class<?> raw) {
    if (INTEGERS.contains(raw)) {
      return "an integer";
    }
    if (raw == double.class || raw == Double.class) {
      return "a number";
    }
    if (raw == boolean.class || raw == Boolean.class) {
      return "true or false";
    }
    if (raw == String.class) {
      return path ? "a path" : "a text";
    }
    if (raw.isEnum()) {
      return "one of " + String.join(", ", names(raw));
    }
    return raw.isRecord() ? RecordShape.of(raw).description() : plugin(raw);
  }

  private static String plugin(Class<?> raw) {
    return Families.of(raw)
        .map(family -> "the name of %s or a map with 'type'".formatted(family.withArticle()))
        .orElse("a " + raw.getSimpleName());
  }

  private String plural() {
    Class<?> raw = raw();
    if (INTEGERS.contains(raw)) {
      return "integers";
    }
    if (raw == Double.class) {
      return "numbers";
    }
    if (raw == String.class) {
      return path ? "paths" : "texts";
    }
    return Families.of(raw).<String>map(family -> family.plural()).orElse("values");
  }

  /** The names of an enum's values in configurations. */
  public static List<String> names(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(Slot::name).collect(Collectors.toList());
  }

  /** The name of an enum's value in configurations. */
  public static String name(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
  }
}
