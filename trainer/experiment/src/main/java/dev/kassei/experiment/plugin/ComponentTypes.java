package dev.kassei.experiment.plugin;

import java.io.File;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Which types of record components configurations can hold, and what to declare for others. */
public final class ComponentTypes {
  private static final Set<Class<?>> SCALARS =
      Set.of(
          int.class,
          Integer.class,
          long.class,
          Long.class,
          double.class,
          Double.class,
          boolean.class,
          Boolean.class,
          String.class);
  private static final Set<Class<?>> OPTIONALS =
      Set.of(OptionalInt.class, OptionalLong.class, OptionalDouble.class);
  private static final Map<Class<?>, Class<?>> INSTEAD =
      Map.of(
          float.class, double.class,
          Float.class, Double.class,
          byte.class, int.class,
          Byte.class, Integer.class,
          short.class, int.class,
          Short.class, Integer.class,
          char.class, String.class,
          Character.class, String.class);
  private static final Set<Class<?>> FILES = Set.of(Path.class, File.class);
  private static final String KINDS =
      "int, long, double, boolean, String, an enum, a record, an interface of a family, or Optional, List or Map<String, …> of these";

  private ComponentTypes() {}

  /** Whether a type is one number, boolean, text or word. */
  public static boolean isScalar(Class<?> type) {
    return type.isEnum() || SCALARS.contains(type);
  }

  /** What a value of the type consists of, if it is not held as a whole. */
  static Optional<Type> inside(Type type) {
    if (!(type instanceof ParameterizedType generic)) {
      return Optional.empty();
    }
    Type[] arguments = generic.getActualTypeArguments();
    boolean holds =
        generic.getRawType() == Optional.class
            || generic.getRawType() == List.class
            || (generic.getRawType() == Map.class && arguments[0] == String.class);
    return holds ? Optional.of(arguments[arguments.length - 1]) : Optional.empty();
  }

  /** Whether a type that has nothing inside can be held. */
  static boolean isHeld(Type type) {
    return type instanceof Class<?> known
        && (isScalar(known)
            || OPTIONALS.contains(known)
            || known.isRecord()
            || Families.of(known).isPresent());
  }

  /** What to declare instead of a type that cannot be held. */
  static String instead(Type type) {
    if (!(type instanceof Class<?> known)) {
      return KINDS;
    }
    if (known.isArray()) {
      return "List<" + element(known.getComponentType()) + ">";
    }
    if (FILES.contains(known)) {
      return "String with @FilePath";
    }
    return INSTEAD.containsKey(known) ? INSTEAD.get(known).getSimpleName() : KINDS;
  }

  private static String element(Class<?> type) {
    if (type.isArray()) {
      return instead(type);
    }
    Class<?> held = INSTEAD.getOrDefault(type, type);
    return MethodType.methodType(held).wrap().returnType().getSimpleName();
  }

  /** A type as it is written in Java, without its packages. */
  static String text(Type type) {
    return type.getTypeName().replaceAll("(\\w+[.$])+", "");
  }
}
